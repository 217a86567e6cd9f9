import { describe, expect, test } from 'vitest'
import { addDays, dateOf, dayNumber, isDate, isoWeekday } from '../calendar/dates.ts'
import { holidayNotice, holidayOf, isWorkday, nextWorkday } from './index.ts'

describe('a workday', () => {
  test.each([
    ['2024-02-04', true, 'a Sunday that is made up'],
    ['2024-02-10', false, 'Spring Festival'],
    ['2024-06-08', false, 'an ordinary Saturday'],
    ['2025-10-11', true, 'a Saturday that is made up'],
    ['2026-02-23', false, 'a Monday off in lieu'],
    ['2026-02-28', true, 'a Saturday that is made up'],
    ['2026-05-09', true, 'a Saturday that is made up'],
    ['2026-10-08', true, 'an ordinary Thursday'],
    ['2027-01-01', false, 'New Year, though no notice has come'],
    ['2018-12-31', false, 'a day off by the notice of the year after'],
    ['2018-12-29', true, 'made up by the notice of the year after'],
  ])('%s: %s, being %s', (date, expected) => {
    expect(isWorkday(date)).toBe(expected)
  })

  test('after the last day before National Day 2026 is 8 October', () => {
    expect(nextWorkday('2026-09-30')).toBe('2026-10-08')
  })
})

/** First and last day of each stretch, and the days made up, as the notices print them. */
const notices: Record<number, { off: string; madeUp: string }> = {
  2024: {
    off: '01-01/01-01 02-10/02-17 04-04/04-06 05-01/05-05 06-10/06-10 09-15/09-17 10-01/10-07',
    madeUp: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  },
  2025: {
    off: '01-01/01-01 01-28/02-04 04-04/04-06 05-01/05-05 05-31/06-02 10-01/10-08',
    madeUp: '01-26 02-08 04-27 09-28 10-11',
  },
  2026: {
    off: '01-01/01-03 02-15/02-23 04-04/04-06 05-01/05-05 06-19/06-21 09-25/09-27 10-01/10-07',
    madeUp: '01-04 02-14 02-28 05-09 09-20 10-10',
  },
}

describe('the holidays of a year with a notice', () => {
  test.each(Object.keys(notices).map(Number))('%i are those of the notice, day by day', (year) => {
    const off: string[] = []
    const madeUp: string[] = []
    for (let date = `${year}-01-01`; date.startsWith(String(year)); date = addDays(date, 1)) {
      const holiday = holidayOf(date)
      if (holiday?.off === true) off.push(date.slice(5))
      if (holiday?.off === false) madeUp.push(date.slice(5))
    }
    const expected = (notices[year]?.off ?? '').split(' ').flatMap((stretch) => {
      const [first = '', last = ''] = stretch.split('/')
      const length = dayNumber(`${year}-${last}`) - dayNumber(`${year}-${first}`) + 1
      return Array.from({ length }, (_, days) => addDays(`${year}-${first}`, days).slice(5))
    })
    expect(off).toEqual(expected)
    expect(madeUp.join(' ')).toBe(notices[year]?.madeUp)
    expect(holidayNotice(year)).toMatchObject({ certainty: 'published' })
  })

  test('make up on weekends, but for the Monday that ended the long Spring Festival of 2020', () => {
    const onWeekdays: string[] = []
    for (let day = dayNumber('2018-01-01'); day < dayNumber('2027-01-01'); day += 1) {
      if (holidayOf(dateOf(day))?.off === false && isoWeekday(day) < 6) onWeekdays.push(dateOf(day))
    }
    expect(onWeekdays).toEqual(['2020-02-03'])
  })
})

describe('the holidays of a year without a notice', () => {
  test('2027 has its 13 statutory days, says that they are estimated, and makes nothing up', () => {
    const dates = Array.from({ length: 365 }, (_, days) => addDays('2027-01-01', days))
    const off = dates.filter((date) => holidayOf(date) !== undefined).map((date) => date.slice(5))
    expect(off.join(' ')).toBe(
      '01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03',
    )
    expect(dates.every((date) => holidayOf(date)?.off !== false)).toBe(true)
    expect(holidayNotice(2027)).toEqual({ year: 2027, certainty: 'estimated' })
  })

  test('端午 and 中秋 of 2027 fall where the Chinese calendar puts them', () => {
    const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    })
    const at = (date: string) => lunar.format(dayNumber(date) * 86_400_000)
    // Not asked for 2027-02-06: the new moon comes four minutes before that midnight in Beijing, and ICU misses it.
    expect([at('2027-06-09'), at('2027-09-15')]).toEqual(['5/5', '8/15'])
  })

  test('a year beyond knows only the feasts of fixed date, and says so', () => {
    expect(holidayNotice(2030)).toEqual({ year: 2030, certainty: 'unknown' })
    expect(isWorkday('2030-01-01')).toBe(false)
    expect(isWorkday('2030-10-02')).toBe(false)
    expect(isWorkday('2030-05-02')).toBe(false)
    // The second day of May became statutory in 2025.
    expect(isWorkday('2017-05-02')).toBe(true)
    expect(holidayNotice(2017).certainty).toBe('unknown')
  })
})

const utcDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC' })

describe('dates', () => {
  test('count as the Gregorian calendar does, over four hundred years', () => {
    for (let day = dayNumber('1800-01-01'); day < dayNumber('2200-01-01'); day += 1) {
      const date = dateOf(day)
      if (!date.endsWith('-01') && !date.endsWith('-28')) continue
      expect(utcDate.format(day * 86_400_000)).toBe(date)
      expect(dayNumber(date)).toBe(day)
    }
  })

  test('are written in one way only', () => {
    expect(isDate('2028-02-29')).toBe(true)
    for (const text of ['2027-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', '2026-04-31', '']) {
      expect(isDate(text), text).toBe(false)
      expect(() => dayNumber(text)).toThrow(RangeError)
    }
  })

  test('know their weekday, before 1970 too', () => {
    expect(isoWeekday(dayNumber('2026-11-23'))).toBe(1)
    expect(isoWeekday(dayNumber('2026-11-22'))).toBe(7)
    expect(isoWeekday(dayNumber('1949-10-01'))).toBe(6)
  })
})
