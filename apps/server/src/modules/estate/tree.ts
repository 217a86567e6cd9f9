import type { Place as PlaceView, PlaceKind } from '@zhanggui/contract'
import { sql } from 'kysely'
import type { Expression, SqlBool } from 'kysely'
import type { Tx } from '#platform/database'
import type { DraftPlace } from './rules/draft-place.ts'

/** A place and everything that hangs on it, parents first. */
export async function nodesUnder(tx: Tx, communityId: string, placeId: string): Promise<DraftPlace[]> {
  const { rows } = await sql<{
    id: string
    kind: PlaceKind
    name: string
    label: string
    parentId: string | null
    buildingId: string | null
    buildingName: string | null
    entranceId: string | null
    entranceName: string | null
    roomKey: string | null
    floor: string | null
    floorIndex: number | null
    position: number
  }>`
    with recursive under as (
      select *, 0 as depth from estate.place where community_id = ${communityId} and id = ${placeId}
      union all
      select place.*, under.depth + 1 from estate.place as place join under on place.parent_id = under.id
      where place.community_id = ${communityId}
    )
    select under.id, under.kind, under.name, under.label, under.parent_id as "parentId",
      under.building_id as "buildingId", building.name as "buildingName",
      under.entrance_id as "entranceId", entrance.name as "entranceName",
      under.room_key as "roomKey", under.floor, under.floor_index as "floorIndex", under.position
    from under
      left join estate.place as building
        on building.community_id = under.community_id and building.id = under.building_id
      left join estate.place as entrance
        on entrance.community_id = under.community_id and entrance.id = under.entrance_id
    order by under.depth, under.position`.execute(tx)
  return rows.map(({ buildingId, buildingName, entranceId, entranceName, ...node }) => ({
    ...node,
    building: buildingId === null ? null : { id: buildingId, name: buildingName ?? '' },
    entrance: entranceId === null ? null : { id: entranceId, name: entranceName ?? '' },
  }))
}

export type PlaceFilter = {
  ids?: readonly string[]
  parentId?: string
  kinds?: readonly PlaceKind[]
  /** A condition on `place`, and the order it gives before the usual one. */
  matching?: { where: Expression<SqlBool>; rank: Expression<number> }
  /** At most 500. */
  limit?: number
}

const limits = [20, 100, 500]

/** Places as the contract shows them, best match first, then buildings before their parts, in natural order. */
export async function placeViews(tx: Tx, communityId: string, filter: PlaceFilter): Promise<PlaceView[]> {
  const limit = filter.limit ?? 500
  let query = tx
    .selectFrom('estate.place as place')
    .leftJoin('estate.home as home', (on) =>
      on.onRef('home.community_id', '=', 'place.community_id').onRef('home.id', '=', 'place.id'),
    )
    .leftJoin('estate.place_code as code', (on) =>
      on
        .onRef('code.community_id', '=', 'place.community_id')
        .onRef('code.place_id', '=', 'place.id')
        .on('code.ended_at', 'is', null),
    )
    .select([
      'place.id',
      'place.kind',
      'place.label',
      'place.parent_id as parentId',
      'place.name',
      'place.floor',
      'home.use',
      'home.area',
      'home.handover_on as handoverOn',
      sql<boolean>`code.token is not null`.as('hasCode'),
      'place.version',
    ])
    .where('place.community_id', '=', communityId)
  if (filter.ids) query = query.where(sql<boolean>`place.id = any(${filter.ids}::uuid[])`)
  if (filter.parentId !== undefined) query = query.where('place.parent_id', '=', filter.parentId)
  if (filter.kinds) query = query.where(sql<boolean>`place.kind = any(${filter.kinds}::text[])`)
  if (filter.matching) query = query.where(filter.matching.where).orderBy(filter.matching.rank)
  const rows = await query
    .orderBy(sql`array_position(array['building', 'entrance', 'common', 'home'], place.kind)`)
    .orderBy(sql`place.floor_index nulls first`)
    .orderBy('place.position')
    .orderBy('place.label')
    // A few fixed limits, so that there are a few prepared statements and not five hundred.
    .limit(sql.lit(limits.find((it) => it >= limit) ?? 500))
    .execute()
  return rows.slice(0, limit)
}
