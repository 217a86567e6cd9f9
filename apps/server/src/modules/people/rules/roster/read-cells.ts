import type { HomeUse, ResidentRole } from '@zhanggui/contract'
import { dateOf, dayNumber, isDate, maskPhone, normalisePhone, parseArea, toHalfWidth } from '@zhanggui/rules'
import type { AreaRefusal, PhoneRefusal } from '@zhanggui/rules'
import type { RosterError, RosterNote } from './problems.ts'
import { saysNothing } from './table.ts'
import type { Cell } from './table.ts'

/** What a cell says, and what there is to say about it. */
export type Said<T> = { value: T | null; problem?: RosterError | RosterNote; shown?: string }

const longestName = 40

/** A name without the spaces that line names up (王 明); `空置` and the like mean that nobody lives there. */
export function readName(text: string): Said<string> {
  const name = text.replaceAll(/\s+/g, ' ').replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
  if (saysNothing(name) || /^(?:空置|空置房|空房|未售|未售出|未交房|未入住|未登记)$/.test(name)) {
    return { value: null }
  }
  if (/[、，,;；/\n]/.test(name)) return { value: null, problem: 'several_names', shown: name.slice(0, 60) }
  if (name.length > longestName) return { value: null, problem: 'name_too_long', shown: name.slice(0, 60) }
  return { value: name }
}

const phoneErrors: Record<PhoneRefusal, RosterError> = {
  empty: 'phone_malformed',
  foreign: 'phone_foreign',
  'area-code-missing': 'phone_without_area_code',
  malformed: 'phone_malformed',
}

/** The first good number of a cell; others are told of. Text without any digit is told of and left out. */
export function readPhone(text: string): Said<string> {
  if (saysNothing(text)) return { value: null }
  const whole = normalisePhone(text)
  if (whole.ok) return { value: whole.phone }
  const parts = phonesIn(text)
  const first = parts.find((it) => normalisePhone(it).ok)
  if (first !== undefined) {
    const phone = normalisePhone(first)
    const others = parts.filter((it) => it !== first).map(maskedNumber)
    const value = phone.ok ? phone.phone : null
    return others.length === 0 ? { value } : { value, problem: 'several_phones', shown: others.join('、') }
  }
  if (whole.reason === 'empty') return { value: null, problem: 'no_phone_in_text', shown: text.slice(0, 60) }
  return { value: null, problem: phoneErrors[whole.reason], shown: maskedNumber(text) }
}

function phonesIn(text: string): string[] {
  const parts = toHalfWidth(text)
    .split(/[、,;/|\n\r]+|或|和/)
    .flatMap((it) => (normalisePhone(it).ok ? [it] : it.split(/\s+/)))
    .map((it) => it.replaceAll(/[()（）\p{Script=Han}:]/gu, '').trim())
    .filter((it) => /\d/.test(it))
  return parts.length > 1 || /\p{Script=Han}/u.test(text) ? parts : []
}

/** Enough of a wrong number to find it in one's papers, not enough to call it. */
function maskedNumber(text: string): string {
  if (normalisePhone(text).ok) return maskPhone(text)
  const digits = text.replaceAll(/\D/g, '')
  if (digits.length < 6) return '*'.repeat(Math.max(1, digits.length))
  return `${digits.slice(0, 3)}${'*'.repeat(Math.min(12, digits.length - 5))}${digits.slice(-2)}`
}

const areaErrors: Record<AreaRefusal, RosterError> = {
  empty: 'area_malformed',
  malformed: 'area_malformed',
  'too-precise': 'area_too_precise',
  'not-positive': 'area_not_positive',
  'too-large': 'area_too_large',
}

/** The largest area of a home, as in the contract: a million square metres in 0.01 m². */
const largestArea = 100_000_000

export function readArea(text: string): Said<number> {
  if (saysNothing(text)) return { value: null }
  const area = parseArea(text)
  if (!area.ok) return { value: null, problem: areaErrors[area.reason], shown: text.slice(0, 60) }
  return area.hundredths > largestArea
    ? { value: null, problem: 'area_too_large', shown: text.slice(0, 60) }
    : { value: area.hundredths }
}

const roleWords: readonly (readonly [ResidentRole, RegExp])[] = [
  ['tenant', /租|tenant/i],
  ['owner', /^(?:业主|产权人|产权所有人|共有人|共有产权人|共同产权人|户主|房主|本人|所有人|owner)$/i],
  [
    'family',
    /家属|家庭|家人|成员|配偶|夫妻|妻|丈夫|老公|老婆|爱人|父|母|子女|儿|女|媳|婿|孙|兄|弟|姐|妹|亲属|亲戚|同住|family/i,
  ],
]

export function readRole(text: string): Said<ResidentRole> {
  if (saysNothing(text)) return { value: null }
  const bare = text.replaceAll(/\s+/g, '')
  const role = roleWords.find(([, words]) => words.test(bare))?.[0]
  return role ? { value: role } : { value: null, problem: 'role_unknown', shown: text.slice(0, 60) }
}

const useWords: readonly (readonly [HomeUse, RegExp])[] = [
  ['parking', /车位|车库|泊位|停车|parking/i],
  ['shop', /商|铺|店|办公|写字|经营|shop/i],
  ['dwelling', /住|公寓|别墅|洋房|高层|多层|小高层|dwelling/i],
]

export function readUse(text: string): Said<HomeUse> {
  if (saysNothing(text)) return { value: null }
  const use = useWords.find(([, words]) => words.test(text))?.[0]
  return use ? { value: use } : { value: null, problem: 'use_unknown', shown: text.slice(0, 60) }
}

/** Days before 1970-01-01 of day 0: Excel counts from 1899-12-30 (its 29 February 1900 lies before all of ours). */
const excelZero = dayNumber('1899-12-30')
const macZero = dayNumber('1904-01-01')

/** A day, as a date cell, a bare day number or in words; times of day are left out. */
export function readDay(cell: Cell, epoch1904: boolean): Said<string> {
  const { text, serial } = cell
  if (saysNothing(text)) return { value: null }
  const wrong = { value: null, problem: 'date_malformed' as const, shown: text.slice(0, 60) }
  // 20200501 in a number's clothes is read as text; day numbers of this and the last century have five digits.
  if (serial !== undefined && (cell.isDate ? Math.abs(serial) < 1e6 : serial >= 10_000 && serial < 100_000)) {
    const day = Math.floor(serial)
    return day >= 10_000 && day < 100_000 ? { value: dateOf(day + (epoch1904 ? macZero : excelZero)) } : wrong
  }
  const plain = toHalfWidth(text)
    .replaceAll(/\s+/g, ' ')
    .replace(/[T ]\d{1,2}:\d{2}.*$/, '')
  const match =
    /^(\d{4})[-/.年 ]+(\d{1,2})[-/.月 ]+(\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (!match) return wrong
  const [, year = '', month = '', day = ''] = match
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return (isDate(date) && ourTimes(date)) || wrong
}

function ourTimes(date: string): Said<string> | undefined {
  return date >= '1900-01-01' && date < '2200-01-01' ? { value: date } : undefined
}
