import type { CaseHistory, Cycle, Moment } from './history.ts'
import { momentsOf } from './history.ts'
import type { CaseFact } from './case-fact.ts'
import type { ClockKind } from './kinds.ts'

/** A stretch in which a clock stood still; without `to` it still does. Epoch seconds. */
export type Pause = { readonly from: number; readonly to?: number | undefined }

/** `stopped` is the act the clock waits for; `superseded` another run in its place; `cancelled` everything else. */
export type RunEnd = { readonly moment: Moment; readonly how: 'stopped' | 'cancelled' | 'superseded' }

/**
 * One run of a clock, as the history tells it and before any policy is looked at: when it began, what it stood still
 * for, and what ended it.
 */
export type ClockRun = {
  readonly kind: ClockKind
  readonly cycle: number
  /**
   * Where in the history it began, and the instant from which it counts, which an appointment may put ahead and a case
   * merged into this one back; then `knownAt` is when that became known.
   */
  readonly from: { readonly position: number; readonly at: number; readonly knownAt?: number | undefined }
  readonly end?: RunEnd | undefined
  readonly pauses: readonly Pause[]
  /** The budget is the reopening share of the target. */
  readonly again: boolean
  /** Earlier beginnings that came with cases merged into this one, and the moment each came. */
  readonly earlier: readonly { readonly moment: Moment; readonly at: number }[]
}

/** A run that pauses for nothing and has the whole target. */
export function plainRun(
  kind: ClockKind,
  cycle: number,
  from: ClockRun['from'],
  end: RunEnd | undefined,
): ClockRun {
  return { kind, cycle, from, end, pauses: [], again: false, earlier: [] }
}

/**
 * The beginnings of cases absorbed while the run was live: the resident has waited since the first of their reports.
 * What the absorbed case stood still for is not taken over.
 */
export function earlierThan(
  history: CaseHistory,
  run: ClockRun,
  instantOf: (fact: CaseFact) => number | undefined,
): ClockRun['earlier'] {
  return history.moments.flatMap((moment) => {
    if (moment.fact.kind !== 'absorbed' || moment.position <= run.from.position) return []
    if (run.end !== undefined && moment.position >= run.end.moment.position) return []
    const at = instantOf(moment.fact)
    return at === undefined ? [] : [{ moment, at }]
  })
}

/**
 * The pauses of a cycle for reasons of one sort. A change of reason while paused goes on with the same pause, or ends
 * it when the new reason is of another sort.
 */
export function pausesIn(
  history: CaseHistory,
  cycle: Cycle,
  counts: (fact: CaseFact) => boolean,
): readonly Pause[] {
  const pauses: Pause[] = []
  let since: number | undefined
  for (const { at, fact } of momentsOf(history, cycle)) {
    const stands = fact.kind === 'paused' && counts(fact)
    if (stands) since ??= at
    else if (since !== undefined && (fact.kind === 'paused' || fact.kind === 'resumed')) {
      pauses.push({ from: since, to: at })
      since = undefined
    }
  }
  return since === undefined ? pauses : [...pauses, { from: since, to: cycle.to?.at }]
}
