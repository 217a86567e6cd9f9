import type { boards } from './zh-Hans/boards.ts'
import type { console } from './zh-Hans/console.ts'
import type { emergency } from './zh-Hans/emergency.ts'
import type { entrance } from './zh-Hans/entrance.ts'
import type { events } from './zh-Hans/events.ts'
import type { household } from './zh-Hans/household.ts'
import type { promises } from './zh-Hans/promises.ts'
import type { quote } from './zh-Hans/quote.ts'
import type { refusals } from './zh-Hans/refusals.ts'
import type { reporting } from './zh-Hans/reporting.ts'
import type { resident } from './zh-Hans/resident.ts'
import type { staff } from './zh-Hans/staff.ts'
import type { ui } from './zh-Hans/ui.ts'
import type { verdict } from './zh-Hans/verdict.ts'
import type { visitor } from './zh-Hans/visitor.ts'
import type { words } from './zh-Hans/words.ts'

/** Every area and its messages as types only: naming an area here costs a program no bytes. */
interface Areas {
  words: typeof words
  ui: typeof ui
  console: typeof console
  boards: typeof boards
  promises: typeof promises
  staff: typeof staff
  resident: typeof resident
  reporting: typeof reporting
  entrance: typeof entrance
  visitor: typeof visitor
  household: typeof household
  verdict: typeof verdict
  events: typeof events
  quote: typeof quote
  refusals: typeof refusals
  emergency: typeof emergency
}

export type Area = keyof Areas

type Together<U> = (U extends unknown ? (part: U) => void : never) extends (whole: infer I) => void
  ? I
  : never

/** The messages of several areas as one catalogue: `MessagesOf<'words' | 'ui' | 'resident'>`. */
export type MessagesOf<A extends Area> = Together<Areas[A]>

/** A catalogue of the same keys in any language. */
export type Wording<M> = { readonly [K in keyof M]: string }
