import type { Tx } from '#platform/database'

/** Ends sessions of an account that still stand: all, all but one, or only one. Answers how many ended. */
export async function revokeSessions(
  tx: Tx,
  it: { accountId: string; only?: string; except?: string; now: string },
): Promise<number> {
  let query = tx
    .updateTable('identity.session')
    .set({ revoked_at: it.now })
    .where('account_id', '=', it.accountId)
    .where('revoked_at', 'is', null)
  if (it.only !== undefined) query = query.where('id', '=', it.only)
  if (it.except !== undefined) query = query.where('id', '<>', it.except)
  const done = await query.executeTakeFirst()
  return Number(done.numUpdatedRows)
}
