import type { CalendarView } from '@zhanggui/contract'

export type DayWindow = { from: string; to: string }
export type Weekly = CalendarView['weekly']
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export type Weekday = (typeof weekdays)[number]

const clock = /^([01]?\d|2[0-4])[:：]([0-5]\d)$/

function timeOf(typed: string): string | undefined {
  const found = clock.exec(typed.trim())
  if (!found) return undefined
  const hour = (found[1] ?? '').padStart(2, '0')
  return hour === '24' && found[2] !== '00' ? undefined : `${hour}:${found[2]}`
}

/**
 * Hours as people write them (`8:30-12:00, 13:30-18:00`, full-width signs too) to windows; an empty text is a closed
 * day. Undefined for what can not be understood.
 */
export function parseWindows(typed: string): DayWindow[] | undefined {
  const parts = typed
    .split(/[,，、;；\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const windows: DayWindow[] = []
  for (const part of parts) {
    const [first = '', second = '', ...more] = part.split(/\s*[-–—~至到]\s*/)
    const from = timeOf(first)
    const to = timeOf(second)
    if (from === undefined || to === undefined || more.length > 0 || from === '24:00') return undefined
    windows.push({ from, to })
  }
  return windows
}

/** Windows back to the text that one edits. */
export function writeWindows(windows: readonly DayWindow[]): string {
  return windows.map(({ from, to }) => `${from}-${to}`).join(', ')
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Where a day's open hours lie, as shares of 24 hours; a window past midnight runs to the day's end here. */
export function bars(windows: readonly DayWindow[]): { left: number; width: number }[] {
  return windows.map(({ from, to }) => {
    const start = minutesOf(from)
    const end = minutesOf(to) > start ? minutesOf(to) : 1440
    return { left: start / 1440, width: (end - start) / 1440 }
  })
}
