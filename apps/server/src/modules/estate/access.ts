import type { Permission } from '@zhanggui/contract'
import { communitiesAllowing } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { Refusal } from '#platform/refusal'
import { placeById } from './queries.ts'
import type { Place } from './queries.ts'

/** A place in a community where the actor holds this permission. Absent and out of reach answer alike. */
export async function placeInReach(
  context: Context,
  tx: Tx,
  permission: Permission,
  placeId: string,
): Promise<Place> {
  const place = await placeById(tx, communitiesAllowing(context, permission), placeId)
  if (!place) throw new Refusal('not_found')
  return place
}
