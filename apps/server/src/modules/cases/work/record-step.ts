import type { recordStep as shape } from '@zhanggui/contract'
import { entryProblems, isInRange } from '@zhanggui/rules'
import { v7 } from 'uuid'
import type * as z from 'zod'
import { change } from '#platform/context'
import type { Context } from '#platform/context'
import { tellLive } from '#platform/outbox'
import { Refusal } from '#platform/refusal'
import { attachPhotos } from '../store.ts'
import { orderToWorkOn } from './orders.ts'
import { waitsForConsent } from './quotes.ts'

/**
 * Records that a step was done, with its evidence, or passes it over with a reason. A reading is in thousandths of the
 * step's unit; one out of range is taken with a word about it. To correct what is recorded, name the entry in force in
 * `corrects`. Refused: a step the order's version does not have, missing evidence (`step_needs`, by field), somebody
 * else having recorded it meanwhile (`step_changed`, with who and when), an order that is over.
 */
export function recordStep(context: Context, orderId: string, input: z.output<typeof shape>) {
  return change(context, async (tx) => {
    const { it, order } = await orderToWorkOn(context, tx, orderId, 'work.do')
    const step = order.procedure.steps.find((one) => one.key === input.step)
    if (!step) throw new Refusal('step_unknown', { fields: [{ path: 'step', problem: 'not_listed' }] })
    // Safety steps, and passing over, take nobody's money.
    const paid = !step.safety && input.kind === 'done'
    if (paid && (await waitsForConsent(tx, it.row.community_id, it.row.id)))
      throw new Refusal('quote_waiting')
    const { photos = [], materials = [], note = '', reading } = input
    const fields = entryProblems(step, {
      kind: input.kind,
      reading,
      note,
      photos: photos.length,
      materials: materials.length,
    })
    if (fields.length > 0) throw new Refusal('step_needs', { fields })
    const before = order.entries.filter((one) => one.step === step.key).at(-1)
    if ((before?.id ?? null) !== (input.corrects ?? null)) {
      throw new Refusal('step_changed', {
        detail: before
          ? { entryId: before.id, by: before.by_name, at: before.at, kind: before.kind }
          : { entryId: null },
      })
    }
    const { accountId, name } = context.actor
    const attached = await attachPhotos(tx, {
      communityId: it.row.community_id,
      caseId: it.row.id,
      photos,
      uploadedBy: accountId,
      // Residents see the place before and after the work; all else is among staff.
      internal: step.photo === null,
    })
    if (!attached) throw new Refusal('photo_unknown', { fields: [{ path: 'photos', problem: 'invalid' }] })
    const last = order.entries.at(-1)?.at ?? order.row.opened_at
    // Time never runs backwards within an order, whatever the machines' clocks say.
    const at = context.now < last ? last : context.now
    const id = v7()
    await tx
      .insertInto('cases.work_entry')
      .values({
        community_id: it.row.community_id,
        id,
        work_order_id: order.row.id,
        step: step.key,
        turn: (before?.turn ?? 0) + 1,
        kind: input.kind,
        reading: reading === undefined ? null : BigInt(reading),
        in_range: reading === undefined || isInRange(step, reading),
        note: note || null,
        photos,
        materials: JSON.stringify(materials),
        at,
        by_id: accountId ?? '',
        by_name: name,
        corrects: before?.id ?? null,
      })
      .execute()
    await tellLive(tx, {
      kind: 'case',
      communityId: it.row.community_id,
      id: it.row.id,
      version: it.row.version,
    })
    return { id, orderId, step: step.key, at }
  })
}
