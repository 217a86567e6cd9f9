const dayMs = 86_400_000
const at = (date: string): number => Date.parse(`${date}T00:00:00.000Z`)

/** The date so many days later. */
export const plusDays = (date: string, days: number): string =>
  new Date(at(date) + days * dayMs).toISOString().slice(0, 10)

/** Monday is 1, Sunday 7. */
export const weekdayOf = (date: string): number => ((Math.floor(at(date) / dayMs) + 3) % 7) + 1

/** The Monday of a date's week. */
export const mondayOf = (date: string): string => plusDays(date, 1 - weekdayOf(date))

/** The seven dates from a Monday on. */
export const weekFrom = (monday: string): string[] =>
  Array.from({ length: 7 }, (_, index) => plusDays(monday, index))
