import type * as z from 'zod'
import type { calendarBody, FieldProblem } from '@zhanggui/contract'
import type { CalendarProblemCode, CalendarVersion, DateOverride, IsoWeekday } from '@zhanggui/rules'

export type CalendarBody = z.output<typeof calendarBody>

/**
 * A published body as the rules read it. Total: what is missing (hours of an open date, the weekday of a
 * substitution) becomes empty hours, which `validateCalendar` reports before anything is saved.
 */
export function calendarOf(id: string, body: CalendarBody): CalendarVersion {
  return {
    id,
    timeZone: body.timeZone,
    publicHolidays: body.publicHolidays,
    weekly: body.weekly as Record<IsoWeekday, (typeof body.weekly)[1]>,
    overrides: body.overrides.map((it): DateOverride => {
      const { date, note } = it
      switch (it.kind) {
        case 'closed':
          return { date, kind: 'closed', note }
        case 'open':
          return { date, kind: 'open', windows: it.windows ?? [], note }
        case 'like-weekday':
          return it.weekday === undefined
            ? { date, kind: 'open', windows: [], note }
            : { date, kind: 'like-weekday', weekday: String(it.weekday) as IsoWeekday, note }
      }
    }),
  }
}

/** What a calendar's fault looks like beside the field it is in. */
export const calendarFieldProblems: Record<CalendarProblemCode, FieldProblem> = {
  'time-zone-unknown': 'not_listed',
  'time-malformed': 'bad_format',
  'date-malformed': 'bad_format',
  'date-overridden-twice': 'invalid',
  'windows-missing': 'required',
  'windows-overlap': 'invalid',
  'never-open': 'required',
}
