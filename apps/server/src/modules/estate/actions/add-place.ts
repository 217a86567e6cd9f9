import type { endpoints, Place as PlaceView } from '@zhanggui/contract'
import { allow, change } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { tellLive } from '#platform/outbox'
import { Refusal } from '#platform/refusal'
import type { Input } from '#platform/http/serving'
import { nodesOf } from '../queries.ts'
import { draftPlace } from '../rules/draft-place.ts'
import type { DraftPlace, Node, PlaceInput } from '../rules/draft-place.ts'
import { insertHomes, insertPlaces } from '../store.ts'

type Asked = Input<(typeof endpoints)['addPlace']>

/** Adds one place on somebody's behalf. */
export async function addPlace(context: Context, { params, body }: Asked): Promise<PlaceView> {
  const { communityId } = params
  allow(context, 'estate.change', communityId)
  return change(context, async (tx) => {
    const place = await addPlaceTx(tx, communityId, body, context.now)
    await tellLive(tx, { kind: 'estate', communityId, id: place.id, version: place.version })
    return place
  })
}

/** Adds one place; refuses a parent of the wrong kind, missing facts of a home, and names and rooms taken. */
export async function addPlaceTx(
  tx: Tx,
  communityId: string,
  input: PlaceInput,
  now: string,
): Promise<PlaceView> {
  const [draft] = await addPlacesTx(tx, communityId, [input], now)
  if (!draft) throw new Error('one place in, one place out')
  return {
    id: draft.id,
    kind: draft.kind,
    label: draft.label,
    parentId: draft.parentId,
    name: draft.name,
    floor: draft.floor,
    use: input.home?.use ?? null,
    area: input.home?.area ?? null,
    handoverOn: input.home?.handoverOn ?? null,
    hasCode: false,
    version: 1,
  }
}

/** Adds many places at once, parents before what hangs on them; refuses as `addPlaceTx` does, all or none. */
export async function addPlacesTx(
  tx: Tx,
  communityId: string,
  inputs: readonly PlaceInput[],
  now: string,
): Promise<DraftPlace[]> {
  const parents = await nodesOf(tx, communityId, [
    ...new Set(inputs.flatMap((it) => (it.parentId === null ? [] : [it.parentId]))),
  ])
  const nodes = new Map<string, Node>(parents.map((it) => [it.id, it]))
  const drafts = inputs.map((input) => {
    const parent = input.parentId === null ? null : nodes.get(input.parentId)
    if (parent === undefined) {
      throw new Refusal('place_unknown', { fields: [{ path: 'parentId', problem: 'invalid' }] })
    }
    const draft = draftPlace(input, parent)
    if ('problem' in draft) throw new Refusal('invalid_fields', { fields: [draft] })
    nodes.set(draft.id, draft)
    return draft
  })
  await insertPlaces(tx, communityId, drafts, now)
  await insertHomes(
    tx,
    communityId,
    inputs.flatMap(({ id, home }) =>
      home ? [{ id, use: home.use, area: home.area, handoverOn: home.handoverOn ?? null }] : [],
    ),
  )
  return drafts
}
