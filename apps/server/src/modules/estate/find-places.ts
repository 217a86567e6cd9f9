import type { Place as PlaceView, PlaceKind } from '@zhanggui/contract'
import { formatRoom, parseRoom, toHalfWidth } from '@zhanggui/rules'
import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { placeViews } from './tree.ts'

/**
 * Places by what people type: a room in any notation (3-1-502, 3栋1单元502, 502) or words of the label. Whole rooms
 * come first, then rooms beginning or ending so, then labels. `limit` is at most 500.
 */
export async function findPlaces(
  tx: Tx,
  communityId: string,
  filter: { q?: string | undefined; parentId?: string | undefined; kinds?: PlaceKind[]; limit: number },
): Promise<PlaceView[]> {
  const { q = '', parentId, kinds, limit } = filter
  return placeViews(tx, communityId, {
    ...(parentId === undefined ? {} : { parentId }),
    ...(kinds === undefined ? {} : { kinds }),
    ...(q === '' ? {} : { matching: matching(q) }),
    limit,
  })
}

/** The condition and the rank (0 best) of a place for what was typed. */
function matching(q: string) {
  const readings = parseRoom(q)
  const keys = readings.map(formatRoom)
  const beneath = keys.map((it) => `${escaped(it)}-%`)
  // A room without its building or entrance stands at the end of many rooms: 502, 1单元502, 3栋502.
  const endings = readings.flatMap((it) => [
    `%-${escaped(formatRoom(it))}`,
    ...(it.building !== undefined && it.entrance === undefined
      ? [
          `${escaped(it.area === undefined ? it.building : `${it.area}-${it.building}`)}-%-${escaped(it.room)}`,
        ]
      : []),
  ])
  const beginnings = keys.map((it) => `${escaped(it)}%`)
  const words = toHalfWidth(q)
    .split(/\s+/)
    .filter((it) => it !== '')
    .map((it) => `%${escaped(it.toUpperCase())}%`)
  const first = `${escaped(toHalfWidth(q).replaceAll(/\s+/g, '').toUpperCase())}%`
  const label = sql`upper(replace(place.label, ' ', ''))`
  const rank = sql<number>`case
    when place.room_key = any(${keys}::text[]) then 0
    when place.room_key like any(${beneath}::text[]) then 1
    when place.room_key like any(${endings}::text[]) then 2
    when place.room_key like any(${beginnings}::text[]) then 3
    when ${label} like ${first} then 4
    else 5 end`
  const where = sql<boolean>`(place.room_key like any(${[...keys.map(escaped), ...beneath, ...endings, ...beginnings]}::text[])
    or ${label} like all(${words}::text[]))`
  return { where, rank }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, (it) => `\\${it}`)
}
