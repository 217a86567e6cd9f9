import { fromEpochMilliseconds, toZonedDateTimeISO } from 'temporal-polyfill/fns/Instant'
import { offsetNanoseconds } from 'temporal-polyfill/fns/ZonedDateTime'
import { dateOf, dayNumber, daySeconds } from './dates.ts'

/** Whether the text names a zone of the IANA database, as `Asia/Shanghai`; bare offsets are refused. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false
  try {
    offsetAt(text, 0)
    return true
  } catch {
    return false
  }
}

/** The date on the wall in this zone at this instant (epoch seconds). */
export function dateIn(timeZone: string, at: number): string {
  return dateOf(Math.floor(wallAt(timeZone, at) / daySeconds))
}

/** The first instant (epoch seconds) of this date in this zone. */
export function startOfDate(timeZone: string, date: string): number {
  return instantOf(timeZone, dayNumber(date) * daySeconds)
}

/** What the wall clock shows at an instant: seconds counted as if the zone were UTC. */
export function wallAt(timeZone: string, at: number): number {
  const day = Math.floor(at / daySeconds)
  const offset = offsetAtMidnight(timeZone, day)
  return at + (offset === offsetAtMidnight(timeZone, day + 1) ? offset : offsetAt(timeZone, at))
}

/**
 * The first instant at which the wall clock shows this time or a later one. So a time that a change of clocks skips
 * becomes the instant of the change, and a time that comes twice its first coming; order on the wall stays order in
 * time, and windows that do not overlap on the wall never overlap in time. Two changes within three days are not
 * provided for.
 */
export function instantOf(timeZone: string, wall: number): number {
  const day = Math.floor(wall / daySeconds)
  const before = offsetAtMidnight(timeZone, day - 1)
  const after = offsetAtMidnight(timeZone, day + 2)
  if (
    before === after &&
    before === offsetAtMidnight(timeZone, day) &&
    before === offsetAtMidnight(timeZone, day + 1)
  ) {
    return wall - before
  }
  const change = changeBetween(timeZone, (day - 1) * daySeconds, (day + 2) * daySeconds)
  return wall < change + before ? wall - before : Math.max(change, wall - after)
}

/** The instant in (from, to] at which the offset leaves the one at `from`. */
function changeBetween(timeZone: string, from: number, to: number): number {
  const before = offsetAt(timeZone, from)
  let low = from
  let high = to
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(timeZone, middle) === before) low = middle
    else high = middle
  }
  return high
}

function offsetAt(timeZone: string, at: number): number {
  return offsetNanoseconds(toZonedDateTimeISO(fromEpochMilliseconds(at * 1000), timeZone)) / 1e9
}

/** Offsets at midnights UTC, remembered because each costs several microseconds; emptied when it has grown large. */
const midnights = new Map<string, Map<number, number>>()
const midnightsKept = 20_000

function offsetAtMidnight(timeZone: string, day: number): number {
  let known = midnights.get(timeZone)
  if (known === undefined) {
    known = new Map()
    midnights.set(timeZone, known)
  }
  let offset = known.get(day)
  if (offset === undefined) {
    offset = offsetAt(timeZone, day * daySeconds)
    if (known.size >= midnightsKept) known.clear()
    known.set(day, offset)
  }
  return offset
}
