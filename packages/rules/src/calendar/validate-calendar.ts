import { holidayOn } from '../holidays/holiday-table.ts'
import type { CalendarVersion, DayWindow } from './calendar-version.ts'
import { horizonDays, isoWeekdays } from './calendar-version.ts'
import { dayNumber, daySeconds, isDate } from './dates.ts'
import { nextOpening } from './deadline-after.ts'
import type { DayPlan, WallWindow } from './windows.ts'
import { parseWindow, plansOf } from './windows.ts'
import { isTimeZone, startOfDate } from './zone.ts'

export const calendarProblemCodes = [
  'time-zone-unknown',
  'time-malformed',
  'date-malformed',
  'date-overridden-twice',
  'windows-missing',
  'windows-overlap',
  'never-open',
] as const
export type CalendarProblemCode = (typeof calendarProblemCodes)[number]

/** What is wrong and where: the path leads to the field, as in `['weekly', '1', 0, 'to']`. */
export type CalendarProblem = {
  readonly code: CalendarProblemCode
  readonly path: readonly (string | number)[]
}

/**
 * Everything that keeps a calendar from being used, to be asked before it is saved; empty when it is sound.
 * `from` (`YYYY-MM-DD`) is the date from which it is to hold: within 400 days of it there must be an open second.
 */
export function validateCalendar(calendar: CalendarVersion, from: string): CalendarProblem[] {
  const shape = [...zoneProblems(calendar), ...weeklyProblems(calendar), ...overrideProblems(calendar)]
  if (shape.length > 0) return shape
  const overlaps = overlapProblems(calendar, dayNumber(from))
  if (overlaps.length > 0) return overlaps
  return nextOpening(calendar, startOfDate(calendar.timeZone, from)) === undefined
    ? [{ code: 'never-open', path: ['weekly'] }]
    : []
}

type Path = readonly (string | number)[]

function zoneProblems(calendar: CalendarVersion): CalendarProblem[] {
  return isTimeZone(calendar.timeZone) ? [] : [{ code: 'time-zone-unknown', path: ['timeZone'] }]
}

function weeklyProblems(calendar: CalendarVersion): CalendarProblem[] {
  return isoWeekdays.flatMap((weekday) => timeProblems(calendar.weekly[weekday], ['weekly', weekday]))
}

function overrideProblems(calendar: CalendarVersion): CalendarProblem[] {
  const seen = new Set<string>()
  return calendar.overrides.flatMap((override, index) => {
    const path = ['overrides', index]
    const problems: CalendarProblem[] = []
    if (!isDate(override.date)) problems.push({ code: 'date-malformed', path: [...path, 'date'] })
    if (seen.has(override.date)) problems.push({ code: 'date-overridden-twice', path: [...path, 'date'] })
    seen.add(override.date)
    if (override.kind === 'open') {
      // An open date without hours is a slip: to close a date there is `closed`.
      if (override.windows.length === 0)
        problems.push({ code: 'windows-missing', path: [...path, 'windows'] })
      problems.push(...timeProblems(override.windows, [...path, 'windows']))
    }
    return problems
  })
}

function timeProblems(windows: readonly DayWindow[], path: Path): CalendarProblem[] {
  return windows.flatMap((window, index) =>
    (['from', 'to'] as const)
      .filter((end) => parseWindow({ from: '00:00', to: '24:00', [end]: window[end] }) === undefined)
      .map((end) => ({ code: 'time-malformed' as const, path: [...path, index, end] })),
  )
}

type Placed = WallWindow & { readonly path: Path }

/** Overlaps of any two neighbouring days of the week, and around each date that departs from its week. */
function overlapProblems(calendar: CalendarVersion, from: number): CalendarProblem[] {
  const found = new Map<string, CalendarProblem>()
  const report = (before: DayPlan, own: DayPlan) => {
    for (const path of overlapping(placed(before), placed(own))) {
      found.set(path.join('.'), { code: 'windows-overlap', path })
    }
  }
  const week = isoWeekdays.map((day) => ({ windows: calendar.weekly[day], path: ['weekly', day] }))
  for (const [index, plan] of week.entries()) report(week[(index + 6) % 7] ?? plan, plan)
  const planOf = plansOf(calendar)
  for (const day of departingDays(calendar, from)) {
    report(planOf(day - 1), planOf(day))
    report(planOf(day), planOf(day + 1))
  }
  return [...found.values()]
}

function departingDays(calendar: CalendarVersion, from: number): number[] {
  const days = calendar.overrides.map((override) => dayNumber(override.date))
  if (calendar.publicHolidays === 'none') return days
  for (let day = from; day < from + horizonDays; day += 1) {
    if (holidayOn(day)?.off === false) days.push(day)
  }
  return days
}

/** Paths of the day's own windows that begin before an earlier one has ended. */
function overlapping(before: readonly Placed[], own: readonly Placed[]): Path[] {
  const paths: Path[] = []
  let busyUntil = Math.max(0, ...before.map((window) => window.to - daySeconds))
  for (const window of own.toSorted((a, b) => a.from - b.from)) {
    if (window.from < busyUntil) paths.push(window.path)
    busyUntil = Math.max(busyUntil, window.to)
  }
  return paths
}

function placed({ windows, path }: DayPlan): Placed[] {
  return windows.flatMap((window, index) => {
    const parsed = parseWindow(window)
    return parsed === undefined ? [] : [{ ...parsed, path: [...path, index] }]
  })
}
