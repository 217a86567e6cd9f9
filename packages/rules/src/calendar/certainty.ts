import type { HolidayCertainty } from '../holidays/holiday-table.ts'
import { holidayCertainties, holidayNotice } from '../holidays/holiday-table.ts'
import type { CalendarVersion } from './calendar-version.ts'
import { dateIn } from './zone.ts'

/**
 * How well the holidays between two instants (epoch seconds, both included) are known to this calendar: the least
 * certain of the years touched. A calendar that keeps no public holidays is always certain.
 */
export function certaintyBetween(calendar: CalendarVersion, from: number, to: number): HolidayCertainty {
  if (calendar.publicHolidays === 'none') return 'published'
  let worst = 0
  const last = yearIn(calendar.timeZone, to)
  for (let year = yearIn(calendar.timeZone, from); year <= last; year += 1) {
    worst = Math.max(worst, holidayCertainties.indexOf(holidayNotice(year).certainty))
  }
  return holidayCertainties[worst] ?? 'unknown'
}

function yearIn(timeZone: string, at: number): number {
  return Number(dateIn(timeZone, at).slice(0, 4))
}
