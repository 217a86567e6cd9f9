import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'

/** What of a person staff can look at such that it is recorded; the contract's `what` of an access entry. */
const accessKinds = ['phone', 'archive'] as const
export type AccessKind = (typeof accessKinds)[number]

/**
 * Writes down that the actor looks at a datum of a person, or of several (a household); each of them sees it. One
 * statement, however many. Belongs in the transaction that reads the datum, so that nothing is shown unrecorded.
 */
export async function recordAccess(
  tx: Tx,
  context: Context,
  it: { communityId: string; personId: string | readonly string[]; what: AccessKind; purpose: string | null },
): Promise<void> {
  const { actor } = context
  if (actor.accountId === null) throw new Error('only accounts look at personal data')
  const reach = actor.reach.find((reach) => reach.communityId === it.communityId)
  const role = reach?.roles[0]
  if (role === undefined) throw new Error('nobody looks at a community without a role there')
  const persons = [...new Set([it.personId].flat())]
  const ids = persons.map(() => v7())
  await sql`
    insert into identity.access_entry (community_id, id, at, account_id, account_name, role, person_id, what, purpose)
    select ${it.communityId}::uuid, id, ${context.now}::timestamptz, ${actor.accountId}::uuid, ${actor.name}, ${role},
      person_id, ${it.what}, ${it.purpose}
    from unnest(${ids}::uuid[], ${persons}::uuid[]) as seen (id, person_id)`.execute(tx)
}
