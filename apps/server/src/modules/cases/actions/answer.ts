import { deliver } from '#modules/messaging'
import type { CaseReceipt, QualityReason, SpeedReason } from '@zhanggui/contract'
import { residentWordResumes } from '@zhanggui/rules'
import { v7 } from 'uuid'
import { change } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { Refusal } from '#platform/refusal'
import { caseToChange } from '../access.ts'
import type { CaseRow } from '../access.ts'
import { lockFinal } from '../merged.ts'
import { step } from './step.ts'
import { tellManagers } from './work.ts'

type Expected = { expectedVersion?: number | undefined }
type Words = { text: string; photos?: string[] | undefined; by?: Speaker }
type Speaker = Pick<CaseRow, 'person_id' | 'reporter_name'> | undefined

/** The case in which a merged one goes on, locked, and who speaks there. */
async function goingOn(tx: Tx, row: CaseRow): Promise<{ target: CaseRow; by: Speaker }> {
  const target = await lockFinal(tx, row)
  if (!target) throw new Refusal('case_merged')
  return { target, by: { person_id: row.person_id, reporter_name: row.reporter_name } }
}

/** The resident adds to the report. When the case waited for just that, it goes on. */
export function supplementCase(context: Context, id: string, input: Words): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const { row } = await caseToChange(context, tx, id, 'case.supplement')
    return supplement(context, tx, row, input)
  })
}

export async function supplement(context: Context, tx: Tx, row: CaseRow, input: Words): Promise<CaseReceipt> {
  const channel = context.actor.kind === 'resident' ? 'app' : 'qr'
  if (row.status === 'merged') {
    const { target, by } = await goingOn(tx, row)
    // What comes to a merged case later opens the one it goes on in again, when that is finished.
    if (target.status === 'resolved' || target.status === 'closed')
      return reject(context, tx, target, { reason: input.text, photos: input.photos, by })
    return supplement(context, tx, target, { ...input, by })
  }
  const added = await step(context, tx, row, { verb: 'supplement', ...input, channel, interaction: 'in' })
  if (added.row.status === 'paused' && added.row.paused_for && residentWordResumes[added.row.paused_for]) {
    return (await step(context, tx, added.row, { verb: 'resume' })).receipt
  }
  return added.receipt
}

/** The resident confirms that it is solved: closed on their word. */
export function confirmCase(context: Context, id: string, input: Expected): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const { row } = await caseToChange(context, tx, id, 'case.confirm')
    return confirm(context, tx, row, input)
  })
}

export async function confirm(context: Context, tx: Tx, row: CaseRow, input: Expected): Promise<CaseReceipt> {
  if (row.status === 'merged') return confirm(context, tx, (await goingOn(tx, row)).target, {})
  const { receipt } = await step(context, tx, row, {
    verb: 'confirm',
    ...input,
    basis: 'resident-confirmed',
    detail: { basis: 'resident-confirmed' },
    set: { closure_basis: 'resident-confirmed' },
  })
  return receipt
}

/**
 * The resident sends it back with a reason everybody sees: a new cycle with the same people, who are told. From the
 * second time on the managers are told, too.
 */
export function rejectCase(
  context: Context,
  id: string,
  input: Expected & { reason: string; photos?: string[] | undefined },
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const { row } = await caseToChange(context, tx, id, 'case.reject')
    return reject(context, tx, row, input)
  })
}

export async function reject(
  context: Context,
  tx: Tx,
  row: CaseRow,
  input: Expected & { reason: string; photos?: string[] | undefined; by?: Speaker },
): Promise<CaseReceipt> {
  if (row.status === 'merged') {
    const { target, by } = await goingOn(tx, row)
    return reject(context, tx, target, { reason: input.reason, photos: input.photos, by })
  }
  const { receipt } = await step(context, tx, row, {
    verb: 'reject',
    by: input.by,
    text: input.reason,
    photos: input.photos,
    expectedVersion: input.expectedVersion,
    ...(context.actor.kind === 'staff'
      ? {}
      : {
          channel: context.actor.kind === 'resident' ? ('app' as const) : ('qr' as const),
          interaction: 'in' as const,
        }),
    detail: { cycle: row.cycle + 1 },
  })
  // Twice not solved is no longer between the worker and the resident.
  if (row.returned >= 1) {
    await tellManagers(context, tx, row, 'case-returned-twice', input.reason, receipt.at)
  }
  const told = new Set([row.assignee_id, row.tracker_id].filter((it) => it !== null))
  for (const accountId of told) {
    await deliver(tx, {
      communityId: row.community_id,
      kind: 'case-reopened',
      to: { accountId },
      caseId: row.id,
      caseNumber: row.number,
      excerpt: input.reason,
      at: receipt.at,
    })
  }
  return receipt
}

/**
 * Rates how it was handled, 1 to 5, with reasons on the axes of quality and speed: once a cycle, kept for ever. It
 * changes no verdict and reopens nothing; a rating of 1 or 2 is told to the managers.
 */
export function rateCase(
  context: Context,
  id: string,
  input: {
    rating: number
    comment?: string | undefined
    quality?: readonly QualityReason[] | undefined
    speed?: readonly SpeedReason[] | undefined
  },
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const { row } = await caseToChange(context, tx, id, 'case.rate')
    const quality = [...new Set(input.quality)]
    const speed = [...new Set(input.speed)]
    const { receipt } = await step(context, tx, row, {
      verb: 'rate',
      text: input.comment || undefined,
      detail: { rating: input.rating, cycle: row.cycle, quality, speed },
      set: { rating: input.rating },
    })
    await tx
      .insertInto('cases.survey')
      .values({
        community_id: row.community_id,
        id: v7(),
        case_id: row.id,
        cycle: row.cycle,
        rating: input.rating,
        comment: input.comment ?? '',
        quality,
        speed,
        person_id: row.person_id,
        at: receipt.at,
      })
      .execute()
    if (input.rating <= 2)
      await tellManagers(context, tx, row, 'case-rated-low', input.comment || row.text, receipt.at)
    return receipt
  })
}

/** The resident withdraws the report. */
export function cancelCase(
  context: Context,
  id: string,
  input: Expected & { reason?: string | undefined },
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const { row } = await caseToChange(context, tx, id, 'case.cancel')
    const { receipt } = await step(context, tx, row, {
      verb: 'cancel',
      text: input.reason || undefined,
      expectedVersion: input.expectedVersion,
    })
    return receipt
  })
}
