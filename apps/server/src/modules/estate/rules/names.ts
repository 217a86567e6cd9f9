import type { PlaceKind } from '@zhanggui/contract'
import { parseFloor, parseRoom } from '@zhanggui/rules'

/** Full-width letters, digits and dashes as keyboards make them become plain ones; nothing else is touched. */
export function tidyName(name: string): string {
  return name
    .replaceAll(/[０-９Ａ-Ｚａ-ｚ]/g, (it) => String.fromCharCode(it.charCodeAt(0) - 0xfee0))
    .replaceAll(/[－﹣‐‑–—−]/g, '-')
    .trim()
}

/** Words before the first number: 东区 of 东区1栋, 锦绣花园 of 锦绣花园三号楼; none of 三号楼 or of a basement. */
export function leadingWords(text: string): string {
  const start = /[-0-9A-Za-z#第]|[〇零一二两三四五六七八九十百]+(?:期|区|号|栋|幢|座|单元|门|弄|层|楼)/.exec(
    text,
  )
  const words = start ? text.slice(0, start.index) : ''
  return /^(?:负|地下)/.test(words) ? '' : words
}

/** A building's part of the key: 3栋, 3号楼 and 03幢 are all `3`, 二期3栋 is `2期-3`, 东区3栋 `东区-3`, 车库 stays 车库. */
export function buildingKey(name: string): string {
  const reading = parseRoom(`${name}-1`).find(
    (it) => it.room === '1' && it.building !== undefined && it.entrance === undefined,
  )
  if (!reading) return bare(name)
  // There may be a 西区1栋 too.
  return [leadingWords(bare(name)), reading.area, reading.building].filter(Boolean).join('-')
}

/** An entrance's part of the key: 1单元 and 一单元 are `1`, 东单元 stays 东单元. */
export function entranceKey(name: string): string {
  const [reading] = parseRoom(`${name}-1`)
  const key = reading?.entrance ?? (reading?.area === undefined ? reading?.building : undefined)
  return key === undefined ? bare(name) : `${leadingWords(bare(name))}${key}`
}

/** A room's part of the key: 502, 502室 and 0502 are `502`, B1-117 stays; 东101 too, for there may be a 西101. */
export function roomPart(name: string): string {
  if (!/^[-0-9A-Za-z０-９Ａ-Ｚａ-ｚ负地〇零一二三四五六七八九十]/.test(name.trim())) return bare(name)
  const reading = parseRoom(name).findLast((it) => it.building === undefined && it.entrance === undefined)
  return reading && reading.area === undefined ? reading.room : bare(name)
}

/** The canonical form of a room, 3-1-502: what imports and searches match, one of a kind in a community. */
export function roomKeyOf(parts: { building: string; entrance: string | null; room: string }): string {
  return [
    buildingKey(parts.building),
    ...(parts.entrance === null ? [] : [entranceKey(parts.entrance)]),
    roomPart(parts.room),
  ].join('-')
}

/** A name without spaces, in plain and capital letters. */
export function bare(name: string): string {
  return tidyName(name).replaceAll(/\s+/g, '').toUpperCase()
}

/** The whole name as people say it: 3栋1单元502, 2栋 大堂, 中心花园. */
export function labelOf(kind: PlaceKind, name: string, parentLabel: string | null): string {
  if (parentLabel === null) return name
  if (kind === 'common') return `${parentLabel} ${name}`
  // Two bare numbers side by side would read as one: 3-1-502, not 31502.
  const joint = /[0-9A-Za-z]$/.test(parentLabel) && /^[0-9A-Za-z]/.test(name) ? '-' : ''
  return `${parentLabel}${joint}${name}`
}

/** Order among neighbours: the last number in the name, so that 2栋 stands before 10栋 and 502 before 1001. */
export function positionOf(name: string): number {
  const last = /(\d{1,9})\D*$/.exec(tidyName(name))
  return last ? Number(last[1]) : 0
}
/** The floor that a room's name tells: 5 of 502, 3A of 3A02, B1 of B1-117; null when it tells none. */
export function floorOfRoom(name: string): string | null {
  const text = tidyName(name)
    .toUpperCase()
    .replace(/(?:号房|室|房|户|号)$/, '')
  const below = /^(B\d|-\d)(?:-\d{1,4}|\d{2,4})$/.exec(text)
  const above = /^0?(\d{1,2}[A-E]?)\d{2}[A-Z]?$/.exec(text)
  const floor = below?.[1] ?? above?.[1]
  return floor === undefined ? null : (parseFloor(floor)?.label ?? null)
}
