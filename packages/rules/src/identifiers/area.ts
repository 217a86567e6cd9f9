import { toHalfWidth, withoutSpaces } from './text.ts'

export const areaRefusals = ['empty', 'malformed', 'too-precise', 'not-positive', 'too-large'] as const
export type AreaRefusal = (typeof areaRefusals)[number]

export type ParsedArea =
  | { readonly ok: true; readonly hundredths: number }
  | { readonly ok: false; readonly reason: AreaRefusal }

/** The largest area that is taken, in 0.01 m²: what a column of 32 bits holds. */
const largest = 2_147_483_647

/**
 * A floor area as a whole number of 0.01 m², exactly: 89.37㎡ is 8937. Takes commas between thousands and the unit
 * as 平方米, 平米, 平, ㎡, m² or m2, or none. A third decimal is refused rather than rounded: fees and votes rest on it.
 */
export function parseArea(text: string): ParsedArea {
  const typed = withoutSpaces(toHalfWidth(text))
  if (typed === '') return { ok: false, reason: 'empty' }
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(?:平方米|平米|平方|平|㎡|m²|m2|M2|M²)?$/.exec(typed)
  if (match === null) return { ok: false, reason: 'malformed' }
  const [, whole = '', decimals = ''] = match
  const needed = decimals.replace(/0+$/, '')
  if (needed.length > 2) return { ok: false, reason: 'too-precise' }
  const hundredths = Number(whole.replaceAll(',', '') + needed.padEnd(2, '0'))
  if (hundredths === 0) return { ok: false, reason: 'not-positive' }
  if (hundredths > largest) return { ok: false, reason: 'too-large' }
  return { ok: true, hundredths }
}

/** 8937 as `89.37`: the plain number with two decimals, without grouping or unit. */
export function formatArea(hundredths: number): string {
  const digits = String(hundredths).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
