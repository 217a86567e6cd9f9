const parts = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = parts.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
    parts.set(timeZone, format)
  }
  return format
}

/** Milliseconds of an instant to what the clock on the wall shows, `2026-11-23T15:04`, as a date field holds it. */
export function wallOf(milliseconds: number, timeZone: string): string {
  const found = new Map(
    formatOf(timeZone)
      .formatToParts(milliseconds)
      .map((part) => [part.type, part.value]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? '00'
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/**
 * The instant (ISO) at which the wall shows this time; undefined for what is no time. A time that the zone skips is
 * taken as the one an hour on, one that comes twice as the first.
 */
export function instantAt(wall: string, timeZone: string): string | undefined {
  const asUtc = Date.parse(`${wall}:00.000Z`)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) || Number.isNaN(asUtc)) return undefined
  const offset = (at: number) =>
    Date.parse(`${wallOf(at, timeZone)}:00.000Z`) - Math.trunc(at / 60_000) * 60_000
  const candidates = [offset(asUtc - 86_400_000), offset(asUtc + 86_400_000)].map((each) => asUtc - each)
  const exact = candidates.filter((at) => wallOf(at, timeZone) === wall)
  return new Date(exact.length > 0 ? Math.min(...exact) : Math.max(...candidates)).toISOString()
}

/** The wall time `hours` from now, to the next quarter of an hour. */
export function wallIn(hours: number, now: number, timeZone: string): string {
  const quarter = 900_000
  return wallOf(Math.ceil((now + hours * 3_600_000) / quarter) * quarter, timeZone)
}

/** The wall time of a coming day: `days` from today at `time` (`09:00`). */
export function wallOnDay(days: number, time: string, now: number, timeZone: string): string {
  const today = Date.parse(`${wallOf(now, timeZone).slice(0, 10)}T00:00:00.000Z`)
  return `${new Date(today + days * 86_400_000).toISOString().slice(0, 10)}T${time}`
}
