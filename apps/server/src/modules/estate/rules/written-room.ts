import { parseRoom, toHalfWidth } from '@zhanggui/rules'
import type { RoomParts } from '@zhanggui/rules'
import { bare, buildingKey, entranceKey, leadingWords, roomPart, tidyName } from './names.ts'

/** A room as somebody wrote it: in one cell, or over several. */
export type WrittenRoom = {
  /** 期, 区 or 组团. */
  zone?: string | undefined
  building?: string | undefined
  entrance?: string | undefined
  floor?: string | undefined
  room: string
}

/** A building or entrance: its part of the key, and its name where one was written out. */
export type NodeReading = { key: string; name?: string; unit?: string }
export type RoomReading = { building?: NodeReading; entrance?: NodeReading; room: string }

/**
 * What a written room may mean, likeliest first; none when it can not be read or its parts contradict each other. The
 * name of the community in front (`home`) says nothing; other words there do: 东区1栋 is not 西区1栋.
 */
export function readRoom(cells: WrittenRoom, home = ''): RoomReading[] {
  const written = withoutHome(cells, home)
  const building = written.building === undefined ? undefined : buildingIn(written.zone, written.building)
  const entrance = written.entrance === undefined ? undefined : nodeOf(entranceKey, written.entrance)
  const inRoom = parseRoom(roomText(written))
  const units = unitsIn(written.room)
  const words = leadingWords(bare(written.room))
  const readings = inRoom.flatMap((it) =>
    combined(it, { building, entrance, zone: written.zone, words, units }),
  )
  if (building === undefined) return readings
  // 1-502 beside a building of its own is entrance 1, not building 1 once more.
  const ordered = readings.toSorted((a, b) => Number(!a.entrance) - Number(!b.entrance))
  if (ordered.length > 0 || inRoom.length > 0) return ordered
  const room = roomPart(written.room)
  return room.length === 0 || room.length > 12 ? [] : [{ building, ...(entrance ? { entrance } : {}), room }]
}

/** Without the community's name where addresses begin with it, as 锦绣花园3栋1单元502 does. */
function withoutHome(cells: WrittenRoom, home: string): WrittenRoom {
  const strip = (text: string): string => {
    const words = leadingWords(bare(text))
    const named = words !== '' && (bare(home).includes(words) || (home !== '' && words.includes(bare(home))))
    return named ? bare(text).slice(words.length) : text
  }
  const { building } = cells
  return {
    ...cells,
    room: strip(cells.room),
    ...(building === undefined ? {} : { building: strip(building) }),
  }
}

type Columns = {
  building: NodeReading | undefined
  entrance: NodeReading | undefined
  zone: string | undefined
  /** Words before the first number in the room's own cell. */
  words: string
  units: { building?: string; entrance?: string }
}

/** A reading of the room's own cell together with what stands in the cells beside it; none when they disagree. */
function combined(parts: RoomParts, columns: Columns): RoomReading[] {
  const { units } = columns
  const own = ownBuilding(parts, columns)
  if (own && columns.building && !sameBuilding(columns.building.key, own.key)) return []
  const entered = parts.entrance === undefined ? undefined : entranceOf(parts.entrance, units)
  if (entered && columns.entrance && columns.entrance.key !== entered.key) return []
  const building = columns.building ?? own
  const entrance = columns.entrance ?? entered
  return [{ ...(building ? { building } : {}), ...(entrance ? { entrance } : {}), room: parts.room }]
}

function ownBuilding(parts: RoomParts, { zone, words, units }: Columns): NodeReading | undefined {
  if (parts.building === undefined) return undefined
  const area = parts.area ?? (zone === undefined || words !== '' ? undefined : zoneName(zone))
  const key = [words, area, parts.building].filter(Boolean).join('-')
  return units.building === undefined ? { key } : { key, unit: units.building }
}

function entranceOf(key: string, units: { entrance?: string }): NodeReading {
  return units.entrance === undefined ? { key } : { key, unit: units.entrance }
}

/** Whether a building's key is meant by another: 2期-3 by 3, when nobody wrote the 期. */
export function sameBuilding(key: string, written: string): boolean {
  return key === written || key.endsWith(`-${written}`)
}

function buildingIn(zone: string | undefined, building: string): NodeReading {
  const text = zone === undefined ? building : `${zoneName(zone)}${building}`
  return nodeOf(buildingKey, text)
}

function nodeOf(keyOf: (name: string) => string, text: string): NodeReading {
  const name = tidyName(text).replaceAll(/\s+/g, '')
  // A bare number or letter becomes a name in the community's own style.
  return /^[-0-9A-Za-z#]+$/.test(name) ? { key: keyOf(name) } : { key: keyOf(name), name }
}

function zoneName(zone: string): string {
  const name = tidyName(zone).replaceAll(/\s+/g, '')
  if (/[期区弄苑]$/.test(name)) return name.replace(/^第/, '')
  return /^[A-Z]$/i.test(name) ? `${name}区` : /^[\d一二三四五六七八九十]+$/.test(name) ? `${name}期` : name
}

function roomText({ room, floor }: WrittenRoom): string {
  // 02 on floor 5 is room 502; a whole room number needs no floor.
  const bare = tidyName(room)
  if (floor === undefined || !/^\d{1,2}(?:室|号|房|户)?$/.test(bare)) return room
  return `${tidyName(floor).replace(/(?:层|楼|F)$/i, '')}层${bare}`
}

/** The words for building and entrance that were used, to name new ones alike. */
function unitsIn(text: string): { building?: string; entrance?: string } {
  const plain = toHalfWidth(text)
  const building = /(号楼|栋|幢|座)/.exec(plain)?.[1]
  const entrance = /(单元|门洞|门)/.exec(plain)?.[1]
  return { ...(building ? { building } : {}), ...(entrance ? { entrance } : {}) }
}
