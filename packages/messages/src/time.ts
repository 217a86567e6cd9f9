import type { Locale } from './locale.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

interface TimeWords {
  readonly justNow: string
  readonly ago: (span: string) => string
  readonly ahead: (span: string) => string
  readonly nearDays: Readonly<Record<string, string>>
  readonly units: readonly [second: string, minute: string, hour: string, day: string]
  readonly join: (date: string, time: string) => string
}

const timeWords: Readonly<Record<Locale, TimeWords>> = {
  'zh-Hans': {
    justNow: '刚刚',
    ago: (span) => `${span}前`,
    ahead: (span) => `${span}后`,
    nearDays: { '-1': '昨天', '0': '今天', '1': '明天' },
    units: ['秒', '分', '小时', '天'],
    join: (date, time) => `${date} ${time}`,
  },
  en: {
    justNow: 'just now',
    ago: (span) => `${span} ago`,
    ahead: (span) => `in ${span}`,
    nearDays: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
    units: ['s', 'min', 'h', 'd'],
    join: (date, time) => `${date}, ${time}`,
  },
}

const formats = new Map<string, Intl.DateTimeFormat>()

const dateFormat = (locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions) => {
  const key = `${locale} ${timeZone} ${Object.values(options).join()}${Object.keys(options).join()}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone, ...options })
    formats.set(key, format)
  }
  return format
}

const instantOf = (iso: string) => {
  const milliseconds = Date.parse(iso)
  if (Number.isNaN(milliseconds)) throw new RangeError(`Not an instant: ${iso}`)
  return milliseconds
}

/** The calendar day of an instant as a count of days, so that two can be subtracted. */
const dayNumber = (milliseconds: number, timeZone: string) => {
  const parts = dateFormat('en', timeZone, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(milliseconds)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day')) / (day * 1000)
}

const yearOf = (milliseconds: number, timeZone: string) =>
  dateFormat('en', timeZone, { year: 'numeric' }).format(milliseconds)

const absoluteDay = (at: number, now: number, locale: Locale, timeZone: string) => {
  const sameYear = yearOf(at, timeZone) === yearOf(now, timeZone)
  const options: Intl.DateTimeFormatOptions = { month: locale === 'en' ? 'short' : 'long', day: 'numeric' }
  return dateFormat(locale, timeZone, sameYear ? options : { year: 'numeric', ...options }).format(at)
}

/** `15:04` in the community's zone. */
export const formatTime = (iso: string, locale: Locale, timeZone: string): string =>
  dateFormat(locale, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    instantOf(iso),
  )

const two = (large: number, largeWord: string, small: number, smallWord: string) =>
  small === 0 ? `${large} ${largeWord}` : `${large} ${largeWord} ${small} ${smallWord}`

/**
 * A span in seconds by its two largest units: `2 小时 10 分`, `2 h 10 min`; from ten days on, days alone.
 * Parts of the smallest unit shown are dropped, and so is the sign: which side of a deadline it is, the words around it say.
 */
export const formatDuration = (seconds: number, locale: Locale): string => {
  const [secondWord, minuteWord, hourWord, dayWord] = timeWords[locale].units
  const span = Math.abs(Math.trunc(seconds))
  if (span < minute) return `${span} ${secondWord}`
  if (span < hour) return `${Math.trunc(span / minute)} ${minuteWord}`
  if (span < day)
    return two(Math.trunc(span / hour), hourWord, Math.trunc((span % hour) / minute), minuteWord)
  if (span < 10 * day) return two(Math.trunc(span / day), dayWord, Math.trunc((span % day) / hour), hourWord)
  return `${Math.trunc(span / day)} ${dayWord}`
}

/** One unit only, as one says it aloud of something near: `5 分钟前` rather than `5 分 12 秒前`. */
const roughSpan = (seconds: number, locale: Locale) => {
  const [, minuteWord, hourWord] = timeWords[locale].units
  if (seconds < hour) return `${Math.trunc(seconds / minute)} ${locale === 'en' ? minuteWord : '分钟'}`
  return `${Math.trunc(seconds / hour)} ${hourWord}`
}

/**
 * When something happened or will: relative within a day (`5 分钟前`, `in 3 h`), then the date and time,
 * with the year only when it is another one. Both instants are ISO; refuses what is not an instant.
 */
export const formatWhen = (iso: string, now: string, locale: Locale, timeZone: string): string => {
  const at = instantOf(iso)
  const present = instantOf(now)
  const distance = Math.abs(at - present) / 1000
  const { justNow, ago, ahead, join } = timeWords[locale]
  if (distance < minute) return justNow
  if (distance < day) return (at < present ? ago : ahead)(roughSpan(distance, locale))
  return join(absoluteDay(at, present, locale, timeZone), formatTime(iso, locale, timeZone))
}

/** A moment to hold somebody to, by the clock on the wall: `今天 15:00`, `tomorrow, 09:40`, `11月26日 12:00`. */
export const formatDeadline = (iso: string, now: string, locale: Locale, timeZone: string): string => {
  const at = instantOf(iso)
  const present = instantOf(now)
  const { nearDays, join } = timeWords[locale]
  const near = nearDays[dayNumber(at, timeZone) - dayNumber(present, timeZone)]
  return join(near ?? absoluteDay(at, present, locale, timeZone), formatTime(iso, locale, timeZone))
}

/** The day an instant falls on, as a heading: `今天`, `昨天`, `11月20日星期五`. */
export const formatDay = (iso: string, now: string, locale: Locale, timeZone: string): string => {
  const at = instantOf(iso)
  const present = instantOf(now)
  const near = timeWords[locale].nearDays[dayNumber(at, timeZone) - dayNumber(present, timeZone)]
  if (near !== undefined) return near.charAt(0).toUpperCase() + near.slice(1)
  const weekday = dateFormat(locale, timeZone, { weekday: 'long' }).format(at)
  const date = absoluteDay(at, present, locale, timeZone)
  return locale === 'en' ? `${weekday}, ${date}` : `${date} ${weekday}`
}

/** The calendar day of an instant in the community's zone as `YYYY-MM-DD`, to group by. */
export const dayOf = (iso: string, timeZone: string): string =>
  new Date(dayNumber(instantOf(iso), timeZone) * day * 1000).toISOString().slice(0, 10)

/** A date without a time, `2026-11-23`, written out in full. Refuses what is not a date. */
export const formatDate = (date: string, locale: Locale): string =>
  dateFormat(locale, 'UTC', {
    year: 'numeric',
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
  }).format(instantOf(`${date}T00:00:00.000Z`))
