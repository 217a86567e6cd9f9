import type { CaseFact } from './case-fact.ts'
import type { ClockState } from './clock-state.ts'
import { readHistory } from './history.ts'

/** Time of the resolve clock in one cycle, in seconds; `late` when that cycle's own verdict is a breach. */
export type CycleTime = {
  readonly cycle: number
  readonly worked: number
  readonly wall: number
  readonly late: boolean
}

/** How long a case took, told three ways, and how long it waited for the resident's verdict, which is nobody's time. */
export type CaseTimes = {
  readonly first: CycleTime | undefined
  readonly last: CycleTime | undefined
  readonly all: { readonly worked: number; readonly wall: number; readonly late: boolean }
  /** Wall seconds from each resolution until the case was closed or came back, or until `now`. */
  readonly awaitingVerification: number
}

/**
 * The times of a case out of its clocks as derived for `now` (epoch seconds). A cycle counts with the instance in force
 * at its end: one that was superseded says nothing. A cycle without a resolve target is not in the figures.
 */
export function caseTimes(facts: readonly CaseFact[], clocks: readonly ClockState[], now: number): CaseTimes {
  const cycles = clocks
    .filter((clock) => clock.kind === 'resolve' && clock.verdict !== 'superseded')
    .map((clock) => ({
      cycle: clock.cycle,
      worked: clock.elapsedWorked,
      wall: clock.elapsedWall,
      late: clock.breachedAt !== undefined,
    }))
    .toSorted((a, b) => a.cycle - b.cycle)
  return {
    first: cycles.find((it) => it.cycle === 1),
    last: cycles.at(-1),
    all: {
      worked: cycles.reduce((sum, it) => sum + it.worked, 0),
      wall: cycles.reduce((sum, it) => sum + it.wall, 0),
      late: cycles.some((it) => it.late),
    },
    awaitingVerification: awaitingVerification(facts, now),
  }
}

function awaitingVerification(facts: readonly CaseFact[], now: number): number {
  if (facts.length === 0) return 0
  let waited = 0
  let since: number | undefined
  for (const { at, fact, stage, turned } of readHistory(facts).moments) {
    const answered = turned || fact.kind === 'confirmed' || fact.kind === 'closed'
    if (since !== undefined && answered) {
      waited += at - since
      since = undefined
    }
    if (turned && stage === 'settled' && fact.kind === 'resolved') since = at
  }
  return since === undefined ? waited : waited + Math.max(0, now - since)
}
