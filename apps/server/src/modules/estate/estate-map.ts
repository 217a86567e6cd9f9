import type { HomeUse } from '@zhanggui/contract'
import { v7 } from 'uuid'
import type { Tx } from '#platform/database'
import { namesOf } from './communities.ts'
import { addPlacesTx } from './actions/add-place.ts'
import type { HomeFacts, PlaceInput } from './rules/draft-place.ts'
import { nameNode } from './rules/name-nodes.ts'
import { buildingKey, entranceKey, roomPart } from './rules/names.ts'
import { mapEstate } from './rules/resolve-room.ts'
import type { EstateMap, MappedNode, NewRoom } from './rules/resolve-room.ts'

/** Everything that a roster's rooms can mean in this community. */
export async function estateMap(tx: Tx, communityId: string): Promise<EstateMap> {
  const [community] = await namesOf(tx, [communityId])
  const rows = await tx
    .selectFrom('estate.place')
    .select(['id', 'kind', 'name', 'label', 'building_id as buildingId', 'entrance_id as entranceId'])
    .where('community_id', '=', communityId)
    .where('kind', 'in', ['building', 'entrance', 'home'])
    .execute()
  // Joined here and not in the database: right after a large import it knows too little of its tables to join well.
  const facts = await tx
    .selectFrom('estate.home')
    .select(['id', 'use', 'area', 'handover_on as handoverOn'])
    .where('community_id', '=', communityId)
    .execute()
  const factsOf = new Map(facts.map((it) => [it.id, it]))
  const buildings = new Map<string, MappedNode>()
  for (const { kind, id, name } of rows) {
    if (kind === 'building') {
      const key = buildingKey(name)
      buildings.set(id, { id, name, key, buildingKey: key })
    }
  }
  const keyOfBuilding = (id: string | null) => buildings.get(id ?? '')?.key ?? ''
  const entrances = new Map<string, MappedNode>()
  for (const { kind, id, name, buildingId } of rows) {
    if (kind === 'entrance') {
      entrances.set(id, { id, name, key: entranceKey(name), buildingKey: keyOfBuilding(buildingId) })
    }
  }
  const homes = rows.flatMap((it) => {
    const own = it.kind === 'home' ? factsOf.get(it.id) : undefined
    if (!own) return []
    return [
      {
        ...own,
        label: it.label,
        buildingKey: keyOfBuilding(it.buildingId),
        entranceKey: entrances.get(it.entranceId ?? '')?.key ?? null,
        roomPart: roomPart(it.name),
      },
    ]
  })
  return mapEstate(community?.name ?? '', homes, [...buildings.values()], [...entrances.values()])
}

export type RoomToMake = NewRoom & HomeFacts & { use: HomeUse; floor: string | null }

/**
 * Makes homes that `resolveRoom` found missing, with the buildings and entrances they need, named as their neighbours
 * are. Gives the new homes' ids by key. `map` must be of this transaction.
 */
export async function makeRooms(
  tx: Tx,
  communityId: string,
  map: EstateMap,
  rooms: readonly RoomToMake[],
  now: string,
): Promise<Map<string, string>> {
  if (rooms.length === 0) return new Map()
  const nodes: PlaceInput[] = []
  const idOf = new Map<string, string>([
    ...[...map.buildings].map(([key, it]): [string, string] => [key, it.id]),
    ...[...map.entrances].map(([key, it]): [string, string] => [key, it.id]),
  ])
  const node = (path: string, make: () => Omit<PlaceInput, 'id'>): string => {
    const known = idOf.get(path)
    if (known !== undefined) return known
    const id = v7()
    idOf.set(path, id)
    nodes.push({ id, ...make() })
    return id
  }
  const homes = rooms.map((it): PlaceInput & { key: string } => {
    const { key, building, entrance, room, floor, use, area, handoverOn } = it
    const buildingId = node(building.key, () => ({
      kind: 'building',
      parentId: null,
      name: nameNode('building', building, [...map.buildings.values()]),
    }))
    const parentId = entrance
      ? node(`${building.key}/${entrance.key}`, () => ({
          kind: 'entrance',
          parentId: buildingId,
          name: nameNode('entrance', entrance, [...map.entrances.values()]),
        }))
      : buildingId
    return { id: v7(), key, kind: 'home', parentId, name: room, floor, home: { use, area, handoverOn } }
  })
  await addPlacesTx(tx, communityId, [...nodes, ...homes], now)
  return new Map(homes.map((it) => [it.key, it.id]))
}
