import type { CalendarVersion } from '../calendar/calendar-version.ts'
import { deadlineAfter } from '../calendar/deadline-after.ts'
import { workedSeconds } from '../calendar/timeline.ts'
import type { ClockState } from './clock-state.ts'
import type { ClockTone } from './kinds.ts'

/** What a clock shows at an instant. All in seconds; what does not apply is 0. */
export type Countdown = {
  readonly workedLeft: number
  /** Time on the wall to the deadline; absent while paused or when there is no deadline within the horizon. */
  readonly wallLeft?: number | undefined
  readonly overrunWorked: number
  readonly overrunWall: number
  /** The part of the budget that is used, from 0 to 1. */
  readonly share: number
  readonly tone: ClockTone
}

/**
 * What the clock shows at `now` (epoch seconds), in its calendar. `now` may lie after the instant the state was derived
 * for, as long as nothing else has happened to the case; before it, the state's own instant is taken.
 */
export function countdown(clock: ClockState, calendar: CalendarVersion, now: number): Countdown {
  // One that counts from an appointment still ahead has its whole budget and the way there.
  const ahead = clock.asOf === clock.startedAt && now < clock.startedAt
  const at = clock.stoppedAt ?? (ahead ? now : Math.max(now, clock.asOf))
  const worked = elapsedWorkedAt(clock, calendar, now)
  const late = clock.deadline !== undefined && at > clock.deadline
  const wallLeft = late || clock.deadline === undefined ? undefined : clock.deadline - at
  return {
    workedLeft: Math.max(0, clock.budgetSeconds - worked),
    wallLeft: late ? 0 : wallLeft,
    overrunWorked: late ? Math.max(0, worked - clock.budgetSeconds) : 0,
    overrunWall: late && clock.deadline !== undefined ? at - clock.deadline : 0,
    share: clock.budgetSeconds === 0 ? 1 : Math.min(1, worked / clock.budgetSeconds),
    tone: toneOf(clock, worked, late),
  }
}

/** Open seconds used at `now`: the state's own figure, and what a clock that runs has used since. */
export function elapsedWorkedAt(clock: ClockState, calendar: CalendarVersion, now: number): number {
  const counts = clock.stoppedAt === undefined && clock.pausedSince === undefined
  return clock.elapsedWorked + (counts ? workedSeconds(calendar, clock.asOf, now) : 0)
}

/** The deadline if a paused clock were resumed at `now` (epoch seconds); the deadline itself when it has one. */
export function deadlineIfResumedNow(
  clock: ClockState,
  calendar: CalendarVersion,
  now: number,
): number | undefined {
  if (clock.pausedSince === undefined || clock.deadline !== undefined) return clock.deadline
  return deadlineAfter(calendar, Math.max(now, clock.asOf), clock.budgetSeconds - clock.elapsedWorked)
}

function toneOf(clock: ClockState, worked: number, late: boolean): ClockTone {
  switch (clock.verdict) {
    case 'met':
      return 'met'
    case 'cancelled':
      return 'ended'
    case 'superseded':
      return late ? 'missed' : 'ended'
    case 'running':
    case 'paused':
    case 'breached':
      if (late) return clock.stoppedAt === undefined ? 'late' : 'missed'
      if (clock.pausedSince !== undefined) return 'paused'
      return (clock.budgetSeconds - worked) * 4 <= clock.budgetSeconds ? 'soon' : 'ok'
  }
}
