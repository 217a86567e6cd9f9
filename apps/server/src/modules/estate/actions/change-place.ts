import type { endpoints, Place as PlaceView } from '@zhanggui/contract'
import { change } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import type { Input } from '#platform/http/serving'
import { tellLive } from '#platform/outbox'
import { Refusal } from '#platform/refusal'
import { placeInReach } from '../access.ts'
import { nodesOf } from '../queries.ts'
import { renamed } from '../rules/rename.ts'
import { takeVersion, updateHomeFacts, updatePlaces } from '../store.ts'
import { nodesUnder, placeViews } from '../tree.ts'

type Asked = Input<(typeof endpoints)['changePlace']>

/** Renames a place, with everything that carries its name, or corrects a home's facts. */
export async function changePlace(context: Context, { params, body }: Asked): Promise<PlaceView> {
  return change(context, async (tx) => {
    const place = await placeInReach(context, tx, 'estate.change', params.id)
    const { communityId } = place
    if (body.home && place.kind !== 'home') {
      throw new Refusal('invalid_fields', { fields: [{ path: 'home', problem: 'unknown_field' }] })
    }
    await takeVersion(tx, communityId, place.id, body.expectedVersion)
    if (body.name !== undefined) await rename(tx, communityId, place.id, body.name)
    if (body.home) await updateHomeFacts(tx, communityId, [{ id: place.id, ...body.home }])
    const [changed] = await placeViews(tx, communityId, { ids: [place.id] })
    if (!changed) throw new Error('the place was just changed')
    await tellLive(tx, { kind: 'estate', communityId, id: place.id, version: changed.version })
    return changed
  })
}

/** Gives a place a new name and whatever hangs on it the labels and rooms that follow from it. */
async function rename(tx: Tx, communityId: string, placeId: string, name: string): Promise<void> {
  const nodes = await nodesUnder(tx, communityId, placeId)
  const [parent] = await nodesOf(tx, communityId, [nodes[0]?.parentId ?? placeId])
  const places = renamed(nodes, parent && parent.id !== placeId ? parent : null, name)
  if ('problem' in places) throw new Refusal('invalid_fields', { fields: [places] })
  await updatePlaces(tx, communityId, places)
}
