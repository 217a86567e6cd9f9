import { describe, expect, test } from 'vitest'
import type { CalendarVersion, DayWindow } from './index.ts'
import {
  certaintyBetween,
  dateIn,
  deadlineAfter,
  epochSeconds,
  instantText,
  isOpenAt,
  isTimeZone,
  nextOpening,
  openIntervals,
  startOfDate,
  validateCalendar,
  wallAt,
  workedSeconds,
} from './index.ts'

const hour = 3600
const day = 86_400

function windows(text: string): DayWindow[] {
  return text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const [from = '', to = ''] = part.split('-')
      return { from, to }
    })
}

/** A calendar with the same windows Monday to Friday, and others on Saturday and Sunday. */
function calendar(weekdays: string, weekend = '', more: Partial<CalendarVersion> = {}): CalendarVersion {
  const week = windows(weekdays)
  const rest = windows(weekend)
  return {
    id: 'c1',
    timeZone: 'Asia/Shanghai',
    weekly: { 1: week, 2: week, 3: week, 4: week, 5: week, 6: rest, 7: rest },
    overrides: [],
    publicHolidays: 'none',
    ...more,
  }
}

/** The instant of a wall time such as `2026-11-23 09:30`. */
function at(wall: string, timeZone = 'Asia/Shanghai'): number {
  const [date = '', time = '00:00'] = wall.split(' ')
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  return startOfDate(timeZone, date) + hours * hour + minutes * 60 + seconds
}

function wall(instant: number | undefined, timeZone = 'Asia/Shanghai'): string {
  if (instant === undefined) return 'never'
  return new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(
    instant * 1000,
  )
}

describe('working time', () => {
  test('of a ticket from Friday night to Monday morning is an hour and a half, and sixty and a half on the wall', () => {
    const office = calendar('08:00-17:00')
    const opened = at('2026-11-20 21:00')
    const now = at('2026-11-23 09:30')
    expect(workedSeconds(office, opened, now)).toBe(1.5 * hour)
    expect(now - opened).toBe(60.5 * hour)
  })

  test('runs over from one day to the next', () => {
    const office = calendar('09:00-17:00')
    expect(wall(deadlineAfter(office, at('2026-11-24 09:00'), 900 * 60))).toBe('2026-11-25 16:00:00')
  })

  test('that begins exactly at closing time begins with the next opening', () => {
    const office = calendar('09:00-17:00')
    expect(wall(deadlineAfter(office, at('2026-11-24 17:00'), 60))).toBe('2026-11-25 09:01:00')
  })

  test('that ends exactly at closing time ends there and not at the next opening', () => {
    const office = calendar('09:00-17:00')
    expect(wall(deadlineAfter(office, at('2026-11-24 16:00'), hour))).toBe('2026-11-24 17:00:00')
  })

  test('uses the date of the zone and not of UTC', () => {
    const kolkata = calendar('09:00-17:00', '', { timeZone: 'Asia/Kolkata' })
    // Monday 20:00 UTC is Tuesday 01:30 there.
    expect(wall(deadlineAfter(kolkata, at('2026-11-23 20:00', 'UTC'), 60), 'Asia/Kolkata')).toBe(
      '2026-11-24 09:01:00',
    )
  })

  test('pauses at lunch, and crosses midnight with a night shift', () => {
    const shifts = calendar('09:00-12:00 14:00-18:00 22:00-06:00')
    expect(wall(deadlineAfter(shifts, at('2026-11-23 11:30'), hour))).toBe('2026-11-23 14:30:00')
    expect(wall(deadlineAfter(shifts, at('2026-11-23 23:00'), 2 * hour))).toBe('2026-11-24 01:00:00')
    // Friday's night runs into Saturday.
    expect(wall(deadlineAfter(shifts, at('2026-11-27 23:00'), 8 * hour))).toBe('2026-11-30 10:00:00')
  })

  test('counts to the second', () => {
    const office = calendar('09:00:30-09:00:31')
    expect(workedSeconds(office, at('2026-11-23 00:00'), at('2026-11-28 00:00'))).toBe(5)
    expect(wall(deadlineAfter(office, at('2026-11-23 00:00'), 2))).toBe('2026-11-24 09:00:31')
  })

  test('of a day and night desk is all the time there is', () => {
    const desk = calendar('00:00-24:00', '00:00-24:00')
    expect(openIntervals(desk, at('2026-09-20 07:00'), at('2026-10-20 07:00'))).toEqual([
      { from: at('2026-09-20 07:00'), to: at('2026-10-20 07:00') },
    ])
    expect(deadlineAfter(desk, 1_000_000, 90 * day)).toBe(1_000_000 + 90 * day)
  })

  test('does nothing for nothing', () => {
    const office = calendar('09:00-17:00')
    expect(deadlineAfter(office, at('2026-11-22 03:00'), 0)).toBe(at('2026-11-22 03:00'))
    expect(workedSeconds(office, 500, 500)).toBe(0)
    expect(workedSeconds(office, 500, 400)).toBe(0)
    expect(openIntervals(office, 500, 400)).toEqual([])
  })

  test('refuses instants that are not whole seconds', () => {
    expect(() => workedSeconds(calendar('09:00-17:00'), 0.5, 10)).toThrow(RangeError)
    expect(() => deadlineAfter(calendar('09:00-17:00'), Number.NaN, 10)).toThrow(RangeError)
  })
})

describe('public holidays in working time', () => {
  const office = calendar('09:00-18:00', '', { publicHolidays: 'cn' })

  test('a made-up Saturday is worked like a Monday', () => {
    expect(wall(nextOpening(office, at('2026-10-09 18:00')))).toBe('2026-10-10 09:00:00')
    expect(workedSeconds(office, at('2026-10-10 00:00'), at('2026-10-11 00:00'))).toBe(9 * hour)
  })

  test('National Day is not worked', () => {
    expect(wall(deadlineAfter(office, at('2026-09-30 17:00'), 2 * hour))).toBe('2026-10-08 10:00:00')
  })

  test('a deadline crosses Spring Festival', () => {
    // 13 Feb is Friday, 14 Feb made up, 15 to 23 Feb off.
    expect(wall(deadlineAfter(office, at('2026-02-13 17:00'), 11 * hour))).toBe('2026-02-24 10:00:00')
  })

  test('a week that makes up uses the windows of its own Monday', () => {
    const uneven = {
      ...office,
      weekly: { ...office.weekly, 1: windows('10:00-11:00'), 6: windows('08:00-20:00') },
    }
    expect(workedSeconds(uneven, at('2026-10-10 00:00'), at('2026-10-11 00:00'))).toBe(hour)
  })

  test('an override goes before the holiday and before the weekday', () => {
    const local: CalendarVersion = {
      ...office,
      overrides: [
        { date: '2026-10-10', kind: 'closed', note: '台风' },
        { date: '2026-10-01', kind: 'open', windows: windows('10:00-12:00') },
        { date: '2026-10-11', kind: 'like-weekday', weekday: '5' },
      ],
    }
    expect(openIntervals(local, at('2026-10-01 00:00'), at('2026-10-02 00:00'))).toEqual([
      { from: at('2026-10-01 10:00'), to: at('2026-10-01 12:00') },
    ])
    expect(isOpenAt(local, at('2026-10-10 10:00'))).toBe(false)
    expect(isOpenAt(local, at('2026-10-11 10:00'))).toBe(true)
  })

  test('a night shift that begins before a holiday runs to its end', () => {
    const nights = calendar('22:00-06:00', '', { publicHolidays: 'cn' })
    expect(openIntervals(nights, at('2026-09-30 12:00'), at('2026-10-08 12:00'))).toEqual([
      { from: at('2026-09-30 22:00'), to: at('2026-10-01 06:00') },
    ])
  })

  test('New Year 2027 is closed although its notice has not come, and the calendar says how sure it is', () => {
    expect(wall(nextOpening(office, at('2027-01-01 00:00')))).toBe('2027-01-04 09:00:00')
    expect(certaintyBetween(office, at('2026-12-01 00:00'), at('2026-12-31 23:00'))).toBe('published')
    expect(certaintyBetween(office, at('2026-12-01 00:00'), at('2027-01-04 09:00'))).toBe('estimated')
    expect(certaintyBetween(office, at('2026-12-01 00:00'), at('2028-01-04 09:00'))).toBe('unknown')
    expect(certaintyBetween(calendar('09:00-17:00'), 0, at('2028-01-04 09:00'))).toBe('published')
  })
})

describe('the horizon', () => {
  const month = Array.from({ length: 30 }, (_, days) => ({
    date: `2026-09-${String(days + 1).padStart(2, '0')}`,
    kind: 'closed' as const,
  }))

  test('an hour survives a closure of thirty days', () => {
    const closed = calendar('09:00-17:00', '', { overrides: month })
    expect(wall(deadlineAfter(closed, at('2026-08-31 16:30'), hour))).toBe('2026-10-01 09:30:00')
  })

  test('a calendar that never opens has no deadline and no next opening', () => {
    expect(deadlineAfter(calendar(''), at('2026-09-01 00:00'), 1)).toBeUndefined()
    expect(nextOpening(calendar(''), at('2026-09-01 00:00'))).toBeUndefined()
  })

  test('a deadline is looked for within 400 days of the last pause, and not beyond', () => {
    const once = calendar('', '', {
      overrides: [{ date: '2027-06-01', kind: 'open', windows: windows('09:00-10:00') }],
    })
    expect(deadlineAfter(once, at('2026-01-01 00:00'), 60)).toBeUndefined()
    const paused = [{ from: at('2026-01-01 00:00'), to: at('2026-12-01 00:00') }]
    expect(wall(deadlineAfter(once, at('2026-01-01 00:00'), 60, paused))).toBe('2027-06-01 09:01:00')
  })
})

const openInNewYork = (it: CalendarVersion, from: string, to: string) =>
  workedSeconds(it, at(from, 'America/New_York'), at(to, 'America/New_York')) / hour

describe('an instant as text', () => {
  test('is read to the whole second and written with milliseconds, before 1970 too', () => {
    expect(epochSeconds('2026-11-23T08:00:00.999Z')).toBe(at('2026-11-23 16:00'))
    expect(epochSeconds('2026-11-23T16:00:00+08:00')).toBe(at('2026-11-23 16:00'))
    expect(epochSeconds('1969-12-31T23:59:59.500Z')).toBe(-1)
    expect(instantText(at('2026-11-23 16:00'))).toBe('2026-11-23T08:00:00.000Z')
    expect(() => epochSeconds('2026-11-23')).toThrow(RangeError)
  })
})

describe('the wall clock', () => {
  test('shows the date of the community, not of UTC', () => {
    expect(dateIn('Asia/Shanghai', at('2026-11-22 16:30', 'UTC'))).toBe('2026-11-23')
    expect(wallAt('Asia/Shanghai', at('2026-11-22 16:30', 'UTC')) % day).toBe(0.5 * hour)
  })

  test('was an hour ahead in Shanghai in the summer of 1988', () => {
    // Midnight at UTC+8.
    expect(wallAt('Asia/Shanghai', at('1988-05-31 16:00', 'UTC')) % day).toBe(hour)
  })

  test('leaves a desk open for 23 and 25 hours when clocks change, and a night shift for 7 and 9', () => {
    const york = { timeZone: 'America/New_York' }
    const desk = calendar('00:00-24:00', '00:00-24:00', york)
    const nights = calendar('22:00-06:00', '22:00-06:00', york)
    expect(openInNewYork(desk, '2026-03-08', '2026-03-09')).toBe(23)
    expect(openInNewYork(desk, '2026-11-01', '2026-11-02')).toBe(25)
    expect(openInNewYork(nights, '2026-03-07 12:00', '2026-03-08 12:00')).toBe(7)
    expect(openInNewYork(nights, '2026-10-31 12:00', '2026-11-01 12:00')).toBe(9)
  })

  test('a time that is skipped is the moment of the change, and a time that comes twice is its first coming', () => {
    const early = calendar('', '02:30-04:00', { timeZone: 'America/New_York' })
    const skipped = openIntervals(
      early,
      at('2026-03-08', 'America/New_York'),
      at('2026-03-09', 'America/New_York'),
    )
    expect(skipped.map(({ from, to }) => to - from)).toEqual([hour])
    const late = calendar('', '00:00-01:30', { timeZone: 'America/New_York' })
    const twice = openIntervals(
      late,
      at('2026-11-01', 'America/New_York'),
      at('2026-11-02', 'America/New_York'),
    )
    expect(twice.map(({ from, to }) => to - from)).toEqual([1.5 * hour])
  })

  test('knows zones by name only', () => {
    for (const zone of ['Asia/Shanghai', 'Asia/Urumqi', 'America/New_York', 'UTC']) {
      expect(isTimeZone(zone), zone).toBe(true)
    }
    for (const zone of ['', '+08:00', 'Asia/Beijing', 'Mars/Olympus', '8'])
      expect(isTimeZone(zone), zone).toBe(false)
  })
})

const problems = (it: CalendarVersion) =>
  validateCalendar(it, '2026-11-23').map(({ code, path }) => `${code} ${path.join('.')}`)

describe('a calendar that is to be saved', () => {
  test('is sound in the usual cases', () => {
    expect(problems(calendar('09:00-12:00 14:00-18:00', '', { publicHolidays: 'cn' }))).toEqual([])
    expect(problems(calendar('00:00-24:00', '00:00-24:00'))).toEqual([])
    expect(problems(calendar('08:00-20:00 20:00-08:00', '08:00-20:00 20:00-08:00'))).toEqual([])
  })

  test('names an unknown zone, malformed times and dates, and a date overridden twice', () => {
    expect(problems(calendar('09:00-17:00', '', { timeZone: '+08:00' }))).toEqual([
      'time-zone-unknown timeZone',
    ])
    expect(problems(calendar('', '9:00-25:00'))).toEqual([
      'time-malformed weekly.6.0.from',
      'time-malformed weekly.6.0.to',
      'time-malformed weekly.7.0.from',
      'time-malformed weekly.7.0.to',
    ])
    expect(problems(calendar('', '24:00-08:00'))).toContain('time-malformed weekly.6.0.from')
    const twice = [
      { date: '2026-02-30', kind: 'closed' as const },
      { date: '2026-12-01', kind: 'open' as const, windows: windows('09:00-17:60') },
      { date: '2026-12-01', kind: 'open' as const, windows: [] },
    ]
    expect(problems(calendar('09:00-17:00', '', { overrides: twice }))).toEqual([
      'date-malformed overrides.0.date',
      'time-malformed overrides.1.windows.0.to',
      'date-overridden-twice overrides.2.date',
      'windows-missing overrides.2.windows',
    ])
  })

  test('must not overlap within a day, over midnight, or from Sunday to Monday', () => {
    expect(problems(calendar('', '09:00-12:00 11:59-13:00'))).toEqual([
      'windows-overlap weekly.6.1',
      'windows-overlap weekly.7.1',
    ])
    const base = calendar('05:00-09:00')
    const sunday = { ...base, weekly: { ...base.weekly, 7: windows('22:00-06:00') } }
    expect(problems(sunday)).toEqual(['windows-overlap weekly.1.0'])
    expect(problems({ ...base, weekly: { ...base.weekly, 7: windows('22:00-05:00') } })).toEqual([])
  })

  test('must not overlap around an override or a make-up day', () => {
    const night = calendar('20:00-06:00', '', {
      overrides: [{ date: '2026-12-05', kind: 'open', windows: windows('05:00-08:00') }],
    })
    expect(problems(night)).toEqual(['windows-overlap overrides.0.windows.0'])
    // Worked like a Monday on a Sunday, Monday's night meets Monday's morning.
    const monday = calendar('', '', { publicHolidays: 'cn' })
    const madeUp = { ...monday, weekly: { ...monday.weekly, 1: windows('05:00-08:00 22:00-06:00') } }
    expect(validateCalendar(madeUp, '2026-01-01').map(({ code }) => code)).toEqual(['windows-overlap'])
    expect(validateCalendar({ ...madeUp, publicHolidays: 'none' }, '2026-01-01')).toEqual([])
  })

  test('must open within 400 days', () => {
    expect(problems(calendar(''))).toEqual(['never-open weekly'])
    const far = (date: string): CalendarVersion =>
      calendar('', '', { overrides: [{ date, kind: 'open', windows: windows('09:00-10:00') }] })
    expect(problems(far('2027-12-01'))).toEqual([])
    expect(problems(far('2028-01-01'))).toEqual(['never-open weekly'])
  })
})
