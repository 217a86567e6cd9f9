import { staffOfCommunity } from '#modules/identity'
import { teamLeaders } from '#modules/workforce'
import type { CaseReceipt, Team } from '@zhanggui/contract'
import { v7 } from 'uuid'
import { change } from '#platform/context'
import type { Context } from '#platform/context'
import { brokenConstraint } from '#platform/database'
import { Refusal, refuseField } from '#platform/refusal'
import { caseToChange, mayWorkOn } from '../access.ts'
import { dispatchOf, tellStaff, workingAfter } from '../dispatch-store.ts'
import { step } from './step.ts'

type Expected = { expectedVersion?: number | undefined }

/**
 * Asks another team to help. The leading team stays responsible towards the resident; the helpers report back to it
 * within open hours of their own (同上第十四条: 牵头单位协调，配合单位按时限反馈). Refused: the leading team itself, a
 * team that is helping already.
 */
export function addCoHandler(
  context: Context,
  id: string,
  input: Expected & { team: Team; asked: string; hours: number },
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const it = await caseToChange(context, tx, id, 'case.accept')
    const { row } = it
    if (!mayWorkOn(context, it)) throw new Refusal('case_not_yours')
    const beside = await dispatchOf(tx, row)
    if (beside?.lead_team === input.team) throw refuseField('team', 'invalid', 'co_handler_taken')
    const { receipt } = await step(context, tx, row, {
      verb: 'join',
      internal: true,
      expectedVersion: input.expectedVersion,
      text: input.asked,
      detail: { team: input.team },
    })
    const dueAt = await workingAfter(tx, row, receipt.at, input.hours * 3600)
    await tx
      .insertInto('cases.co_handler')
      .values({
        community_id: row.community_id,
        id: v7(),
        case_id: row.id,
        team: input.team,
        asked: input.asked,
        asked_at: receipt.at,
        asked_by_name: context.actor.name,
        due_at: dueAt,
      })
      .execute()
      .catch((error: unknown) => {
        if (brokenConstraint(error) === 'co_handler_open')
          throw refuseField('team', 'invalid', 'co_handler_taken')
        throw error
      })
    const staff = await staffOfCommunity(tx, row.community_id)
    const leader = (await teamLeaders(tx, row.community_id, staff)).get(input.team)
    for (const one of leader ? [leader] : staff.filter((each) => each.team === input.team))
      await tellStaff(tx, row, one.id, input.asked, receipt.at)
    return receipt
  })
}

/** A helping team reports its result to whoever leads the case. Refused: a team not asked, somebody of another team. */
export function returnResult(
  context: Context,
  id: string,
  input: Expected & { team: Team; result: string },
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const it = await caseToChange(context, tx, id, 'case.accept')
    const { row, reach } = it
    if (reach.team !== input.team && !reach.roles.some((role) => role === 'dispatcher' || role === 'manager'))
      throw new Refusal('case_not_yours')
    const { receipt } = await step(context, tx, row, {
      verb: 'return',
      internal: true,
      expectedVersion: input.expectedVersion,
      text: input.result,
      detail: { team: input.team },
    })
    const returned = await tx
      .updateTable('cases.co_handler')
      .set({ returned_at: receipt.at, returned_by_name: context.actor.name, result: input.result })
      .where('community_id', '=', row.community_id)
      .where('case_id', '=', row.id)
      .where('team', '=', input.team)
      .where('returned_at', 'is', null)
      .executeTakeFirst()
    if (returned.numUpdatedRows === 0n) throw refuseField('team', 'invalid', 'co_handler_none')
    if (row.assignee_id !== null && row.assignee_id !== context.actor.accountId)
      await tellStaff(tx, row, row.assignee_id, input.result, receipt.at)
    return receipt
  })
}
