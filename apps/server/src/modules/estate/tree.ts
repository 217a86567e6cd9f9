import type { Place as PlaceView, PlaceKind } from '@zhanggui/contract'
import { sql } from 'kysely'
import type { Expression, SqlBool } from 'kysely'
import type { Tx } from '#platform/database'
import type { TreeNode } from './rules/rename.ts'

/** A place and everything that hangs on it, parents first. */
export async function nodesUnder(tx: Tx, communityId: string, placeId: string): Promise<TreeNode[]> {
  const nodes: TreeNode[] = []
  // Level by level: the tree is four deep, and joined with itself it would be read whole for every row as long as
  // the database has no statistics of it.
  let level = await nodesWhere(tx, communityId, sql<boolean>`id = ${placeId}`)
  while (level.length > 0) {
    nodes.push(...level)
    const ids = level.map((it) => it.id)
    level = await nodesWhere(tx, communityId, sql<boolean>`parent_id = any(${ids}::uuid[])`)
  }
  return nodes
}

async function nodesWhere(tx: Tx, communityId: string, where: Expression<SqlBool>): Promise<TreeNode[]> {
  return tx
    .selectFrom('estate.place')
    .select(['id', 'kind', 'name', 'parent_id as parentId', 'floor'])
    .where('community_id', '=', communityId)
    .where(where)
    .execute()
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
    .select([
      'place.id',
      'place.kind',
      'place.label',
      'place.parent_id as parentId',
      'place.name',
      'place.floor',
      'place.version',
      // Looked up for the rows that remain, and not joined before: without statistics a join reads all for each.
      sql<Pick<PlaceView, 'use' | 'area' | 'handoverOn'> | null>`(
        select jsonb_build_object('use', home.use, 'area', home.area, 'handoverOn', home.handover_on)
        from estate.home where home.community_id = place.community_id and home.id = place.id)`.as('facts'),
      sql<boolean>`exists (select from estate.place_code as code where code.community_id = place.community_id
        and code.place_id = place.id and code.ended_at is null)`.as('hasCode'),
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
  const none = { use: null, area: null, handoverOn: null }
  return rows.slice(0, limit).map(({ facts, ...it }) => ({ ...it, ...(facts ?? none) }))
}
