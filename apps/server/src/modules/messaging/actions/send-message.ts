import { systemContext } from '#platform/context'
import type { Database } from '#platform/database'
import { outgoing } from '../channels/index.ts'

/** Job `messaging:send`: sends one delivery that is still queued and notes how far it came. */
export async function sendMessage(
  database: Database,
  payload: { communityId: string; id: string },
  now: string,
): Promise<void> {
  const context = systemContext(database, now, [payload.communityId])
  await context.database.transaction([payload.communityId], async (tx) => {
    const it = await tx
      .selectFrom('messaging.delivery')
      .select(['id', 'channel', 'person_id', 'account_id', 'state'])
      .where('community_id', '=', payload.communityId)
      .where('id', '=', payload.id)
      .forUpdate()
      .executeTakeFirst()
    if (it?.state !== 'queued') return
    const outcome = await outgoing[it.channel].send(tx, {
      communityId: payload.communityId,
      id: it.id,
      personId: it.person_id,
      accountId: it.account_id,
    })
    if (outcome === 'queued') return
    await tx
      .updateTable('messaging.delivery')
      .set({ state: outcome, delivered_at: outcome === 'delivered' ? now : null })
      .where('community_id', '=', payload.communityId)
      .where('id', '=', it.id)
      .execute()
  })
}
