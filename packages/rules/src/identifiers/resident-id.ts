import { isDate } from '../calendar/dates.ts'
import { toHalfWidth, withoutSpaces } from './text.ts'

export const residentIdRefusals = ['malformed', 'region', 'date', 'checksum'] as const
export type ResidentIdRefusal = (typeof residentIdRefusals)[number]

export type CheckedResidentId =
  | { readonly ok: true; readonly id: string; readonly birthDate: string; readonly sex: 'male' | 'female' }
  | { readonly ok: false; readonly reason: ResidentIdRefusal }

/** Provinces by the first two digits, with 81 to 83 for residents from Hong Kong, Macau and Taiwan. */
const regions = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** An identity number 居民身份证号 of 18 places: its form, region, date of birth and check digit (GB 11643). */
export function checkResidentId(text: string): CheckedResidentId {
  const id = withoutSpaces(toHalfWidth(text)).toUpperCase()
  if (!/^\d{17}[\dX]$/.test(id)) return { ok: false, reason: 'malformed' }
  if (!regions.test(id)) return { ok: false, reason: 'region' }
  const birthDate = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  if (!isDate(birthDate)) return { ok: false, reason: 'date' }
  const sum = weights.reduce((total, weight, place) => total + weight * Number(id[place]), 0)
  if ('10X98765432'[sum % 11] !== id[17]) return { ok: false, reason: 'checksum' }
  return { ok: true, id, birthDate, sex: Number(id[16]) % 2 === 1 ? 'male' : 'female' }
}
