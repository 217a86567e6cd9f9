import { dateOf, dayNumber, isoWeekday } from '../calendar/dates.ts'
import { holidayOn } from './holiday-table.ts'

/**
 * Whether people go to work on this date (`YYYY-MM-DD`) by the national calendar: make-up workdays are, days off are
 * not, other days follow the weekday. For a year without a notice see `holidayNotice`.
 */
export function isWorkday(date: string): boolean {
  return isWorkdayNumber(dayNumber(date))
}

/** The first workday strictly after this date. */
export function nextWorkday(date: string): string {
  let day = dayNumber(date) + 1
  while (!isWorkdayNumber(day)) day += 1
  return dateOf(day)
}

/** The holiday or make-up day on this date with its Chinese name, or undefined for an ordinary day. */
export function holidayOf(date: string): { readonly name: string; readonly off: boolean } | undefined {
  return holidayOn(dayNumber(date))
}

function isWorkdayNumber(day: number): boolean {
  const holiday = holidayOn(day)
  return holiday === undefined ? isoWeekday(day) <= 5 : !holiday.off
}
