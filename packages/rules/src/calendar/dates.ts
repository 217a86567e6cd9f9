/** Seconds of a day without a change of clocks. */
export const daySeconds = 86_400

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether the text is a date of the Gregorian calendar, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  return shape.test(text) && dateOf(daysFromCivil(text)) === text
}

/** Days from 1970-01-01 to this date (`YYYY-MM-DD`); negative before. A text that is no date is a fault. */
export function dayNumber(date: string): number {
  if (!isDate(date)) throw new RangeError(`not a date: ${date}`)
  return daysFromCivil(date)
}

/** The date (`YYYY-MM-DD`) that lies so many days after 1970-01-01. */
export function dateOf(day: number): string {
  // Counting from 1 March of year 0 puts the leap day last, so months have a closed formula.
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** Monday is 1 and Sunday 7, for a day counted from 1970-01-01 (a Thursday). */
export function isoWeekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** The date so many days later; earlier when negative. */
export function addDays(date: string, days: number): string {
  return dateOf(dayNumber(date) + days)
}

function daysFromCivil(date: string): number {
  const [, years = '', months = '', days = ''] = shape.exec(date) ?? []
  const month = Number(months)
  const year = Number(years) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + Number(days) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}
