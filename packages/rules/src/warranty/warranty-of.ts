import { dateOf, dayNumber } from '../calendar/dates.ts'
import type { Component, WarrantyState } from '../responsibility/words.ts'
import type { Term, WarrantyClockKind } from './terms.ts'
import { warrantyClockKinds, warrantyTerms } from './terms.ts'

/** First and last day of the heating season, month and day as `MM-DD` (never 02-29); it may run over the turn of the year. */
export type Season = { readonly from: string; readonly to: string }

/** The heating season of most northern cities; a community sets its own. */
export const usualSeason: Season = { from: '11-15', to: '03-15' }

/** What is known of a place. `handedOverOn` undefined: it is never handed over to anybody (a common part). */
export type WarrantyFacts = {
  readonly acceptedOn: string | null
  readonly handedOverOn?: string | null | undefined
  readonly season?: Season | undefined
}

/** One clock. `until` is its last day, included; null for the design life, undefined where the date is missing. */
export type WarrantyClock = {
  readonly kind: WarrantyClockKind
  readonly term: Term
  readonly from: string | null
  readonly until: string | null | undefined
}

/** `until` and `daysLeft` are those of the longer clock; 0 is the last day, below 0 so many days over; null: no end. */
export type Warranty = {
  readonly state: WarrantyState
  readonly clocks: readonly WarrantyClock[]
  readonly until: string | null
  readonly daysLeft: number | null
}

/**
 * How the builder's warranty of a component stands on a day (`YYYY-MM-DD`, in the community's zone). Two clocks run
 * and the longer one counts for the customer. The day a clock starts is not counted, its last day is (民法典 201–202):
 * five years from 2021-08-31 are over after 2026-08-31. It is `unknown` only when a missing date could still help.
 */
export function warrantyOf(component: Component, facts: WarrantyFacts, on: string): Warranty {
  const clocks = warrantyClockKinds.flatMap((kind): WarrantyClock[] => {
    const term = warrantyTerms[component][kind]
    const from = kind === 'acceptance' ? facts.acceptedOn : facts.handedOverOn
    if (!term || from === undefined) return []
    return [
      {
        kind,
        term,
        from,
        until: from === null ? undefined : lastDay(from, term, facts.season ?? usualSeason),
      },
    ]
  })
  if (clocks.some((it) => it.until === null)) return { state: 'in', clocks, until: null, daysLeft: null }
  const known = clocks.flatMap((it) => (typeof it.until === 'string' ? [it.until] : []))
  const until = known.toSorted().at(-1) ?? null
  const daysLeft = until === null ? null : dayNumber(until) - dayNumber(on)
  if (daysLeft !== null && daysLeft >= 0) return { state: 'in', clocks, until, daysLeft }
  const missing = clocks.some((it) => it.until === undefined)
  return { state: missing ? 'unknown' : 'out', clocks, until, daysLeft }
}

/** The last day of a term that starts on `from`; null for the design life. */
export function lastDay(from: string, term: Term, season: Season): string | null {
  switch (term.unit) {
    case 'design-life':
      return null
    case 'years':
      return monthsLater(from, term.count * 12)
    case 'months':
      return monthsLater(from, term.count)
    case 'seasons':
      return endOfSeasons(from, term.count, season)
  }
}

/** The corresponding day, or the month's last where it has none. */
function monthsLater(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const index = year * 12 + month - 1 + months
  const first = (at: number) =>
    `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`
  const length = dayNumber(first(index + 1)) - dayNumber(first(index))
  return dateOf(dayNumber(first(index)) + Math.min(day, length) - 1)
}

/**
 * Seasons are counted whole: one that had begun before the start is not counted, because the customer never had all
 * of it. Ends with the last day of the last season counted.
 */
function endOfSeasons(from: string, count: number, season: Season): string {
  const year = Number(from.slice(0, 4))
  const firstYear = `${from.slice(0, 4)}-${season.from}` >= from ? year : year + 1
  const overTheYear = season.to < season.from ? 1 : 0
  return `${String(firstYear + count - 1 + overTheYear).padStart(4, '0')}-${season.to}`
}
