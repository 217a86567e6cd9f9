import { markCaseRead, recordInteraction } from '#modules/messaging'
import type { CaseEventKind, CaseReceipt, Channel, Team } from '@zhanggui/contract'
import {
  appealWindowSeconds,
  beginsCycle,
  epochSeconds,
  refusalOf,
  reopenWindowSeconds,
  silenceSeconds,
  instantText,
  statusAfter,
} from '@zhanggui/rules'
import type { CaseVerb, ClosureBasis } from '@zhanggui/rules'
import { factOf } from '@zhanggui/rules'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { Refusal } from '#platform/refusal'
import type { CaseRow } from '../access.ts'
import { clockRows, clocksOf, dueOf } from '../clocks.ts'
import { alarmRaisedAt, escalateAtOf, escalationOf } from '../escalation.ts'
import type { EventForClocks } from '../rules/facts.ts'
import { settlePromises, speaksOfPromise } from '../promises.ts'
import { tellFollower } from '../dispatch-store.ts'
import { attachPhotos, eventsForClocks, newEventId, saveStep } from '../store.ts'

/** What whoever follows the case hears of. */
const toldToFollower: readonly CaseVerb[] = ['pause', 'resolve', 'reject', 'decline', 'rule']

type Change = Partial<
  Pick<
    CaseRow,
    | 'assignee_id'
    | 'assignee_name'
    | 'tracker_id'
    | 'tracker_name'
    | 'paused_for'
    | 'resume_at'
    | 'wake_at'
    | 'closure_basis'
    | 'rating'
    | 'escalated_at'
    | 'kind'
    | 'urgency'
    | 'place_id'
    | 'place_kind'
    | 'place_label'
    | 'policy_version_id'
    | 'closing_code'
    | 'call_backs'
    | 'appeal'
    | 'merged_into'
    | 'merged_at'
    | 'recontacts'
  >
>

/** What shows that somebody on duty has the danger in hand; a note does not. */
const answersAlarm: readonly CaseVerb[] = [
  'acknowledge',
  'accept',
  'assign',
  'reply',
  'pause',
  'resolve',
  'decline',
  'reclassify',
  'appoint',
  'arrive',
  'merge',
  'receive',
]

export type Step = {
  verb: CaseVerb
  text?: string | undefined
  photos?: string[] | undefined
  internal?: boolean
  channel?: Channel | null
  detail?: Record<string, unknown>
  /** Columns this verb sets beyond what every verb does. */
  set?: Change
  basis?: ClosureBasis
  /** Whose words these are, when they came to another case that goes on in this one. */
  by?: Pick<CaseRow, 'person_id' | 'reporter_name'> | undefined
  /** The words go to or come from the resident: kept as an interaction too. */
  interaction?: 'in' | 'out'
  expectedVersion?: number | undefined
  /** The team of whoever has the case from now on: the first one leads it. */
  team?: Team | null
}

/** With these somebody has it, or nobody needs it any more: nothing is offered or looked for. */
const settlesOffer: readonly CaseVerb[] = [
  'accept',
  'assign',
  'receive',
  'rule',
  'resolve',
  'decline',
  'cancel',
  'merge',
]
/** With these somebody’s hands become free, or a case needs somebody: what waits is looked at again. */
const freesHands: readonly CaseVerb[] = [
  ...settlesOffer,
  ...(['refuse', 'lapse', 'pause', 'resume', 'reject', 'reopen', 'uphold-appeal', 'unmerge'] as const),
]

/**
 * The one place where a case changes: judges the verb, appends the event, works the clocks out anew from the
 * whole history, moves row and version on, and queues news and wake-ups, all in the caller's transaction.
 * `row` must be locked. Refused: a stale version (with the present one), a verb the status does not have.
 */
export async function step(
  context: Context,
  tx: Tx,
  row: CaseRow,
  it: Step,
): Promise<{ receipt: CaseReceipt; row: CaseRow; interactionId: string | null; eventId: string }> {
  const { now, actor } = context
  const events = await eventsForClocks(tx, row.community_id, row.id)
  refuseStale(row, it.expectedVersion, events)
  judge(row, it, now)
  const status = statusAfter(row.status, it.verb)
  if (!status) throw new Refusal('case_status')

  const photos = it.photos ?? []
  const attached = await attachPhotos(tx, {
    communityId: row.community_id,
    caseId: row.id,
    photos,
    uploadedBy: actor.accountId,
    internal: it.internal === true,
  })
  if (!attached) throw new Refusal('photo_unknown', { fields: [{ path: 'photos', problem: 'invalid' }] })

  // Business time never runs backwards within a case, whatever the machines' clocks say.
  const last = events.at(-1)?.occurredAt ?? now
  const occurredAt = now < last ? last : now
  const actorKind: EventForClocks['actorKind'] =
    actor.kind === 'staff' ? 'staff' : actor.kind === 'system' ? 'system' : 'resident'
  const kind: CaseEventKind = factOf[it.verb]
  const seq = events.length + 1
  const raises = it.set?.urgency === 'danger' && row.urgency !== 'danger'
  const answers = row.alarm === 'raised' && actor.kind === 'staff' && answersAlarm.includes(it.verb)
  const alarmSeconds = answers ? epochSeconds(occurredAt) - alarmRaisedAt(events) : 0
  const detail: Record<string, unknown> = { ...it.detail, ...(answers ? { alarmSeconds } : {}) }
  const history = [...events, { seq, kind, occurredAt, actorKind, detail }]
  const derived = await clocksOf(tx, row.community_id, history, occurredAt)
  const { clocks } = derived

  const id = newEventId()
  const interactionId = it.interaction && it.text ? id : null
  if (it.interaction && interactionId) {
    await recordInteraction(tx, {
      communityId: row.community_id,
      id: interactionId,
      channel: it.channel ?? row.channel,
      direction: it.interaction,
      // Not the act's key: two people may use the same one.
      externalId: id,
      subjectId: row.id,
      personId: (it.by ?? row).person_id,
      accountId: actor.accountId,
      text: it.text ?? '',
      photos,
      occurredAt,
    })
  }
  const next = {
    ...afterwards(row, status, it.verb, occurredAt),
    ...dueOf(clocks),
    ...it.set,
    alarm: raises ? ('raised' as const) : answers ? ('answered' as const) : row.alarm,
    version: row.version + 1,
    changed_at: occurredAt,
  }
  const stands = { ...row, ...next }
  const escalation = escalationOf(stands, history, derived, occurredAt)
  const after = { ...stands, escalate_at: escalateAtOf(stands, escalation, occurredAt) }
  await saveStep(tx, {
    communityId: row.community_id,
    caseId: row.id,
    seq,
    event: {
      id,
      kind,
      occurredAt,
      actorKind,
      actorId: actor.accountId,
      actorName:
        actorKind === 'resident' ? (it.by ?? row).reporter_name : actorKind === 'staff' ? actor.name : null,
      channel: it.channel ?? null,
      interactionId,
      text: it.text ?? null,
      photos,
      internal: it.internal === true,
      detail,
    },
    clocks: clockRows(clocks),
    next: after,
    settlesOffer: settlesOffer.includes(it.verb),
    leadTeam: it.team ?? null,
    freesHands: freesHands.includes(it.verb),
    news: {
      kind: 'case',
      communityId: row.community_id,
      id: row.id,
      version: next.version,
      // Internal notes are not the resident's news.
      ...(row.person_id && !it.internal ? { personIds: [row.person_id] } : {}),
    },
    wake:
      next.wake_at && next.wake_at !== row.wake_at
        ? { task: 'cases:wake', key: `cases:wake:${row.id}`, at: next.wake_at }
        : undefined,
  })
  // Two statements more, for cases in which something was promised.
  if ([...events, { detail }].some((event) => speaksOfPromise(event.detail))) {
    await settlePromises(tx, after, occurredAt)
  }
  if (toldToFollower.includes(it.verb))
    await tellFollower(tx, after, actor.accountId, it.text ?? row.text, occurredAt)
  if (actor.kind === 'resident') await markCaseRead(context, tx, row.id)
  return {
    receipt: { id: row.id, number: row.number, status, version: next.version, at: occurredAt },
    row: after,
    interactionId,
    eventId: id,
  }
}

/**
 * Somebody else has changed the case since the person looked at it. What the house itself told of in between changes
 * nothing that they saw.
 */
function refuseStale(
  row: CaseRow,
  expected: number | undefined,
  events: readonly { seq: number; kind: CaseEventKind }[],
): void {
  if (expected === undefined || expected === row.version) return
  const unseen = events.filter((event) => event.seq > expected)
  if (expected < row.version && unseen.every((event) => event.kind === 'escalated')) return
  throw new Refusal('stale_version', {
    detail: { version: row.version, status: row.status, changedAt: row.changed_at },
  })
}

function judge(row: CaseRow, it: Step, now: string): void {
  const refusal = refusalOf(
    it.verb,
    {
      status: row.status,
      now: epochSeconds(now),
      hasAssignee: (it.set?.assignee_id ?? row.assignee_id) !== null,
      resolvedAt: row.resolved_at === null ? undefined : epochSeconds(row.resolved_at),
      lastClosedAt: row.closed_at === null ? undefined : epochSeconds(row.closed_at),
      rated: row.rating !== null,
      appeal: appealOf(row),
    },
    it.basis,
  )
  switch (refusal) {
    case undefined:
      return
    case 'no-assignee':
      throw new Refusal('case_needs_assignee')
    case 'reopen-window-over':
      throw new Refusal('case_reopen_window_over')
    case 'already-rated':
      throw new Refusal('case_already_rated')
    case 'already-appealed':
      throw new Refusal('case_already_appealed')
    case 'appeal-window-over':
      throw new Refusal('case_appeal_window_over')
    case 'no-appeal':
      throw new Refusal('case_no_appeal')
    case 'not-from-this-status':
    case 'silence-too-short':
    case 'basis-not-for-this-verb':
      throw new Refusal('case_status', { detail: { status: row.status, version: row.version } })
  }
}

/** Where the appeal stands, as the rules of the life ask for it. */
export function appealOf(row: Pick<CaseRow, 'appeal'>): 'none' | 'waiting' | 'ruled' {
  return row.appeal === null ? 'none' : row.appeal === 'lodged' ? 'waiting' : 'ruled'
}

/** Ends that need no choice of a closing code. */
const closingCodeOf: Partial<Record<CaseVerb, CaseRow['closing_code']>> = {
  cancel: 'withdrawn',
  decline: 'not-ours',
  merge: 'duplicate',
}

/** What each arrival in a status means for the row. */
function afterwards(row: CaseRow, status: CaseRow['status'], verb: CaseVerb, at: string) {
  const moved = status !== row.status
  const base = {
    status,
    paused_for: status === 'paused' ? row.paused_for : null,
    resume_at: status === 'paused' ? row.resume_at : null,
    wake_at: status === 'paused' || status === 'resolved' ? row.wake_at : null,
    closure_basis: status === 'closed' ? row.closure_basis : null,
    resolved_at: row.resolved_at,
    closed_at: row.closed_at,
    cycle: row.cycle,
    rating: row.rating,
    escalated_at: row.escalated_at,
    closing_code: verb === 'unmerge' ? null : (closingCodeOf[verb] ?? row.closing_code),
  }
  if (verb === 'resolve')
    return { ...base, resolved_at: at, wake_at: instantText(epochSeconds(at) + silenceSeconds) }
  if (beginsCycle(verb))
    return {
      ...base,
      cycle: row.cycle + 1,
      rating: null,
      resolved_at: null,
      closed_at: null,
      escalated_at: null,
      closing_code: null,
      call_backs: 0,
      returned: row.returned + (verb === 'reject' ? 1 : 0),
      // A case that comes back by itself needs no ruling any more.
      appeal: row.appeal === 'lodged' ? null : row.appeal,
    }
  if (status === 'closed' && moved) return { ...base, closed_at: at }
  return base
}

/** Until when a case can be sent back: while it waits for confirmation, and seven days after it was closed. */
export function reopenUntil(row: CaseRow): string | null {
  if (row.status === 'closed' && row.closed_at)
    return instantText(epochSeconds(row.closed_at) + reopenWindowSeconds)
  return row.status === 'resolved' ? row.wake_at : null
}

/** Until when a resident can appeal to the committee's supervisor, if they have not done so. */
export function appealUntil(row: CaseRow): string | null {
  if (row.status !== 'closed' || row.closed_at === null || row.appeal !== null) return null
  return instantText(epochSeconds(row.closed_at) + appealWindowSeconds)
}
