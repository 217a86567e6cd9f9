import type { Scene } from '../drawings.ts'
import type { CaseKind, PauseReason, Team, Urgency } from '@zhanggui/contract'

/** What kind of place a matter is about; `nowhere` is a report that names none. */
export type Spot =
  | 'dwelling'
  | 'shop'
  | 'stall'
  | 'lobby'
  | 'lift'
  | 'corridor'
  | 'roof'
  | 'facade'
  | 'garage'
  | 'pump-room'
  | 'garden'
  | 'playground'
  | 'gate'
  | 'waste'
  | 'charging'
  | 'lockers'
  | 'office'
  | 'nowhere'

/** Twelve weights, January first. */
export type Season = readonly number[]

export const even: Season = [8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8]
export const summer: Season = [1, 1, 1, 3, 9, 18, 26, 24, 12, 4, 1, 1]
export const rainy: Season = [2, 2, 4, 8, 12, 20, 22, 18, 10, 6, 3, 2]
export const winter: Season = [22, 14, 6, 2, 1, 1, 1, 1, 1, 6, 20, 24]
export const autumn: Season = [2, 2, 4, 4, 4, 4, 4, 6, 14, 26, 22, 8]
export const spring: Season = [4, 12, 24, 24, 14, 6, 4, 4, 4, 4, 4, 4]
export const festive: Season = [16, 26, 8, 4, 6, 4, 4, 4, 10, 14, 4, 8]

/** When people notice: at home around meals and in the evening, on their way to work and back, by night, any time. */
export type Hours = 'home' | 'rush' | 'night' | 'office'

export type Wait = { reason: PauseReason; days: readonly [number, number]; says: readonly string[] }

/** One thing that can be the matter: what people say of it, what was found and done, why it comes back. */
export type Trouble = {
  said: readonly string[]
  done: readonly string[]
  notes?: readonly string[]
  back?: readonly string[]
  /** Where, if not everywhere its matter is. */
  spots?: readonly Spot[]
  /** What a photo of it shows. */
  scene?: Scene
  waits?: readonly Wait[]
}

/**
 * One kind of matter that people bring to the desk, in their own words. `{a|b}` is a choice; `{time}`, `{worker}`
 * and `{resident}` are filled in when the words are said.
 */
export type Matter = {
  kind: CaseKind
  spots: readonly Spot[]
  team: Team
  /** How often, compared with the others, over a year. */
  weight: number
  season: Season
  hours: Hours
  /** Shares of normal, urgent and danger. */
  urgency: Readonly<Record<Urgency, number>>
  /** Half of them are finished within so many working hours. */
  workHours: number
  visit: readonly string[]
  waits?: readonly Wait[]
  troubles: readonly Trouble[]
}

export const calm: Matter['urgency'] = { normal: 97, urgent: 3, danger: 0 }
export const pressing: Matter['urgency'] = { normal: 62, urgent: 37, danger: 1 }
export const alarming: Matter['urgency'] = { normal: 10, urgent: 55, danger: 35 }
