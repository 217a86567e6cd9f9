import { staffMember } from '#modules/identity'
import type { CaseReceipt, Team } from '@zhanggui/contract'
import { change } from '#platform/context'
import type { Context } from '#platform/context'
import { brokenConstraint } from '#platform/database'
import type { Tx } from '#platform/database'
import { Refusal, refuseField } from '#platform/refusal'
import { caseToChange } from '../access.ts'
import type { CaseRow } from '../access.ts'
import { canWork } from '../assignment.ts'
import { dispatchOf, setBeside, tellRoles, tellStaff, workingAfter } from '../dispatch-store.ts'
import { step } from './step.ts'

type Expected = { expectedVersion?: number | undefined }

/** Open hours of the case's calendar within which a dispute is ruled on, in seconds. */
export const rulingSeconds = 7200

/** The dispute of a case, if it ever had one. */
export function disputeOf(tx: Tx, row: Pick<CaseRow, 'community_id' | 'id'>) {
  // dispute_pkey
  return tx
    .selectFrom('cases.dispute')
    .selectAll()
    .where('community_id', '=', row.community_id)
    .where('id', '=', row.id)
    .executeTakeFirst()
}

/**
 * The leading team says that the matter is another's, once in a case's life, with a reason and whose it should be. The
 * case goes on meanwhile and so do its clocks: a quarrel over whose it is must not cost the resident time. Refused:
 * whoever does not lead it, a second dispute, the leading team proposed as the owner.
 */
export function disputeCase(
  context: Context,
  id: string,
  input: Expected & { reason: string; proposedTeam: Team },
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const { row, reach } = await caseToChange(context, tx, id, 'case.accept')
    const beside = await dispatchOf(tx, row)
    const lead = beside?.lead_team ?? null
    const leads =
      row.assignee_id === context.actor.accountId ||
      (lead !== null && reach.team === lead && canWork(staffRolesOf(reach.roles)))
    if (!leads || lead === null) throw new Refusal('case_not_yours')
    if (input.proposedTeam === lead) throw refuseField('proposedTeam', 'invalid')
    const { receipt } = await step(context, tx, row, {
      verb: 'dispute',
      internal: true,
      expectedVersion: input.expectedVersion,
      text: input.reason,
      detail: { team: input.proposedTeam },
    })
    await tx
      .insertInto('cases.dispute')
      .values({
        community_id: row.community_id,
        id: row.id,
        reason: input.reason,
        from_team: lead,
        proposed_team: input.proposedTeam,
        raised_at: receipt.at,
        raised_by_name: context.actor.name,
        due_at: await workingAfter(tx, row, receipt.at, rulingSeconds),
      })
      .execute()
      .catch((error: unknown) => {
        if (brokenConstraint(error) === 'dispute_pkey') throw new Refusal('dispute_once')
        throw error
      })
    await tellRoles(tx, row, ['dispatcher', 'manager'], input.reason, receipt.at)
    return receipt
  })
}

const staffRolesOf = (roles: readonly string[]) =>
  roles.filter((it): it is 'agent' | 'dispatcher' | 'worker' | 'manager' =>
    ['agent', 'dispatcher', 'worker', 'manager'].includes(it),
  )

/**
 * Dispatcher or manager decide whose matter it is. Upheld: the case goes to somebody of the team it belongs to, who
 * lead it from then on. Dismissed: it stays where it is. Either way with words that the case keeps. Refused: no dispute
 * that waits, upheld without naming who takes it on.
 */
export function ruleDispute(
  context: Context,
  id: string,
  input: Expected & { ruling: 'upheld' | 'dismissed'; assigneeId?: string | undefined; words: string },
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const { row } = await caseToChange(context, tx, id, 'case.rule')
    const dispute = await disputeOf(tx, row)
    if (!dispute || dispute.ruling !== null)
      throw new Refusal('dispute_over', { detail: { version: row.version } })
    const upheld = input.ruling === 'upheld'
    if (upheld && input.assigneeId === undefined) throw refuseField('assigneeId', 'required')
    const to = upheld ? await staffMember(tx, row.community_id, input.assigneeId ?? '') : undefined
    if (upheld && (!to || !canWork(to.roles)))
      throw refuseField('assigneeId', 'invalid', 'assignee_unavailable')
    // A case that ended meanwhile keeps who had it; the ruling still stands.
    const moves = to !== undefined && (row.status === 'open' || row.status === 'paused')
    const { receipt } = await step(context, tx, row, {
      verb: 'rule',
      internal: true,
      expectedVersion: input.expectedVersion,
      text: input.words,
      detail: { ruling: input.ruling, ...(to ? { accountId: to.id, accountName: to.name, moves } : {}) },
      ...(moves ? { set: { assignee_id: to.id, assignee_name: to.name } } : {}),
    })
    await tx
      .updateTable('cases.dispute')
      .set({
        ruling: input.ruling,
        ruled_at: receipt.at,
        ruled_by_name: context.actor.name,
        words: input.words,
      })
      .where('community_id', '=', row.community_id)
      .where('id', '=', row.id)
      .execute()
    if (moves) await setBeside(tx, row, { lead_team: to.team })
    const told = [...new Set([row.assignee_id, to?.id])].filter((it) => it !== null && it !== undefined)
    for (const one of told) await tellStaff(tx, row, one, input.words, receipt.at)
    return receipt
  })
}
