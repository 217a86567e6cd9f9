import { dayNumber, instantOf, isoWeekday } from '@zhanggui/rules'

/** When a shift can be worked: times on the wall (`HH:MM`, `until` also `24:00`), ISO weekdays of its beginning. */
export type ShiftHours = { from: string; until: string; weekdays: readonly number[] }

/**
 * The stretch of a shift that begins on this date, in epoch seconds; an end not after the beginning lies on the next
 * date. Undefined on a weekday that the shift does not have. Where the clocks change, the wall decides.
 */
export function shiftSpan(
  shift: ShiftHours,
  date: string,
  timeZone: string,
): { from: number; until: number } | undefined {
  const day = dayNumber(date)
  if (!shift.weekdays.includes(isoWeekday(day))) return undefined
  const from = secondsOf(shift.from)
  const until = secondsOf(shift.until)
  const midnight = day * 86_400
  return {
    from: instantOf(timeZone, midnight + from),
    until: instantOf(timeZone, midnight + (until > from ? until : until + 86_400)),
  }
}

function secondsOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':')
  return Number(hours) * 3600 + Number(minutes) * 60
}
