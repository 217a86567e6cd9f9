import type { HomeUse } from '@zhanggui/contract'
import { bare } from './names.ts'
import { readRoom, sameBuilding } from './written-room.ts'
import type { NodeReading, RoomReading, WrittenRoom } from './written-room.ts'

/** A home with the parts of its canonical room. Area in 0.01 m². */
export type MappedHome = {
  id: string
  label: string
  buildingKey: string
  entranceKey: string | null
  roomPart: string
  use: HomeUse
  area: number
  handoverOn: string | null
}
export type MappedNode = { id: string; key: string; name: string; buildingKey: string }

/** All homes, buildings and entrances of a community, for telling what written rooms mean. */
export type EstateMap = {
  homes: ReadonlyMap<string, readonly MappedHome[]>
  labels: ReadonlyMap<string, MappedHome | 'several'>
  buildings: ReadonlyMap<string, MappedNode>
  entrances: ReadonlyMap<string, MappedNode>
  /** How many homes there are. */
  count: number
  /** The community's name, with which addresses may begin. */
  name: string
}

/** A home that is not there yet, by the parts of its room. */
export type NewRoom = {
  key: string
  building: NodeReading
  entrance: NodeReading | null
  room: string
}

/**
 * `unreadable`: no room in these words. `incomplete`: the building or entrance is missing. `ambiguous`: several homes
 * fit.
 */
export type RoomProblem = 'unreadable' | 'incomplete' | 'ambiguous'
export type ResolvedRoom = { home: MappedHome } | { create: NewRoom } | { problem: RoomProblem }

export function mapEstate(
  name: string,
  homes: readonly MappedHome[],
  buildings: readonly MappedNode[],
  entrances: readonly MappedNode[],
): EstateMap {
  const labels = new Map<string, MappedHome | 'several'>()
  for (const home of homes) {
    const label = bare(home.label)
    labels.set(label, labels.has(label) ? 'several' : home)
  }
  return {
    homes: Map.groupBy(homes, (it) => it.roomPart),
    labels,
    buildings: new Map(buildings.map((it) => [it.key, it])),
    entrances: new Map(entrances.map((it) => [`${it.buildingKey}/${it.key}`, it])),
    count: homes.length,
    name,
  }
}

/** The home that was meant, or one to be made where it can be said where it stands. */
export function resolveRoom(map: EstateMap, written: WrittenRoom): ResolvedRoom {
  const readings = readRoom(written, map.name)
  const exact = readings.flatMap((it) => matches(map, it, true))[0]
  if (exact) return { home: exact }
  const labelled = map.labels.get(
    bare(`${written.zone ?? ''}${written.building ?? ''}${written.entrance ?? ''}${written.room}`),
  )
  if (labelled) return labelled === 'several' ? { problem: 'ambiguous' } : { home: labelled }
  const loose = new Set(readings.flatMap((it) => matches(map, it, false)))
  const [only] = loose
  if (only) return loose.size === 1 ? { home: only } : { problem: 'ambiguous' }
  return newRoom(map, readings)
}

/**
 * Homes that a reading fits; exactly, or with parts left out that were not written. Without a building it fits only
 * where there is just one.
 */
function matches(map: EstateMap, reading: RoomReading, exactly: boolean): MappedHome[] {
  const { building, entrance } = reading
  if (!building && (exactly || map.buildings.size !== 1)) return []
  return (map.homes.get(reading.room) ?? []).filter((home) =>
    exactly
      ? home.buildingKey === building?.key && home.entranceKey === (entrance?.key ?? null)
      : (!building || sameBuilding(home.buildingKey, building.key)) &&
        (!entrance || home.entranceKey === entrance.key),
  )
}

function newRoom(map: EstateMap, readings: readonly RoomReading[]): ResolvedRoom {
  const [sole] = map.buildings.size === 1 ? map.buildings.values() : []
  for (const { building, entrance, room } of readings) {
    const known = building ? buildingFor(map, building.key) : sole
    if (known === 'several') return { problem: 'ambiguous' }
    const place = known ? { key: known.key } : building
    if (!place) continue
    const hasEntrances = [...map.entrances.values()].some((it) => it.buildingKey === place.key)
    if (hasEntrances && !entrance) continue
    const key = [place.key, ...(entrance ? [entrance.key] : []), room].join('-')
    return { create: { key, building: place, entrance: entrance ?? null, room } }
  }
  return { problem: readings.length > 0 ? 'incomplete' : 'unreadable' }
}

function buildingFor(map: EstateMap, key: string): MappedNode | 'several' | undefined {
  const exact = map.buildings.get(key)
  if (exact) return exact
  const fitting = [...map.buildings.values()].filter((it) => sameBuilding(it.key, key))
  return fitting.length > 1 ? 'several' : fitting[0]
}
