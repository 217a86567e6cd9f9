import { fromEpochMilliseconds, fromString, toString } from 'temporal-polyfill/fns/Instant'

/** The whole epoch second of an instant written in ISO 8601; a part of a second is left out. Throws on other text. */
export function epochSeconds(instant: string): number {
  return Math.floor(fromString(instant).epochMilliseconds / 1000)
}

/** An epoch second as the program writes instants: ISO 8601, UTC, milliseconds. */
export function instantText(seconds: number): string {
  return toString(fromEpochMilliseconds(seconds * 1000), { smallestUnit: 'millisecond' })
}
