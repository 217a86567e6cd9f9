import * as fc from 'fast-check'
import type { CalendarVersion, DateOverride, DayWindow } from '../calendar/calendar-version.ts'
import { isoWeekdays } from '../calendar/calendar-version.ts'
import type { Era } from './wall-oracle.ts'
import { eraOf } from './wall-oracle.ts'

/** Stretches of 45 days worth looking at, with the dates that a random calendar may override in them. */
const places = [
  { name: 'New York, clocks forward on 2026-03-08', timeZone: 'America/New_York', start: 1_772_323_200 },
  { name: 'New York, clocks back on 2026-11-01', timeZone: 'America/New_York', start: 1_792_454_400 },
  { name: 'Shanghai, clocks forward in May 1986', timeZone: 'Asia/Shanghai', start: 514_339_200 },
  { name: 'Shanghai, clocks back for good in September 1991', timeZone: 'Asia/Shanghai', start: 683_078_400 },
  { name: 'Shanghai, clocks forward in April 1988', timeZone: 'Asia/Shanghai', start: 576_201_600 },
  { name: 'Shanghai, clocks back in September 1988', timeZone: 'Asia/Shanghai', start: 588_297_600 },
  { name: 'Shanghai, Spring Festival 2026', timeZone: 'Asia/Shanghai', start: 1_770_163_200 },
  { name: 'Shanghai, National Day 2026', timeZone: 'Asia/Shanghai', start: 1_789_344_000 },
  { name: 'Urumqi, Qingming and May 2024', timeZone: 'Asia/Urumqi', start: 1_711_929_600 },
] as const

const eraDays = 45

/** The eras, made when asked for: each costs some four thousand questions to `Intl`. */
export function eras(): readonly Era[] {
  return places.map(({ timeZone, start }) => eraOf(timeZone, start, eraDays))
}

/** Several windows a day, windows over midnight, whole days, closed days; they may overlap. On quarters of an hour. */
export function calendarIn(era: Era): fc.Arbitrary<CalendarVersion> {
  return fc
    .record({
      days: fc.array(dayWindows, { minLength: 7, maxLength: 7 }),
      overrides: fc.uniqueArray(overrideIn(era), { maxLength: 4, selector: (override) => override.date }),
      publicHolidays: fc.constantFrom('cn' as const, 'none' as const),
    })
    .map(({ days, overrides, publicHolidays }) => ({
      id: 'any',
      timeZone: era.timeZone,
      weekly: Object.fromEntries(
        isoWeekdays.map((weekday, index) => [weekday, days[index] ?? []]),
      ) as unknown as CalendarVersion['weekly'],
      overrides,
      publicHolidays,
    }))
}

/** A closed day, a whole day, or up to three windows with perhaps a night and an hour before dawn. */
const dayWindows: fc.Arbitrary<readonly DayWindow[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.constant([{ from: '00:00', to: '24:00' }]) },
  {
    weight: 7,
    arbitrary: fc
      .record({
        quarters: fc.uniqueArray(fc.integer({ min: 20, max: 88 }), { minLength: 2, maxLength: 6 }),
        night: fc.option(
          fc.record({ from: fc.integer({ min: 89, max: 95 }), to: fc.integer({ min: 0, max: 20 }) }),
          { freq: 2 },
        ),
        early: fc.constantFrom(undefined, '01:15-02:45', '01:00-02:00', '02:00-03:15'),
      })
      .map(({ quarters, night, early }) => {
        const ends = quarters.toSorted((a, b) => a - b)
        const windows: DayWindow[] = []
        for (let index = 0; index + 1 < ends.length; index += 2) {
          windows.push({ from: quarterText(ends[index]), to: quarterText(ends[index + 1]) })
        }
        if (night !== null) windows.push({ from: quarterText(night.from), to: quarterText(night.to) })
        // Times before dawn are where clocks change.
        const [from, to] = early?.split('-') ?? []
        return from === undefined || to === undefined ? windows : [...windows, { from, to }]
      }),
  },
)

function overrideIn(era: Era): fc.Arbitrary<DateOverride> {
  const date = fc.integer({ min: 0, max: eraDays - 1 }).map((days) => dateOfSlot(era, days * 96))
  return fc.oneof(
    date.map((date) => ({ date, kind: 'closed' as const })),
    fc
      .tuple(
        date,
        dayWindows.filter((windows) => windows.length > 0),
      )
      .map(([date, windows]) => ({ date, kind: 'open' as const, windows })),
    fc
      .tuple(date, fc.constantFrom(...isoWeekdays))
      .map(([date, weekday]) => ({ date, kind: 'like-weekday' as const, weekday })),
  )
}

function quarterText(quarter = 0): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
}

function dateOfSlot(era: Era, slot: number): string {
  const wallDay = Math.floor((era.wall[slot] ?? 0) / 1440)
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC' }).format(wallDay * 86_400_000)
}
