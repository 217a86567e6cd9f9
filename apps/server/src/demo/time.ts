import { addDays, dateIn, dayNumber, deadlineAfter, isoWeekday, startOfDate } from '@zhanggui/rules'
import type { CalendarVersion, DayWindow } from '@zhanggui/rules'

export const zone = 'Asia/Shanghai'
export const minute = 60
export const hour = 3600
export const day = 86_400

const daily = (id: string, ...windows: DayWindow[]): CalendarVersion => ({
  id,
  timeZone: zone,
  publicHolidays: 'none',
  weekly: { 1: windows, 2: windows, 3: windows, 4: windows, 5: windows, 6: windows, 7: windows },
  overrides: [],
})

/** When somebody sits at the desk, and when the crews are on their rounds: not what is promised, but what is so. */
export const deskPresence = daily('desk', { from: '08:00', to: '21:00' })
export const crewPresence = daily('crew', { from: '08:00', to: '12:00' }, { from: '13:30', to: '18:30' })
/** When people look at their phones. */
export const waking = daily('waking', { from: '07:30', to: '22:30' })

/** The instant at which so many seconds of a presence have passed. Whole epoch seconds. */
export function after(presence: CalendarVersion, from: number, seconds: number): number {
  const at = deadlineAfter(presence, Math.round(from), Math.max(1, Math.round(seconds)))
  if (at === undefined) throw new Error('a presence without hours')
  return at
}

/** Seconds since midnight at which something happens on a date. */
export function on(date: string, seconds: number): number {
  return startOfDate(zone, date) + Math.round(seconds)
}

export function dateAt(seconds: number): string {
  return dateIn(zone, seconds)
}

export function secondsOfDay(seconds: number): number {
  return seconds - startOfDate(zone, dateAt(seconds))
}

export { addDays, dayNumber }

const weekdays = ['日', '一', '二', '三', '四', '五', '六', '日']

/** An instant as somebody says it at another: 今天 15:30, 明天 9:00, 周六上午, 3 月 8 日. */
export function spoken(instant: number, at: number): string {
  const [date, today] = [dateAt(instant), dateAt(at)]
  const days = dayNumber(date) - dayNumber(today)
  const minutes = Math.round(secondsOfDay(instant) / minute)
  const clock = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
  if (days <= 0) return `今天 ${clock}`
  if (days === 1) return `明天 ${clock}`
  const half = minutes < 720 ? '上午' : '下午'
  if (days < 7) return `周${weekdays[isoWeekday(dayNumber(date))] ?? ''}${half}`
  return `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日`
}

/** Up to the next quarter of an hour. */
export const quarter = (instant: number): number => Math.ceil(instant / (15 * minute)) * 15 * minute

/** A time that somebody would promise: a quarter of an hour between eight and eight. */
export function promised(instant: number): number {
  const seconds = secondsOfDay(instant)
  if (seconds < 8 * hour) return on(dateAt(instant), 8.5 * hour)
  return seconds > 20 * hour ? on(addDays(dateAt(instant), 1), 9 * hour) : quarter(instant)
}
