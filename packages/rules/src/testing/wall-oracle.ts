import type { CalendarVersion, DayWindow } from '../calendar/calendar-version.ts'

/**
 * A second, slow opinion on open time, for tests only: it walks from quarter of an hour to quarter of an hour, asks
 * `Intl` what the wall shows, and looks the moment up in the windows. It shares no code with the calendar.
 */

/** Every duration and instant of the model is a multiple of this many seconds. */
export const slotSeconds = 900

export type Era = {
  readonly timeZone: string
  /** The instant of slot 0, in epoch seconds. */
  readonly start: number
  /** For each slot the latest time the wall has shown by then, in minutes since 1970-01-01 on the wall. */
  readonly wall: readonly number[]
}

/** So many days of wall time in a zone, from an instant that must be a multiple of a slot. */
export function eraOf(timeZone: string, start: number, days: number): Era {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  const wall: number[] = []
  let latest = -Infinity
  for (let slot = 0; slot < days * 96; slot += 1) {
    const parts = new Map(
      format.formatToParts((start + slot * slotSeconds) * 1000).map(({ type, value }) => [type, value]),
    )
    const days = daysSince1970(`${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`)
    latest = Math.max(latest, days * 1440 + Number(parts.get('hour')) * 60 + Number(parts.get('minute')))
    wall.push(latest)
  }
  return { timeZone, start, wall }
}

/** The dates that the model's eras contain and that do not follow their weekday: copied by hand from the notices. */
const off = dayNumbersOf(`
  1986-05-01 1991-10-01 1991-10-02 1991-10-03
  1988-05-01 1988-10-01 1988-10-02 1988-10-03
  2024-04-04 2024-04-05 2024-04-06 2024-05-01 2024-05-02 2024-05-03 2024-05-04 2024-05-05
  2026-02-15 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-02-21 2026-02-22 2026-02-23
  2026-04-04 2026-04-05 2026-04-06 2026-09-25 2026-09-26 2026-09-27
  2026-10-01 2026-10-02 2026-10-03 2026-10-04 2026-10-05 2026-10-06 2026-10-07
`)
const madeUp = dayNumbersOf(`
  2024-04-07 2024-04-28 2024-05-11
  2026-02-14 2026-02-28 2026-09-20 2026-10-10
`)

/** For each slot of the era whether the calendar is open in it. */
export function openSlots(calendar: CalendarVersion, era: Era): readonly boolean[] {
  let open = opened.get(calendar)
  if (open === undefined) {
    const known = new Map<number, readonly Minutes[]>()
    const windowsOn = (day: number) => {
      const windows =
        known.get(day) ??
        windowsOf(calendar, day).map(({ from, to }) => ({ from: minutes(from), to: minutes(to) }))
      known.set(day, windows)
      return windows
    }
    open = era.wall.map((wall) => {
      const day = Math.floor(wall / 1440)
      const minute = wall - day * 1440
      return (
        windowsOn(day).some(({ from, to }) => minute >= from && (to <= from || minute < to)) ||
        windowsOn(day - 1).some(({ from, to }) => to <= from && minute < to)
      )
    })
    opened.set(calendar, open)
  }
  return open
}
const opened = new WeakMap<CalendarVersion, readonly boolean[]>()
type Minutes = { readonly from: number; readonly to: number }

function windowsOf(calendar: CalendarVersion, day: number): readonly DayWindow[] {
  const weekdays = ['4', '5', '6', '7', '1', '2', '3'] as const
  const weekday = weekdays[day % 7] ?? '4'
  for (const override of calendar.overrides) {
    if (daysSince1970(override.date) !== day) continue
    if (override.kind === 'closed') return []
    return override.kind === 'open' ? override.windows : calendar.weekly[override.weekday]
  }
  if (calendar.publicHolidays === 'cn') {
    if (off.has(day)) return []
    if (madeUp.has(day)) return calendar.weekly['1']
  }
  return calendar.weekly[weekday]
}

function minutes(time: string): number {
  const [hour = '0', minute = '0'] = time.split(':')
  return Number(hour) * 60 + Number(minute)
}

/** Counted up year by year and month by month, from 1970 on. */
function daysSince1970(date: string): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  let days = day - 1
  for (let y = 1970; y < year; y += 1) days += isLeap(y) ? 366 : 365
  for (let m = 1; m < month; m += 1) {
    days += m === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31
  }
  return days
}

function dayNumbersOf(dates: string): ReadonlySet<number> {
  return new Set(dates.trim().split(/\s+/).map(daysSince1970))
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}
