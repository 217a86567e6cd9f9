import type { StaffRole, Team } from '@zhanggui/contract'
import { v7 } from 'uuid'
import type { Tx } from '#platform/database'

/** Gives a staff account a role in a community from now on; a role it has there already stays as it is. */
export async function appoint(
  tx: Tx,
  it: { accountId: string; communityId: string; role: StaffRole; team: Team; now: string },
): Promise<void> {
  await tx
    .insertInto('identity.appointment')
    .values({
      id: v7(),
      account_id: it.accountId,
      community_id: it.communityId,
      role: it.role,
      team: it.team,
      since: it.now,
    })
    .onConflict((on) =>
      on.columns(['account_id', 'community_id', 'role']).where('until', 'is', null).doNothing(),
    )
    .execute()
}
