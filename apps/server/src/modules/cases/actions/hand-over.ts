import { staffMember } from '#modules/identity'
import type { CaseReceipt } from '@zhanggui/contract'
import { v7 } from 'uuid'
import { change } from '#platform/context'
import type { Context } from '#platform/context'
import { brokenConstraint } from '#platform/database'
import type { Tx } from '#platform/database'
import { Refusal, refuseField } from '#platform/refusal'
import { caseToChange, mayWorkOn } from '../access.ts'
import type { CaseRow } from '../access.ts'
import { canWork } from '../assignment.ts'
import { setBeside, tellStaff } from '../dispatch-store.ts'
import { step } from './step.ts'

type Expected = { expectedVersion?: number | undefined }

/** The hand-over of a case that nobody has answered yet. */
export function openHandover(tx: Tx, row: Pick<CaseRow, 'community_id' | 'id'>) {
  // handover_open
  return tx
    .selectFrom('cases.handover')
    .selectAll()
    .where('community_id', '=', row.community_id)
    .where('case_id', '=', row.id)
    .where('state', '=', 'offered')
    .executeTakeFirst()
}

/**
 * Offers a case to a named colleague, with what they need to know. It counts only when they take it: until then the
 * giver answers for it (北京市接诉即办工作条例第十四条, 首接负责). Refused: whoever may not work on the case, a second
 * hand-over while one waits, oneself, and colleagues who can not finish cases.
 */
export function handOver(
  context: Context,
  id: string,
  input: Expected & { toId: string; note: string },
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const it = await caseToChange(context, tx, id, 'case.accept')
    const { row } = it
    const { actor } = context
    if (actor.kind !== 'staff' || (!mayWorkOn(context, it) && row.tracker_id !== actor.accountId))
      throw new Refusal('case_not_yours')
    const to = await staffMember(tx, row.community_id, input.toId)
    if (!to || !canWork(to.roles) || to.id === actor.accountId || to.id === row.assignee_id)
      throw refuseField('toId', 'invalid', 'assignee_unavailable')
    const { receipt } = await step(context, tx, row, {
      verb: 'hand',
      internal: true,
      expectedVersion: input.expectedVersion,
      text: input.note,
      detail: { accountId: to.id, accountName: to.name },
      set: row.tracker_id === null ? { tracker_id: actor.accountId, tracker_name: actor.name } : {},
    })
    await tx
      .insertInto('cases.handover')
      .values({
        community_id: row.community_id,
        id: v7(),
        case_id: row.id,
        from_id: actor.accountId,
        from_name: actor.name,
        to_id: to.id,
        to_name: to.name,
        note: input.note,
        offered_at: receipt.at,
      })
      .execute()
      .catch((error: unknown) => {
        if (brokenConstraint(error) === 'handover_open') throw new Refusal('handover_waits')
        throw error
      })
    await tellStaff(tx, row, to.id, input.note, receipt.at)
    return receipt
  })
}

/**
 * Takes a hand-over, which makes the case one's own, or refuses it with a reason, which leaves it with the giver.
 * Refused: whoever was not asked, a refusal without a reason, and when nothing waits for an answer.
 */
export function answerHandOver(
  context: Context,
  id: string,
  input: Expected & { answer: 'take' | 'refuse'; reason?: string | undefined },
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const { row, reach } = await caseToChange(context, tx, id, 'case.accept')
    const { actor } = context
    const handover = await openHandover(tx, row)
    if (!handover) throw new Refusal('handover_over', { detail: { version: row.version } })
    if (handover.to_id !== actor.accountId) throw new Refusal('case_not_yours')
    const takes = input.answer === 'take'
    if (!takes && !input.reason) throw refuseField('reason', 'required')
    const { receipt } = await step(context, tx, row, {
      verb: takes ? 'receive' : 'keep',
      internal: true,
      expectedVersion: input.expectedVersion,
      text: input.reason || undefined,
      detail: { fromId: handover.from_id, fromName: handover.from_name },
      ...(takes
        ? { team: reach.team, set: { assignee_id: actor.accountId, assignee_name: actor.name } }
        : {}),
    })
    await tx
      .updateTable('cases.handover')
      .set({ state: takes ? 'taken' : 'refused', answered_at: receipt.at, reason: input.reason || null })
      .where('community_id', '=', row.community_id)
      .where('id', '=', handover.id)
      .execute()
    if (takes) await setBeside(tx, row, { raised_at: null, raised_why: null })
    await tellStaff(tx, row, handover.from_id, input.reason || row.text, receipt.at)
    return receipt
  })
}
