import type { ClockState } from './clock-state.ts'
import { isLive } from './clock-state.ts'

/** Lowering the urgency within so many seconds of a live deadline, or after it, is shown to the supervisor. */
export const lateDowngradeSeconds = 1800

/** More than half of the budget was spent standing still: a supervisor looks at the reasons. Changes no verdict. */
export function needsPauseReview(clock: ClockState): boolean {
  return clock.verdict !== 'superseded' && clock.pausedWorkedSeconds * 2 > clock.budgetSeconds
}

/**
 * Whether an urgency lowered at `now` (epoch seconds) comes so near to a deadline that it may be meant to escape it.
 * `clocks` are those before the change. The change is possible all the same; it is noted with the finding.
 */
export function isLateDowngrade(clocks: readonly ClockState[], now: number): boolean {
  return clocks.some(
    (clock) => isLive(clock) && clock.deadline !== undefined && clock.deadline - now <= lateDowngradeSeconds,
  )
}
