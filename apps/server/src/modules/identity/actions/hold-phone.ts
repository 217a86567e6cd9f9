import type { ResidentRole } from '@zhanggui/contract'
import type { Tx } from '#platform/database'

/**
 * Replaces what is held for a person: the phone (in its one stored form) by which they sign in, and as what
 * they live in the community now. No phone: they can not sign in. No roles: nothing is within their reach.
 */
export async function holdPhone(
  tx: Tx,
  it: { communityId: string; personId: string; phone: string | null; roles: readonly ResidentRole[] },
): Promise<void> {
  await tx
    .deleteFrom('identity.phone_holding')
    .where('community_id', '=', it.communityId)
    .where('person_id', '=', it.personId)
    .execute()
  if (it.phone === null) return
  await tx
    .insertInto('identity.phone_holding')
    .values({
      phone: it.phone,
      community_id: it.communityId,
      person_id: it.personId,
      roles: [...new Set(it.roles)],
    })
    .execute()
}
