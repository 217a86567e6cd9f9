import { staffMember, staffOfCommunity } from '#modules/identity'
import { deliver } from '#modules/messaging'
import { rolePermissions } from '@zhanggui/contract'
import type {
  CaseReceipt,
  ClosingCode,
  NewPromise,
  NoPromiseReason,
  NotificationKind,
  PauseReason,
  Permission,
} from '@zhanggui/contract'
import { epochSeconds } from '@zhanggui/rules'
import type { GuardFinding } from '@zhanggui/rules'
import { change } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { Refusal, refuseField } from '#platform/refusal'
import { caseToChange, mayWorkOn } from '../access.ts'
import type { CaseInReach, CaseRow } from '../access.ts'
import { tellFollowers } from './follow-case.ts'
import { finishOpenOrders } from '../work/orders.ts'
import { promiseDetail } from './promise.ts'
import { guardReply } from './reply-guard.ts'
import { assignmentOf, inHandOf, lockPerson } from '../assignment.ts'
import { dispatchOf } from '../dispatch-store.ts'
import { step } from './step.ts'

export type Expected = { expectedVersion?: number | undefined }
const longestPause = 90 * 86_400

/** Runs one verb of the staff on a case: reach, whose work it is, then the step given by `decide`. */
export function onCase<R extends CaseReceipt>(
  context: Context,
  id: string,
  permission: Permission,
  decide: (tx: Tx, it: CaseInReach) => Promise<R>,
  options: { anyone?: boolean } = {},
): Promise<R> {
  return change(context, async (tx) => {
    const it = await caseToChange(context, tx, id, permission)
    if (!options.anyone && !mayWorkOn(context, it)) throw new Refusal('case_not_yours')
    return decide(tx, it)
  })
}

/** The first member of staff who takes the matter in hand is its tracker from then on. */
export function tracking(context: Context, row: CaseRow) {
  const { actor } = context
  return row.tracker_id === null && actor.kind === 'staff'
    ? { tracker_id: actor.accountId, tracker_name: actor.name }
    : {}
}

/** Tells the resident, when there is one to tell. */
export async function tellResident(
  tx: Tx,
  row: CaseRow,
  kind: NotificationKind,
  excerpt: string,
  at: string,
  interactionId?: string | null,
): Promise<void> {
  if (row.person_id === null) return
  await deliver(tx, {
    communityId: row.community_id,
    kind,
    to: { personId: row.person_id },
    ...(interactionId ? { interactionId } : {}),
    caseId: row.id,
    caseNumber: row.number,
    excerpt,
    at,
  })
}

/** Tells those who manage the community, except whoever did it. */
export async function tellManagers(
  context: Context,
  tx: Tx,
  row: CaseRow,
  kind: NotificationKind,
  excerpt: string,
  at: string,
): Promise<void> {
  for (const one of await staffOfCommunity(tx, row.community_id)) {
    if (!one.roles.includes('manager') || one.id === context.actor.accountId) continue
    await deliver(tx, {
      communityId: row.community_id,
      kind,
      to: { accountId: one.id },
      caseId: row.id,
      caseNumber: row.number,
      excerpt,
      at,
    })
  }
}

/** Takes a case on: stops the accept clock; whoever takes an unassigned case has it. */
export function acceptCase(context: Context, id: string, input: Expected): Promise<CaseReceipt> {
  return onCase(
    context,
    id,
    'case.accept',
    async (tx, it) => {
      const { row } = it
      if (row.assignee_id !== null && !mayWorkOn(context, it)) {
        throw new Refusal('case_not_yours', {
          detail: { assignee: { id: row.assignee_id, name: row.assignee_name } },
        })
      }
      const { actor } = context
      if (row.assignee_id === null && it.reach.roles.every((role) => role === 'worker'))
        await mayTake(context, tx, row)
      const mine =
        it.row.assignee_id === null ? { assignee_id: actor.accountId, assignee_name: actor.name } : {}
      return (
        await step(context, tx, it.row, {
          verb: 'accept',
          ...input,
          team: it.reach.team,
          set: { ...mine, ...tracking(context, it.row) },
        })
      ).receipt
    },
    { anyone: true },
  )
}

/**
 * Whether a worker may help themselves to a case: not while a colleague is asked, and not with full hands, where the
 * community gives work out. Counted under the person's lock.
 */
async function mayTake(context: Context, tx: Tx, row: CaseRow): Promise<void> {
  const me = context.actor.accountId
  const beside = await dispatchOf(tx, row)
  if (beside?.offered_to_id === me || me === null) return
  if (beside?.offered_to_id && beside.offer_until !== null && beside.offer_until > context.now) {
    throw new Refusal('case_not_yours', {
      detail: { assignee: { id: beside.offered_to_id, name: beside.offered_to_name } },
    })
  }
  const policy = await assignmentOf(tx, row.community_id)
  if (policy.strategy === 'off') return
  await lockPerson(tx, me)
  const held = (await inHandOf(tx, row.community_id)).get(me)?.inHand ?? 0
  if (held >= policy.capacity) throw new Refusal('at_capacity', { detail: { inHand: held } })
}

/** The receipt of an act that changes nothing, judged by the version all the same. */
function unchanged(row: CaseRow, { expectedVersion }: Expected): CaseReceipt {
  if (expectedVersion !== undefined && expectedVersion !== row.version)
    throw new Refusal('stale_version', {
      detail: { version: row.version, status: row.status, changedAt: row.changed_at },
    })
  return { id: row.id, number: row.number, status: row.status, version: row.version, at: row.changed_at }
}

/** Sends somebody: a member of staff of this community who can finish cases. They are told. */
export function assignCase(
  context: Context,
  id: string,
  input: Expected & { assigneeId: string; note?: string | undefined },
): Promise<CaseReceipt> {
  return onCase(context, id, 'case.assign', async (tx, { row }) => {
    const to = await staffMember(tx, row.community_id, input.assigneeId)
    if (!to?.roles.some((role) => rolePermissions[role].includes('case.resolve'))) {
      throw refuseField('assigneeId', 'invalid', 'assignee_unavailable')
    }
    // Whoever has it already: nothing changes, and nothing is written down as if it had.
    if (to.id === row.assignee_id && row.status !== 'new' && !input.note) return unchanged(row, input)
    const { receipt } = await step(context, tx, row, {
      verb: 'assign',
      team: to.team,
      expectedVersion: input.expectedVersion,
      text: input.note || undefined,
      internal: false,
      detail: { assigneeId: to.id, assigneeName: to.name },
      set: { assignee_id: to.id, assignee_name: to.name, ...tracking(context, row) },
    })
    if (to.id !== context.actor.accountId) {
      await deliver(tx, {
        communityId: row.community_id,
        kind: 'case-assigned',
        to: { accountId: to.id },
        caseId: row.id,
        caseNumber: row.number,
        excerpt: input.note || row.text,
        at: receipt.at,
      })
    }
    return receipt
  })
}

/**
 * Answers the resident: the words go out, and the first answer of a person stops the first-response clock. The answer
 * carries a promise or the reason why it has none; who says neither is recorded as having said neither.
 */
export function replyToCase(
  context: Context,
  id: string,
  input: Expected & {
    text: string
    photos?: string[] | undefined
    promise?: NewPromise | undefined
    noPromise?: NoPromiseReason | undefined
    guard?: { override?: string | undefined } | undefined
  },
): Promise<CaseReceipt & { findings: GuardFinding[] }> {
  return onCase(context, id, 'case.reply', async (tx, it) => {
    const { row } = it
    const { promise, noPromise, guard, ...words } = input
    const checked = await guardReply(context, tx, it, {
      text: input.text,
      promised: promise !== undefined,
      guard,
    })
    const { receipt, interactionId } = await step(context, tx, row, {
      verb: 'reply',
      ...words,
      detail: {
        ...(await promiseDetail(context, tx, row, { promise, noPromise })),
        ...(checked.note ? { guard: checked.note } : {}),
      },
      channel: 'app',
      interaction: 'out',
      set: tracking(context, row),
    })
    await tellResident(tx, row, 'case-replied', input.text, receipt.at, interactionId)
    return { ...receipt, findings: checked.findings }
  })
}

/** A note among staff; the resident never sees it and no clock minds it. */
export function noteOnCase(
  context: Context,
  id: string,
  input: Expected & { text: string; photos?: string[] | undefined },
): Promise<CaseReceipt> {
  return onCase(
    context,
    id,
    'case.note',
    async (tx, { row }) => (await step(context, tx, row, { verb: 'note', internal: true, ...input })).receipt,
    {
      anyone: true,
    },
  )
}

/** Pauses with a reason and the time to go on, at most ninety days away; the resident is told both. */
export function pauseCase(
  context: Context,
  id: string,
  input: Expected & { reason: PauseReason; resumeAt: string; text?: string | undefined },
): Promise<CaseReceipt> {
  return onCase(context, id, 'case.pause', async (tx, { row }) => {
    const ahead = epochSeconds(input.resumeAt) - epochSeconds(context.now)
    if (ahead <= 0 || ahead > longestPause) throw refuseField('resumeAt', 'invalid', 'resume_at_invalid')
    const { receipt } = await step(context, tx, row, {
      verb: 'pause',
      expectedVersion: input.expectedVersion,
      text: input.text || undefined,
      detail: { reason: input.reason, resumeAt: input.resumeAt },
      set: { paused_for: input.reason, resume_at: input.resumeAt, wake_at: input.resumeAt },
    })
    await tellResident(tx, row, 'case-paused', input.text || row.text, receipt.at)
    return receipt
  })
}

export function resumeCase(context: Context, id: string, input: Expected): Promise<CaseReceipt> {
  return onCase(
    context,
    id,
    'case.resume',
    async (tx, { row }) => (await step(context, tx, row, { verb: 'resume', ...input })).receipt,
  )
}

/**
 * Says how it ended and asks the resident: `solved` when nothing else is said, and a solved repair shows a photo or says
 * why there is none. Only what the resident confirms counts as solved. Work orders that are open end with it; refused
 * (`work_unfinished`) while one of their required steps waits.
 */
export function resolveCase(
  context: Context,
  id: string,
  input: Expected & {
    text: string
    photos?: string[] | undefined
    noPhotoReason?: string | undefined
    code?: ClosingCode | undefined
  },
): Promise<CaseReceipt> {
  return onCase(context, id, 'case.resolve', async (tx, { row }) => {
    const { noPhotoReason, expectedVersion, code = 'solved', ...rest } = input
    if (
      code === 'solved' &&
      row.kind === 'repair' &&
      (input.photos ?? []).length === 0 &&
      noPhotoReason === undefined
    ) {
      throw refuseField('photos', 'required', 'case_needs_evidence')
    }
    const ready = await finishOpenOrders(context, tx, row, expectedVersion)
    const { receipt } = await step(context, tx, ready.row, {
      verb: 'resolve',
      ...rest,
      expectedVersion: ready.expectedVersion,
      detail: { code, ...(noPhotoReason === undefined ? {} : { noPhotoReason }) },
      set: { closing_code: code },
    })
    await tellResident(tx, row, 'case-resolved', input.text, receipt.at)
    await tellFollowers(tx, row, receipt.at)
    return receipt
  })
}

/** Not ours: says why and where to go instead, which the resident is told. */
export function declineCase(
  context: Context,
  id: string,
  input: Expected & { text: string },
): Promise<CaseReceipt> {
  return onCase(context, id, 'case.decline', async (tx, { row }) => {
    const { receipt, interactionId } = await step(context, tx, row, {
      verb: 'decline',
      ...input,
      channel: 'app',
      interaction: 'out',
      set: tracking(context, row),
    })
    await tellResident(tx, row, 'case-declined', input.text, receipt.at, interactionId)
    return receipt
  })
}
