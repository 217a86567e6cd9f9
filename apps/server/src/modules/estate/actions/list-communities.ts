import { read } from '#platform/context'
import type { Context } from '#platform/context'
import { communitiesOf } from '../communities.ts'

/** The communities in the actor's reach. */
export async function listCommunities(context: Context) {
  const ids = context.actor.reach.map((it) => it.communityId)
  return { items: await read(context, (tx) => communitiesOf(tx, ids)) }
}
