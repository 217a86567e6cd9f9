import type { HomeUse } from '@zhanggui/contract'
import { sql } from 'kysely'
import { brokenConstraint } from '#platform/database'
import type { Tx } from '#platform/database'
import { Refusal } from '#platform/refusal'
import type { DraftPlace } from './rules/draft-place.ts'

export type HomeRow = { id: string; use: HomeUse; area: number; handoverOn: string | null }
export type HomeChange = {
  id: string
  use?: HomeUse | undefined
  area?: number | undefined
  handoverOn?: string | null | undefined
}

const chunk = 10_000

/** Adds places, parents before what hangs on them; refuses names and rooms that are taken. */
export async function insertPlaces(
  tx: Tx,
  communityId: string,
  places: readonly DraftPlace[],
  now: string,
): Promise<void> {
  for (let from = 0; from < places.length; from += chunk) {
    const rows = places.slice(from, from + chunk).map((it) => ({
      id: it.id,
      kind: it.kind,
      parent_id: it.parentId,
      building_id: it.building?.id ?? null,
      entrance_id: it.entrance?.id ?? null,
      name: it.name,
      label: it.label,
      room_key: it.roomKey,
      floor: it.floor,
      floor_index: it.floorIndex,
      position: it.position,
    }))
    // One parameter whatever the number of rows, so that the statement is prepared once.
    await sql`
      insert into estate.place (community_id, id, kind, parent_id, building_id, entrance_id, name, label,
        room_key, floor, floor_index, position, created_at)
      select ${communityId}::uuid, id, kind, parent_id, building_id, entrance_id, name, label,
        room_key, floor, floor_index, position, ${now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, kind text, parent_id uuid,
        building_id uuid, entrance_id uuid, name text, label text, room_key text, floor text, floor_index integer,
        position integer)`
      .execute(tx)
      .catch(refuseTaken)
  }
}

export async function insertHomes(tx: Tx, communityId: string, homes: readonly HomeRow[]): Promise<void> {
  if (homes.length === 0) return
  const rows = homes.map((it) => ({
    id: it.id,
    use: it.use,
    area: it.area,
    handover_on: it.handoverOn,
  }))
  await sql`
    insert into estate.home (community_id, id, use, area, handover_on)
    select ${communityId}::uuid, id, use, area, handover_on
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (id uuid, use text, area integer, handover_on date)`.execute(tx)
}

/** Names, labels, rooms and floors of places. Versions stay: what hangs on a renamed place was not itself changed. */
export async function updatePlaces(
  tx: Tx,
  communityId: string,
  places: readonly DraftPlace[],
): Promise<void> {
  const rows = places.map((it) => ({
    id: it.id,
    name: it.name,
    label: it.label,
    room_key: it.roomKey,
    floor: it.floor,
    floor_index: it.floorIndex,
    position: it.position,
  }))
  await sql`
    update estate.place set name = row.name, label = row.label, room_key = row.room_key, floor = row.floor,
      floor_index = row.floor_index, position = row.position
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, name text, label text, room_key text,
      floor text, floor_index integer, position integer)
    where estate.place.community_id = ${communityId} and estate.place.id = row.id`
    .execute(tx)
    .catch(refuseTaken)
}

/** Facts of homes; what is absent stays. */
export async function updateHomeFacts(
  tx: Tx,
  communityId: string,
  homes: readonly HomeChange[],
): Promise<void> {
  const rows = JSON.stringify(
    homes.map((it) => ({
      id: it.id,
      use: it.use ?? null,
      area: it.area ?? null,
      handover_on: it.handoverOn ?? null,
      handover_said: it.handoverOn !== undefined,
    })),
  )
  await sql`
    update estate.home set use = coalesce(row.use, home.use), area = coalesce(row.area, home.area),
      handover_on = case when row.handover_said then row.handover_on else home.handover_on end
    from jsonb_to_recordset(${rows}::jsonb)
      as row (id uuid, use text, area integer, handover_on date, handover_said boolean)
    where home.community_id = ${communityId} and home.id = row.id`.execute(tx)
}

export async function raiseVersions(tx: Tx, communityId: string, ids: readonly string[]): Promise<void> {
  await sql`
    update estate.place set version = version + 1
    where community_id = ${communityId} and id = any(${ids}::uuid[])`.execute(tx)
}

/** Raises a place's version when it is the one expected; otherwise says which it is. */
export async function takeVersion(
  tx: Tx,
  communityId: string,
  placeId: string,
  expected: number,
): Promise<void> {
  const place = await tx
    .selectFrom('estate.place')
    .select('version')
    .where('community_id', '=', communityId)
    .where('id', '=', placeId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (place.version !== expected) throw new Refusal('stale_version', { detail: { version: place.version } })
  await tx
    .updateTable('estate.place')
    .set({ version: expected + 1 })
    .where('community_id', '=', communityId)
    .where('id', '=', placeId)
    .execute()
}

/** Ends the place's current code, if any, and gives it this one. */
export async function replaceCode(
  tx: Tx,
  code: { token: string; communityId: string; placeId: string; now: string },
): Promise<void> {
  // Two people asking at once take turns, so that one code stays current.
  await tx
    .selectFrom('estate.place')
    .select('id')
    .where('community_id', '=', code.communityId)
    .where('id', '=', code.placeId)
    .forUpdate()
    .execute()
  await tx
    .updateTable('estate.place_code')
    .set({ ended_at: code.now })
    .where('community_id', '=', code.communityId)
    .where('place_id', '=', code.placeId)
    .where('ended_at', 'is', null)
    .execute()
  await tx
    .insertInto('estate.place_code')
    .values({
      token: code.token,
      community_id: code.communityId,
      place_id: code.placeId,
      made_at: code.now,
    })
    .execute()
}

function refuseTaken(error: unknown): never {
  switch (brokenConstraint(error)) {
    case 'place_room':
    case 'place_name':
    case 'place_top_name':
      throw new Refusal('place_taken', { fields: [{ path: 'name', problem: 'invalid' }] })
    case 'place_pkey':
      throw new Refusal('key_reused')
    default:
      throw error
  }
}
