import type { CalendarView } from '@zhanggui/contract'
import { dateIn, epochSeconds, holidayNotice } from '@zhanggui/rules'
import type { CalendarBody } from './calendar-of.ts'

/** A published version as the contract shows it, with how sure the holidays of this year and the next are. */
export function viewOf(
  calendar: { id: string; versionId: string; version: number; publishedAt: string; body: CalendarBody },
  now: string,
): CalendarView {
  const { body, ...own } = calendar
  const year = Number(dateIn(body.timeZone, epochSeconds(now)).slice(0, 4))
  return {
    ...body,
    ...own,
    years: [year, year + 1].map((year) => ({
      year,
      // Who keeps no public holidays needs no notice.
      certainty: body.publicHolidays === 'none' ? 'published' : holidayNotice(year).certainty,
    })),
  }
}
