import { dateOf, dayNumber } from '../calendar/dates.ts'
import published from './data/holiday-cn.json' with { type: 'json' }

/**
 * How well a year's holidays are known. `published`: the State Council's notice. `estimated`: the 13 statutory days
 * by their rule, without the days exchanged with weekends. `unknown`: only the statutory days of fixed date.
 */
export const holidayCertainties = ['published', 'estimated', 'unknown'] as const
export type HolidayCertainty = (typeof holidayCertainties)[number]

/** What a date is by public holiday rules; undefined in the table means that it follows its weekday. */
export type HolidayEntry = { readonly name: string; readonly off: boolean }

export type HolidayNotice = {
  readonly year: number
  readonly certainty: HolidayCertainty
  /** The notice's page, where it was looked up. */
  readonly source?: string
}

const noticePages: Readonly<Record<number, string>> = {
  2024: 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm',
  2025: 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
  2026: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
}

/** Years whose moving feasts were computed before their notice came: month-day and name of the 13 statutory days. */
const estimates: Readonly<Record<number, readonly (readonly [monthDay: string, name: string])[]>> = {
  2027: [
    ['01-01', '元旦'],
    ['02-05', '春节'],
    ['02-06', '春节'],
    ['02-07', '春节'],
    ['02-08', '春节'],
    ['04-05', '清明节'],
    ['05-01', '劳动节'],
    ['05-02', '劳动节'],
    ['06-09', '端午节'],
    ['09-15', '中秋节'],
    ['10-01', '国庆节'],
    ['10-02', '国庆节'],
    ['10-03', '国庆节'],
  ],
}

type Table = { readonly days: ReadonlyMap<number, HolidayEntry>; readonly years: ReadonlySet<number> }
let table: Table | undefined

function holidayTable(): Table {
  return (table ??= {
    days: new Map(
      published.map((entry) => [dayNumber(entry.date), { name: entry.name, off: entry.isOffDay }]),
    ),
    years: new Set(published.map((entry) => entry.year)),
  })
}

/** How well the holidays of this year are known, and where its notice stands. */
export function holidayNotice(year: number): HolidayNotice {
  const source = noticePages[year]
  const certainty = holidayTable().years.has(year) ? 'published' : year in estimates ? 'estimated' : 'unknown'
  return source === undefined ? { year, certainty } : { year, certainty, source }
}

/**
 * The holiday or make-up workday that falls on this day (days since 1970-01-01), or undefined for a day that simply
 * follows its weekday. In a year without a notice the statutory days are off and nobody makes up for them.
 */
export function holidayOn(day: number): HolidayEntry | undefined {
  const { days, years } = holidayTable()
  const entry = days.get(day)
  if (entry !== undefined) return entry
  const date = dateOf(day)
  const year = Number(date.slice(0, 4))
  return years.has(year) ? undefined : statutoryDay(year, date.slice(5))
}

function statutoryDay(year: number, monthDay: string): HolidayEntry | undefined {
  const estimate = estimates[year]
  const name =
    estimate === undefined ? fixedFeast(year, monthDay) : estimate.find(([day]) => day === monthDay)?.[1]
  return name === undefined ? undefined : { name, off: true }
}

function fixedFeast(year: number, monthDay: string): string | undefined {
  switch (monthDay) {
    case '01-01':
      return '元旦'
    case '05-01':
      return '劳动节'
    case '05-02':
      // Statutory since 2025 (rules of 2024-11-10).
      return year >= 2025 ? '劳动节' : undefined
    case '10-01':
    case '10-02':
    case '10-03':
      return '国庆节'
    default:
      return undefined
  }
}
