import type { PlaceKind } from '@zhanggui/contract'
import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** A place as other modules know it. */
export type Place = {
  communityId: string
  id: string
  kind: PlaceKind
  label: string
  buildingId: string | null
  entranceId: string | null
}

const placeColumns = [
  'community_id as communityId',
  'id',
  'kind',
  'label',
  'building_id as buildingId',
  'entrance_id as entranceId',
] as const

/** A place in one of these communities, or undefined. Index: place's primary key. */
export async function placeById(
  tx: Tx,
  communityIds: readonly string[],
  placeId: string,
): Promise<Place | undefined> {
  return tx
    .selectFrom('estate.place')
    .select(placeColumns)
    .where(sql<boolean>`community_id = any(${communityIds}::uuid[])`)
    .where('id', '=', placeId)
    .executeTakeFirst()
}

/** Those of the places named that the community has, in no particular order. */
export async function placesOf(tx: Tx, communityId: string, ids: readonly string[]): Promise<Place[]> {
  if (ids.length === 0) return []
  return tx
    .selectFrom('estate.place')
    .select(placeColumns)
    .where('community_id', '=', communityId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
}

/**
 * Common places near these homes: of their entrance, of their building outside any entrance, and of the whole
 * community; nearest first. At most 200.
 */
export async function nearbyCommonPlaces(
  tx: Tx,
  communityId: string,
  homeIds: readonly string[],
): Promise<Place[]> {
  if (homeIds.length === 0) return []
  const near = sql`(select building_id, entrance_id from estate.place
    where community_id = ${communityId} and kind = 'home' and id = any(${homeIds}::uuid[]))`
  return tx
    .selectFrom('estate.place')
    .select(placeColumns)
    .where('community_id', '=', communityId)
    .where('kind', '=', 'common')
    .where(
      sql<boolean>`(building_id is null
        or (entrance_id is null and building_id in (select building_id from ${near} as home))
        or entrance_id in (select entrance_id from ${near} as home))`,
    )
    .orderBy(sql`(entrance_id is null)`)
    .orderBy(sql`(building_id is null)`)
    .orderBy('position')
    .orderBy('label')
    .limit(sql.lit(200))
    .execute()
}

/** What people's archives need to know of a home. Area in 0.01 m². */
export type Home = Place & {
  building: string | null
  entrance: string | null
  floor: string | null
  use: 'dwelling' | 'shop' | 'parking'
  area: number
  handoverOn: string | null
  roomKey: string
  version: number
}

const homeQuery = (tx: Tx) =>
  tx
    .selectFrom('estate.place as place')
    .innerJoin('estate.home as home', (on) =>
      on.onRef('home.community_id', '=', 'place.community_id').onRef('home.id', '=', 'place.id'),
    )
    .leftJoin('estate.place as building', (on) =>
      on
        .onRef('building.community_id', '=', 'place.community_id')
        .onRef('building.id', '=', 'place.building_id'),
    )
    .leftJoin('estate.place as entrance', (on) =>
      on
        .onRef('entrance.community_id', '=', 'place.community_id')
        .onRef('entrance.id', '=', 'place.entrance_id'),
    )
    .select([
      'place.community_id as communityId',
      'place.id',
      'place.kind',
      'place.label',
      'place.building_id as buildingId',
      'place.entrance_id as entranceId',
      'building.name as building',
      'entrance.name as entrance',
      'place.floor',
      'home.use',
      'home.area',
      'home.handover_on as handoverOn',
      sql<string>`place.room_key`.as('roomKey'),
      'place.version',
    ])

/** A home in one of these communities, or undefined. */
export async function homeById(
  tx: Tx,
  communityIds: readonly string[],
  homeId: string,
): Promise<Home | undefined> {
  return homeQuery(tx)
    .where(sql<boolean>`place.community_id = any(${communityIds}::uuid[])`)
    .where('place.id', '=', homeId)
    .executeTakeFirst()
}

/** Those of the homes named that the community has. */
export async function homesOf(tx: Tx, communityId: string, ids: readonly string[]): Promise<Home[]> {
  if (ids.length === 0) return []
  return homeQuery(tx)
    .where('place.community_id', '=', communityId)
    .where(sql<boolean>`place.id = any(${ids}::uuid[])`)
    .execute()
}

/** A node with the names above it, for placing or renaming what hangs on it. */
export async function nodesOf(tx: Tx, communityId: string, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('estate.place as place')
    .leftJoin('estate.place as building', (on) =>
      on
        .onRef('building.community_id', '=', 'place.community_id')
        .onRef('building.id', '=', 'place.building_id'),
    )
    .leftJoin('estate.place as entrance', (on) =>
      on
        .onRef('entrance.community_id', '=', 'place.community_id')
        .onRef('entrance.id', '=', 'place.entrance_id'),
    )
    .select([
      'place.id',
      'place.kind',
      'place.name',
      'place.label',
      'place.building_id',
      'building.name as building_name',
      'place.entrance_id',
      'entrance.name as entrance_name',
    ])
    .where('place.community_id', '=', communityId)
    .where(sql<boolean>`place.id = any(${ids}::uuid[])`)
    .execute()
  return rows.map((it) => ({
    id: it.id,
    kind: it.kind,
    name: it.name,
    label: it.label,
    building: it.building_id === null ? null : { id: it.building_id, name: it.building_name ?? '' },
    entrance: it.entrance_id === null ? null : { id: it.entrance_id, name: it.entrance_name ?? '' },
  }))
}

/** The whole tree in drawing order: buildings in their order, homes by entrance and room. One statement. */
export async function chartRows(tx: Tx, communityId: string) {
  return tx
    .selectFrom('estate.place as place')
    .leftJoin('estate.home as home', (on) =>
      on.onRef('home.community_id', '=', 'place.community_id').onRef('home.id', '=', 'place.id'),
    )
    .leftJoin('estate.place as entrance', (on) =>
      on
        .onRef('entrance.community_id', '=', 'place.community_id')
        .onRef('entrance.id', '=', 'place.entrance_id'),
    )
    .select([
      'place.id',
      'place.kind',
      'place.name',
      'place.building_id as buildingId',
      'entrance.name as entranceName',
      'place.floor',
      'place.floor_index as floorIndex',
      'home.use',
      'home.area',
    ])
    .where('place.community_id', '=', communityId)
    .orderBy('entrance.position')
    .orderBy('place.position')
    .orderBy('place.name')
    .execute()
}
