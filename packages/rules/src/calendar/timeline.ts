import type { CalendarVersion, Interval } from './calendar-version.ts'
import { horizonDays } from './calendar-version.ts'
import { daySeconds } from './dates.ts'
import type { WallWindow } from './windows.ts'
import { windowsOf } from './windows.ts'
import { instantOf } from './zone.ts'

/**
 * A calendar's open time, written out day by day as it is needed: sorted half-open intervals that do not touch, and
 * the seconds open before each. Any two instants within the days written out are compared by two binary searches.
 */
type Timeline = {
  readonly windowsOfDay: (day: number) => readonly WallWindow[]
  readonly timeZone: string
  firstDay: number
  lastDay: number
  starts: number[]
  ends: number[]
  before: number[]
}

const timelines = new WeakMap<CalendarVersion, Timeline>()

/** More days than this are not kept for one calendar; a request far from the days kept begins anew. */
const daysKept = 4000
/** Days written out at once, so that neighbouring requests find them ready. */
const daysAhead = 32

/** The open stretches within [from, to), clipped to it. Instants are epoch seconds. */
export function openIntervals(calendar: CalendarVersion, from: number, to: number): Interval[] {
  if (to <= from) return []
  const { starts, ends } = written(calendar, from, to)
  const open: Interval[] = []
  for (let index = Math.max(0, lastAtOrBelow(starts, from)); index < starts.length; index += 1) {
    const start = Math.max(from, starts[index] ?? to)
    const end = Math.min(to, ends[index] ?? to)
    if (start >= to) break
    if (start < end) open.push({ from: start, to: end })
  }
  return open
}

/** Seconds of open time within [from, to); none when `to` is not after `from`. */
export function workedSeconds(calendar: CalendarVersion, from: number, to: number): number {
  if (to <= from) return 0
  const timeline = written(calendar, from, to)
  return openBefore(timeline, to) - openBefore(timeline, from)
}

/**
 * The first instant by which so many open seconds have passed since `from`, or undefined when that is not before the
 * horizon. `seconds` must be positive.
 */
export function instantAfter(calendar: CalendarVersion, from: number, seconds: number): number | undefined {
  const horizon = from + horizonDays * daySeconds
  for (let span = 4 * daySeconds; ; span *= 4) {
    const to = Math.min(from + span, horizon)
    const timeline = written(calendar, from, to)
    const target = openBefore(timeline, from) + seconds
    if (openBefore(timeline, to) >= target) {
      const index = lastAtOrBelow(timeline.before, target - 1)
      return (timeline.starts[index] ?? from) + target - (timeline.before[index] ?? 0)
    }
    if (to === horizon) return undefined
  }
}

function openBefore(timeline: Timeline, at: number): number {
  const index = lastAtOrBelow(timeline.starts, at)
  if (index < 0) return 0
  const start = timeline.starts[index] ?? at
  return (timeline.before[index] ?? 0) + Math.min(at, timeline.ends[index] ?? at) - start
}

/** The timeline with every interval that can touch [from, to] written out. */
function written(calendar: CalendarVersion, from: number, to: number): Timeline {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to)) {
    throw new RangeError(`instants are whole epoch seconds: ${from}, ${to}`)
  }
  let timeline = timelines.get(calendar)
  if (timeline === undefined) {
    timeline = { windowsOfDay: windowsOf(calendar), timeZone: calendar.timeZone, ...nothing(0) }
    timelines.set(calendar, timeline)
  }
  // The wall is at most a day from UTC, and a window reaches at most into the date after its own.
  const first = Math.floor(from / daySeconds) - 2
  const last = Math.floor(to / daySeconds) + 1
  const { firstDay, lastDay } = timeline
  if (first >= firstDay && last <= lastDay) return timeline
  if (lastDay < firstDay || Math.max(last, lastDay) - Math.min(first, firstDay) > daysKept) {
    Object.assign(timeline, nothing(first))
    writeUntil(timeline, last)
  } else if (first < firstDay) {
    Object.assign(timeline, nothing(first - daysAhead))
    writeUntil(timeline, Math.max(last, lastDay))
  } else {
    writeUntil(timeline, Math.max(last, lastDay + daysAhead))
  }
  return timeline
}

function nothing(firstDay: number) {
  return {
    firstDay,
    lastDay: firstDay - 1,
    starts: [] as number[],
    ends: [] as number[],
    before: [] as number[],
  }
}

function writeUntil(timeline: Timeline, lastDay: number): void {
  const { starts, ends, before, timeZone } = timeline
  for (let day = timeline.lastDay + 1; day <= lastDay; day += 1) {
    for (const window of timeline.windowsOfDay(day)) {
      const start = instantOf(timeZone, day * daySeconds + window.from)
      const end = instantOf(timeZone, day * daySeconds + window.to)
      const latest = starts.length - 1
      const latestEnd = ends[latest]
      if (latestEnd !== undefined && start <= latestEnd) {
        ends[latest] = Math.max(latestEnd, end)
      } else if (start < end) {
        before.push(
          latestEnd === undefined ? 0 : (before[latest] ?? 0) + latestEnd - (starts[latest] ?? latestEnd),
        )
        starts.push(start)
        ends.push(end)
      }
    }
  }
  timeline.lastDay = lastDay
}

/** The last index whose value is not above the limit, or -1. Values ascend. */
function lastAtOrBelow(values: readonly number[], limit: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] ?? limit) <= limit) low = middle + 1
    else high = middle
  }
  return low - 1
}
