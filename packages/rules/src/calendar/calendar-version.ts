/**
 * Open time within a date, on the wall clock: `HH:MM` or `HH:MM:SS`; `to` may be `24:00`. When `to` is not after
 * `from` the window crosses midnight and belongs, whole, to the date on which it begins: a night shift that starts
 * before a holiday runs to its end. `00:00`–`24:00` is the whole day.
 */
export type DayWindow = { readonly from: string; readonly to: string }

export const isoWeekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
/** Monday is 1, Sunday 7. */
export type IsoWeekday = (typeof isoWeekdays)[number]

/** A date that departs from the week: closed, open as given, or worked like another weekday. */
export type DateOverride =
  | { readonly date: string; readonly kind: 'closed'; readonly note?: string | undefined }
  | {
      readonly date: string
      readonly kind: 'open'
      readonly windows: readonly DayWindow[]
      readonly note?: string | undefined
    }
  | {
      readonly date: string
      readonly kind: 'like-weekday'
      readonly weekday: IsoWeekday
      readonly note?: string | undefined
    }

/**
 * One version of a calendar of working time. A version is never changed once clocks run on it: what has been
 * computed for the object is remembered with the object.
 */
export type CalendarVersion = {
  readonly id: string
  /** A name of the IANA database. */
  readonly timeZone: string
  readonly weekly: Readonly<Record<IsoWeekday, readonly DayWindow[]>>
  readonly overrides: readonly DateOverride[]
  /** `cn`: days off are closed, make-up workdays on a weekend use Monday's windows. An override goes before both. */
  readonly publicHolidays: 'cn' | 'none'
}

/** A half-open stretch of time, `from` in it and `to` not, in epoch seconds. */
export type Interval = { readonly from: number; readonly to: number }

/** How far ahead, in days, an opening or a deadline is looked for. */
export const horizonDays = 400
