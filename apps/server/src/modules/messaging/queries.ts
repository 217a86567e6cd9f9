import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export type DeliveryState = 'queued' | 'delivered' | 'read' | 'failed'

/** How far each outgoing message came; several recipients: the furthest. */
export async function deliveryStates(
  tx: Tx,
  communityId: string,
  interactionIds: string[],
): Promise<Map<string, DeliveryState>> {
  if (interactionIds.length === 0) return new Map()
  // delivery_of_interaction
  const rows = await tx
    .selectFrom('messaging.delivery')
    .select(['interaction_id', 'state'])
    .where('community_id', '=', communityId)
    .where('interaction_id', '=', sql<string>`any(${interactionIds}::uuid[])`)
    .execute()
  const rank: DeliveryState[] = ['failed', 'queued', 'delivered', 'read']
  const states = new Map<string, DeliveryState>()
  for (const { interaction_id: id, state } of rows) {
    if (id === null) continue
    const before = states.get(id)
    if (!before || rank.indexOf(state) > rank.indexOf(before)) states.set(id, state)
  }
  return states
}
