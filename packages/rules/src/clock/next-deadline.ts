import type { ClockState } from './clock-state.ts'
import { isLive } from './clock-state.ts'

/** The live clock whose deadline is the earliest, passed or not: what a queue by deadline sorts by. */
export function nextDeadline(clocks: readonly ClockState[]): ClockState | undefined {
  return earliest(clocks.filter(isLive))
}

/**
 * The clock that will be breached first if nothing happens: what a timer waits for. It is not breached at its deadline
 * but in the second after, so the timer looks then, and derives the clocks afresh before it says anything.
 */
export function nextBreach(clocks: readonly ClockState[]): ClockState | undefined {
  return earliest(clocks.filter((clock) => clock.verdict === 'running'))
}

function earliest(clocks: readonly ClockState[]): ClockState | undefined {
  let first: ClockState | undefined
  for (const clock of clocks) {
    if (clock.deadline === undefined) continue
    if (first?.deadline === undefined || clock.deadline < first.deadline) first = clock
  }
  return first
}
