import { sql } from 'kysely'
import { read } from '#platform/context'
import type { Context } from '#platform/context'
import type { House, Tx } from '#platform/database'

/** Communities with the number of their homes, by name. */
export async function communitiesOf(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('estate.community as community')
    .select((it) => [
      'community.id',
      'community.name',
      'community.address',
      'community.time_zone as timeZone',
      it
        .selectFrom('estate.home as home')
        .select((home) => home.fn.countAll<bigint>().as('homes'))
        .whereRef('home.community_id', '=', 'community.id')
        .as('homes'),
    ])
    .where(sql<boolean>`community.id = any(${ids}::uuid[])`)
    .orderBy('community.name')
    .execute()
  return rows.map((it) => ({ ...it, homes: Number(it.homes) }))
}

/** Names and zones of communities, by id; in a transaction of its own that sees just these. */
export async function communityNames(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, { name: string; timeZone: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await read(context, (tx) => namesOf(tx, ids), [...ids])
  return new Map(rows.map(({ id, name, timeZone }) => [id, { name, timeZone }]))
}

/** Names and zones of communities that this transaction sees. */
export async function namesOf(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom('estate.community')
    .select(['id', 'name', 'time_zone as timeZone'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
}

/** The place a current QR code stands for; undefined for a code that was ended or never made. Index: primary key. */
export async function placeOfCode(
  house: House,
  token: string,
): Promise<{ communityId: string; placeId: string } | undefined> {
  return house
    .selectFrom('estate.place_code')
    .select(['community_id as communityId', 'place_id as placeId'])
    .where('token', '=', token)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** The token of the code in force at a place. Index: place_code_current. */
export async function currentCode(
  house: House,
  communityId: string,
  placeId: string,
): Promise<string | undefined> {
  const code = await house
    .selectFrom('estate.place_code')
    .select('token')
    .where('community_id', '=', communityId)
    .where('place_id', '=', placeId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return code?.token
}
