import { wallOf } from '../../shared/wall-time.ts'

const dayMilliseconds = 86_400_000

/** The day so many days after another; days before for negative numbers. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * dayMilliseconds).toISOString().slice(0, 10)

export const todayIn = (now: number, timeZone: string): string => wallOf(now, timeZone).slice(0, 10)

/** The last so many days, today included. */
export const lastDays = (days: number, now: number, timeZone: string): { from: string; to: string } => {
  const to = todayIn(now, timeZone)
  return { from: dayAfter(to, 1 - days), to }
}

/** Two spans of the same length around a day: it is the first of the second. The second ends today at the latest. */
export function around(day: string, weeks: number, today: string) {
  const end = dayAfter(day, weeks * 7 - 1)
  return {
    before: { from: dayAfter(day, -weeks * 7), to: dayAfter(day, -1) },
    after: { from: day, to: end > today ? today : end },
    cut: end > today,
  }
}
