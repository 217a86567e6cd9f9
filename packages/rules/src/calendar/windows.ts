import { holidayOn } from '../holidays/holiday-table.ts'
import type { CalendarVersion, DayWindow, IsoWeekday } from './calendar-version.ts'
import { isoWeekdays } from './calendar-version.ts'
import { dayNumber, daySeconds, isoWeekday } from './dates.ts'

/** Seconds from a date's midnight on the wall; `to` exceeds a day when the window crosses midnight. */
export type WallWindow = { readonly from: number; readonly to: number }

/** Where a date takes its windows from, and the path that leads to them in the calendar. */
export type DayPlan = { readonly windows: readonly DayWindow[]; readonly path: readonly (string | number)[] }

const closed: DayPlan = { windows: [], path: [] }

/**
 * The plan of every day (counted from 1970-01-01): an override first, then the public holiday, then the weekday. A
 * make-up workday on a weekend is worked like a Monday, as the notice does not say which day it stands for.
 */
export function plansOf(calendar: CalendarVersion): (day: number) => DayPlan {
  const likeWeekday = (weekday: IsoWeekday): DayPlan => ({
    windows: calendar.weekly[weekday],
    path: ['weekly', weekday],
  })
  const week = isoWeekdays.map(likeWeekday)
  const overrides = new Map(
    calendar.overrides.map((override, index) => [
      dayNumber(override.date),
      override.kind === 'closed'
        ? closed
        : override.kind === 'open'
          ? { windows: override.windows, path: ['overrides', index, 'windows'] }
          : likeWeekday(override.weekday),
    ]),
  )
  return (day) => {
    const override = overrides.get(day)
    if (override !== undefined) return override
    const weekday = isoWeekday(day)
    const holiday = calendar.publicHolidays === 'cn' ? holidayOn(day) : undefined
    if (holiday?.off === true) return closed
    return week[holiday !== undefined && weekday >= 6 ? 0 : weekday - 1] ?? closed
  }
}

/** The windows of every day, sorted by beginning. Times that are not well formed are a fault. */
export function windowsOf(calendar: CalendarVersion): (day: number) => readonly WallWindow[] {
  const planOf = plansOf(calendar)
  const parsed = new Map<readonly DayWindow[], readonly WallWindow[]>()
  return (day) => {
    const { windows } = planOf(day)
    let known = parsed.get(windows)
    if (known === undefined) {
      known = parsedWindows(windows)
      parsed.set(windows, known)
    }
    return known
  }
}

/** The window as seconds from midnight, or undefined when one of its times is not well formed. */
export function parseWindow(window: DayWindow): WallWindow | undefined {
  const from = parseTime(window.from)
  const to = window.to === '24:00' || window.to === '24:00:00' ? daySeconds : parseTime(window.to)
  if (from === undefined || to === undefined) return undefined
  return { from, to: to > from ? to : to + daySeconds }
}

function parsedWindows(windows: readonly DayWindow[]): readonly WallWindow[] {
  return windows
    .map((window) => {
      const parsed = parseWindow(window)
      if (parsed === undefined) throw new RangeError(`not a window: ${window.from}–${window.to}`)
      return parsed
    })
    .toSorted((a, b) => a.from - b.from)
}

function parseTime(text: string): number | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(text)
  if (match === null) return undefined
  const [, hours, minutes, seconds = '0'] = match
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}
