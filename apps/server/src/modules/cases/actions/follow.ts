import { staffOfCommunity } from '#modules/identity'
import { teamLeaders } from '#modules/workforce'
import type { Team } from '@zhanggui/contract'
import { sql } from 'kysely'
import { systemContext } from '#platform/context'
import type { Database } from '#platform/database'
import { caseForHouse } from '../access.ts'
import { setBeside, tellStaff } from '../dispatch-store.ts'
import { step } from './step.ts'

/**
 * Job `staff:left`: whoever was first responder of cases still open has left. The name stays; following them to the
 * end passes to the leader of their team, or to a manager where that is nobody.
 */
export async function passOnFollowing(
  database: Database,
  payload: { communityId: string; accountId: string; team: Team },
  now: string,
): Promise<void> {
  const { communityId, accountId, team } = payload
  const context = systemContext(database, now, [communityId])
  const ids = await database.transaction([communityId], async (tx) => {
    // case_tracker_due, dispatch_follower
    const found = await sql<{ id: string }>`
      select c.id from cases.case c
      left join cases.dispatch d on d.community_id = c.community_id and d.id = c.id
      where c.community_id = ${communityId} and c.status in ('new', 'open', 'paused', 'resolved')
        and coalesce(d.follower_id, c.tracker_id) = ${accountId}
      order by c.id`.execute(tx)
    return found.rows.map((it) => it.id)
  })
  for (const id of ids) {
    await database.transaction([communityId], async (tx) => {
      const staff = await staffOfCommunity(tx, communityId)
      const leader = (await teamLeaders(tx, communityId, staff)).get(team)
      const manager = staff.find((it) => it.roles.includes('manager'))
      const to = leader && leader.id !== accountId ? leader : manager
      const row = await caseForHouse(tx, communityId, id)
      // Back again, or nobody to pass it to: then it stays as it is.
      if (!row || !to || staff.some((it) => it.id === accountId)) return
      if (!['new', 'open', 'paused', 'resolved'].includes(row.status)) return
      await step(context, tx, row, {
        verb: 'follow',
        internal: true,
        detail: { accountId: to.id, accountName: to.name, fromId: accountId },
      })
      await setBeside(tx, row, { follower_id: to.id, follower_name: to.name })
      await tellStaff(tx, row, to.id, row.text, now)
    })
  }
}
