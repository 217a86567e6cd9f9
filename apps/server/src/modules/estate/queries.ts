import type { PlaceKind } from '@zhanggui/contract'
import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { ChartRow } from './rules/chart.ts'
import type { Node } from './rules/draft-place.ts'

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

/**
 * Places near a place, with how near: 0 itself, 1 of the same entrance or directly above or below it in the tree, 2 of
 * the same building. One statement; at most 3000.
 */
export async function placesNear(
  tx: Tx,
  communityId: string,
  placeId: string,
): Promise<Map<string, 0 | 1 | 2>> {
  // place_pkey, then place_of_building and place_of_parent
  const { rows } = await sql<{ id: string; near: 0 | 1 | 2 }>`
    with me as (
      select id, parent_id, case kind when 'building' then id else building_id end as building,
        case kind when 'entrance' then id else entrance_id end as entrance
      from estate.place where community_id = ${communityId} and id = ${placeId}
    )
    select p.id, case when p.id = me.id then 0
      when p.id = me.parent_id or p.parent_id = me.id or p.id = me.entrance or p.entrance_id = me.entrance then 1
      else 2 end as near
    from estate.place p, me
    where p.community_id = ${communityId}
      and (p.id = me.id or p.id = me.parent_id or p.parent_id = me.id or p.id = me.building or p.building_id = me.building)
    limit 3000`.execute(tx)
  return new Map(rows.map((it) => [it.id, it.near]))
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

/** A home in one of these communities, or undefined. */
export async function homeById(
  tx: Tx,
  communityIds: readonly string[],
  homeId: string,
): Promise<Home | undefined> {
  const place = await placeById(tx, communityIds, homeId)
  if (place?.kind !== 'home') return undefined
  const [home] = await homesOf(tx, place.communityId, [homeId])
  return home
}

/** Those of the homes named that the community has. */
export async function homesOf(tx: Tx, communityId: string, ids: readonly string[]): Promise<Home[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('estate.place as place')
    .innerJoin('estate.home as home', (on) =>
      on.onRef('home.community_id', '=', 'place.community_id').onRef('home.id', '=', 'place.id'),
    )
    .select([
      'place.community_id as communityId',
      'place.id',
      'place.kind',
      'place.label',
      'place.building_id as buildingId',
      'place.entrance_id as entranceId',
      'place.floor',
      'home.use',
      'home.area',
      'home.handover_on as handoverOn',
      sql<string>`place.room_key`.as('roomKey'),
      'place.version',
    ])
    .where('place.community_id', '=', communityId)
    .where(sql<boolean>`place.id = any(${ids}::uuid[])`)
    .execute()
  const names = await namesAbove(tx, communityId, rows)
  return rows.map((it) => ({
    ...it,
    building: names.get(it.buildingId ?? '') ?? null,
    entrance: names.get(it.entranceId ?? '') ?? null,
  }))
}

/** Nodes with the names above them, for placing or renaming what hangs on them. */
export async function nodesOf(tx: Tx, communityId: string, ids: readonly string[]): Promise<Node[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('estate.place')
    .select(['id', 'kind', 'name', 'label', 'building_id as buildingId', 'entrance_id as entranceId'])
    .where('community_id', '=', communityId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
  const names = await namesAbove(tx, communityId, rows)
  return rows.map(({ buildingId, entranceId, ...it }) => ({
    ...it,
    building: buildingId === null ? null : { id: buildingId, name: names.get(buildingId) ?? '' },
    entrance: entranceId === null ? null : { id: entranceId, name: names.get(entranceId) ?? '' },
  }))
}

/**
 * Names of the buildings and entrances that these places are in. Read apart: joined with itself the tree would be
 * read whole for every row as long as the database has no statistics of it, just after an import.
 */
async function namesAbove(
  tx: Tx,
  communityId: string,
  places: readonly { buildingId: string | null; entranceId: string | null }[],
): Promise<Map<string, string>> {
  const ids = [...new Set(places.flatMap((it) => [it.buildingId, it.entranceId]))].filter((it) => it !== null)
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('estate.place')
    .select(['id', 'name'])
    .where('community_id', '=', communityId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map((it) => [it.id, it.name]))
}

/** The whole tree for drawing, in one statement: places, and apart from them the facts of homes. */
export async function chartRows(tx: Tx, communityId: string): Promise<ChartRow[]> {
  // Not joined, for the same reason as above.
  const { rows } = await sql<ChartRow & { facts: boolean }>`
    select false as facts, id, kind, name, building_id as "buildingId", entrance_id as "entranceId", floor,
      floor_index as "floorIndex", position, null::text as use, null::integer as area
    from estate.place where community_id = ${communityId}
    union all
    select true, id, 'home', '', null, null, null, null, 0, use, area
    from estate.home where community_id = ${communityId}`.execute(tx)
  const facts = new Map(rows.flatMap((it) => (it.facts ? [[it.id, it]] : [])))
  return rows.flatMap(({ facts: isFacts, ...it }) => {
    const { use = null, area = null } = facts.get(it.id) ?? {}
    return isFacts ? [] : [{ ...it, use, area }]
  })
}
