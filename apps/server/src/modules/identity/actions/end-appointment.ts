import { sql } from 'kysely'
import { allow, change } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { queueJob } from '#platform/outbox'
import { Refusal } from '#platform/refusal'
import { revokeSessions } from '../store.ts'

/**
 * A staff member leaves a community: all their roles there end, with the next request. Whoever has no role
 * left anywhere has left altogether: their sessions and invitations end and they can not sign in again.
 * Refused: the community's last manager; head office, except by head office; whoever has no role there is not found.
 */
export async function endAppointment(
  context: Context,
  it: { communityId: string; accountId: string },
): Promise<Record<string, never>> {
  const reach = allow(context, 'staff.manage', it.communityId)
  return change(context, async (tx) => {
    const ending = (await lockManagersAnd(tx, it)).filter((row) => row.account_id === it.accountId)
    const team = ending[0]?.team
    if (team === undefined) throw new Refusal('not_found')
    if (ending.some((row) => row.role === 'head-office') && !reach.roles.includes('head-office')) {
      throw new Refusal('not_found')
    }
    if (await isLastManager(tx, it)) throw new Refusal('last_manager')
    await tx
      .updateTable('identity.appointment')
      .set({ until: sql<string>`greatest(since, ${context.now}::timestamptz)` })
      .where('account_id', '=', it.accountId)
      .where('community_id', '=', it.communityId)
      .where('until', 'is', null)
      .execute()
    // Who followed what for them is for others to settle, once this is committed.
    await queueJob(tx, 'staff:left', { ...it, team })
    await leaveIfNothingIsLeft(tx, it.accountId, context.now)
    return {}
  })
}

/** Locks the appointments that decide, so that two managers can not end each other's at the same time. */
function lockManagersAnd(tx: Tx, it: { communityId: string; accountId: string }) {
  return tx
    .selectFrom('identity.appointment')
    .select(['account_id', 'role', 'team'])
    .where('community_id', '=', it.communityId)
    .where('until', 'is', null)
    .where((eb) => eb.or([eb('role', '=', 'manager'), eb('account_id', '=', it.accountId)]))
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Whether this is a manager who can act (not merely invited), and no other can. */
async function isLastManager(tx: Tx, it: { communityId: string; accountId: string }): Promise<boolean> {
  const managers = await tx
    .selectFrom('identity.appointment as p')
    .innerJoin('identity.account as a', 'a.id', 'p.account_id')
    .where('p.community_id', '=', it.communityId)
    .where('p.until', 'is', null)
    .where('p.role', '=', 'manager')
    .where('a.state', '=', 'active')
    .select('a.id')
    .execute()
  return managers.length === 1 && managers[0]?.id === it.accountId
}

async function leaveIfNothingIsLeft(tx: Tx, accountId: string, now: string): Promise<void> {
  const left = await tx
    .updateTable('identity.account as a')
    .set({ state: 'left' })
    .where('a.id', '=', accountId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('identity.appointment as p')
            .whereRef('p.account_id', '=', 'a.id')
            .where('p.until', 'is', null)
            .select('p.id'),
        ),
      ),
    )
    .executeTakeFirst()
  if (left.numUpdatedRows === 0n) return
  await revokeSessions(tx, { accountId, now })
  await tx
    .updateTable('identity.invitation')
    .set({ expires_at: now })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
}
