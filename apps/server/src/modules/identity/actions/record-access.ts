import { v7 } from 'uuid'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'

/** What of a person staff can look at such that it is recorded; the contract's `what` of an access entry. */
const accessKinds = ['phone', 'archive'] as const
export type AccessKind = (typeof accessKinds)[number]

/**
 * Writes down that the actor looks at a personal datum; the person it belongs to sees it. Belongs in the
 * transaction that reads the datum, so that nothing is shown unrecorded.
 */
export async function recordAccess(
  tx: Tx,
  context: Context,
  it: { communityId: string; personId: string; what: AccessKind; purpose: string | null },
): Promise<void> {
  const { actor } = context
  if (actor.accountId === null) throw new Error('only accounts look at personal data')
  const reach = actor.reach.find((reach) => reach.communityId === it.communityId)
  const role = reach?.roles[0]
  if (role === undefined) throw new Error('nobody looks at a community without a role there')
  await tx
    .insertInto('identity.access_entry')
    .values({
      community_id: it.communityId,
      id: v7(),
      at: context.now,
      account_id: actor.accountId,
      account_name: actor.name,
      role,
      person_id: it.personId,
      what: it.what,
      purpose: it.purpose,
    })
    .execute()
}
