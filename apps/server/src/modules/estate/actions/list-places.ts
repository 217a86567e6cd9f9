import type { endpoints, Place as PlaceView } from '@zhanggui/contract'
import { allow, read } from '#platform/context'
import type { Context } from '#platform/context'
import type { Input } from '#platform/http/serving'
import { findPlaces } from '../find-places.ts'

type Asked = Input<(typeof endpoints)['listPlaces']>

/** Places by words, parent or kind. */
export async function listPlaces(
  context: Context,
  { params, query }: Asked,
): Promise<{ items: PlaceView[] }> {
  const { communityId } = params
  allow(context, 'estate.read', communityId)
  const { q, parentId, kind, limit } = query
  const items = await read(context, (tx) =>
    findPlaces(tx, communityId, { q, parentId, ...(kind ? { kinds: [kind] } : {}), limit }),
  )
  return { items }
}
