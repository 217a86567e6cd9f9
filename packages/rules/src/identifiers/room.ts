import { withArabicDigits } from './numerals.ts'
import { toHalfWidth, withPlainDashes } from './text.ts'

/** Where a home is, in words for its parts that carry no unit word: building 3, entrance 1, room 502. All text. */
export type RoomParts = {
  /** 期, 区 or 弄, with its word: 2期, A区, 100弄. */
  readonly area?: string | undefined
  readonly building?: string | undefined
  readonly entrance?: string | undefined
  readonly room: string
}

/**
 * What a room written by hand may mean, the likeliest first; none when it cannot be read. Understands 3-1-502,
 * 3栋1单元502, 3号楼一单元502室, 3#1-502, 3座502, 1单元502, B1-117, 502, with wide characters, spaces for dashes, and
 * Chinese numerals. Which of the candidates exists is for the caller to look up.
 */
export function parseRoom(text: string): RoomParts[] {
  const found = splitUnits(plain(text))
  if (found === undefined) return []
  const { area, building, entrance, rest } = found
  const readings = readingsOf(rest, building !== undefined, entrance !== undefined)
  const whole = readings.filter((reading) => !Object.values(reading).some((part) => part.includes(minus)))
  const parts = whole.map((reading) => ({
    ...(area === undefined ? {} : { area }),
    ...named('building', building ?? reading.building),
    ...named('entrance', entrance ?? reading.entrance),
    room: reading.room,
  }))
  return parts.flatMap((it) => (/^0+\d/.test(it.room) ? [it, { ...it, room: withoutZeros(it.room) }] : [it]))
}

/** The canonical form that imports and searches compare: `3-1-502`, `3-502`, `502`, with the area in front. */
export function formatRoom(parts: RoomParts): string {
  return [parts.area, parts.building, parts.entrance, parts.room]
    .filter((part) => part !== undefined)
    .join('-')
}

type Reading = { readonly building?: string; readonly entrance?: string; readonly room: string }

/** A basement floor loses its minus here, or it could not be told from a dash between parts. */
const minus = '_'

function plain(text: string): string {
  return (
    withArabicDigits(withPlainDashes(toHalfWidth(text)))
      .toUpperCase()
      .trim()
      .replaceAll(/\s*-\s*/g, '-')
      .replaceAll(/[\s/、,，~_]+/g, '-')
      .replaceAll(/负(?=\d)|(?<=^|-)-(?=\d)/g, minus)
      .replaceAll(/地下(\d)层?-?/g, 'B$1-')
      .replace(/(?:号房|室|房|户|号)$/, '')
      // The community's name, 车位, 商铺 and the like.
      .replace(/^[^0-9A-Z_]+/, '')
  )
}

type Units = {
  readonly area?: string
  readonly building?: string
  readonly entrance?: string
  readonly rest: string
}

/** 期 or 区, then the building by its unit word, then the rest. 5楼502 is a floor and not a building: see `pairOf`. */
const unitsShape =
  /^(?:([0-9A-Z]+(?:期|区|弄|苑))-?)?(?:([0-9A-Z]+)(?:号楼|楼栋|栋|幢|座|#楼|#|号|楼(?!\d*层|-?\2\d\d$))-?)?(.+)$/

function splitUnits(text: string): Units | undefined {
  const match = unitsShape.exec(text)
  if (match === null) return undefined
  const [, area, building, tail = ''] = match
  const entered = /^(?:([0-9A-Z]+)-)?([0-9A-Z]+)(?:单元|门洞|门)-?(.+)$/.exec(tail)
  const [, before, entrance, rest = tail] = entered ?? []
  if (before !== undefined && building !== undefined) return undefined
  return {
    ...(area === undefined ? {} : { area: withoutZeros(area) }),
    ...named('building', building ?? before),
    ...named('entrance', entrance),
    rest,
  }
}

/** What the parts between dashes are, given which of building and entrance were named by their unit words. */
function readingsOf(rest: string, hasBuilding: boolean, hasEntrance: boolean): Reading[] {
  const floored = /^([0-9A-Z]+)(层|楼|F)-?(.+)$/.exec(rest)
  const parts = (floored === null ? rest : `${floored[1]}-${floored[3]}`).split('-')
  if (!parts.every((part) => /^_?[0-9A-Z]{1,6}$/.test(part))) return []
  const [a = '', b = '', c = '', d = ''] = parts
  switch (parts.length) {
    case 1:
      return [{ room: a }]
    case 2:
      if (hasEntrance) return onFloor(a, b)
      if (floored === null) return pairOf(a, b, hasBuilding)
      return floored[2] === '楼' && !hasBuilding
        ? [...onFloor(a, b), { building: a, room: b }]
        : onFloor(a, b)
    case 3:
      if (hasEntrance) return []
      if (hasBuilding) return onFloor(b, c, { entrance: a })
      return isBasement(b) ? onFloor(b, c, { building: a }) : [{ building: a, entrance: b, room: c }]
    case 4:
      return hasBuilding || hasEntrance ? [] : onFloor(c, d, { building: a, entrance: b })
    default:
      return []
  }
}

function pairOf(a: string, b: string, hasBuilding: boolean): Reading[] {
  const asBuilding = { building: a, room: b }
  if (isBasement(a))
    return hasBuilding || a.startsWith(minus) ? onFloor(a, b) : [...onFloor(a, b), asBuilding]
  const asEntrance = { entrance: a, room: b }
  return hasBuilding ? [asEntrance] : [asBuilding, asEntrance]
}

/** A room given as floor and number: B1-117 stays in two parts, 5 and 2 or 02 are room 502, 5 and 502 are room 502. */
function onFloor(floor: string, number: string, above: Omit<Reading, 'room'> = {}): Reading[] {
  const rooms = isBasement(floor)
    ? [`${floor.replace(minus, '-')}-${number}`]
    : number.length > 2 && number.startsWith(floor)
      ? [number]
      : [floor + number.padStart(2, '0'), `${floor}-${number}`]
  return rooms.map((room) => ({ ...above, room }))
}

function isBasement(part: string): boolean {
  return /^(?:_|B)\d$/.test(part)
}

function named<Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } {
  return (value === undefined ? {} : { [key]: withoutZeros(value) }) as { readonly [K in Key]?: string }
}

function withoutZeros(text: string): string {
  return text.replace(/^0+(?=\d)/, '')
}
