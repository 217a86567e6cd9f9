import type { CalendarVersion, Interval } from './calendar-version.ts'
import { instantAfter, workedSeconds } from './timeline.ts'

/**
 * The first instant by which the calendar has been open, outside the pauses, for `seconds` since `from`; `from`
 * itself when nothing is asked. Pauses may overlap and come in any order, and are measured in the same calendar.
 * Undefined when the calendar does not open long enough within 400 days of the beginning or of the last pause's end.
 */
export function deadlineAfter(
  calendar: CalendarVersion,
  from: number,
  seconds: number,
  pauses: readonly Interval[] = [],
): number | undefined {
  if (seconds <= 0) return from
  let left = seconds
  let at = from
  for (const pause of pauses.length > 1 ? pauses.toSorted((a, b) => a.from - b.from) : pauses) {
    if (pause.to <= at || pause.to <= pause.from) continue
    const worked = workedSeconds(calendar, at, pause.from)
    if (worked >= left) break
    left -= worked
    at = pause.to
  }
  return instantAfter(calendar, at, left)
}

/** The first instant from `at` on at which the calendar is open, or undefined when it stays closed for 400 days. */
export function nextOpening(calendar: CalendarVersion, at: number): number | undefined {
  const oneSecondIn = instantAfter(calendar, at, 1)
  return oneSecondIn === undefined ? undefined : oneSecondIn - 1
}

/** Whether the calendar is open at this instant. */
export function isOpenAt(calendar: CalendarVersion, at: number): boolean {
  return workedSeconds(calendar, at, at + 1) === 1
}
