import type { ClockKind, ClockVerdict } from './kinds.ts'

/**
 * One instance of a clock: one run under one policy version. Instants are epoch seconds. "Worked" is open time of
 * the clock's calendar outside the pauses; "wall" is all the time that went by, pauses too, as the resident feels it.
 */
export type ClockState = {
  readonly kind: ClockKind
  readonly cycle: number
  /** Which run of its kind in its cycle, from 1: a case has one clock a message, an appointment, an update. */
  readonly run: number
  /** Under which of the case's policies, from 1 in order of coming into force. Names the instance with the three above. */
  readonly turn: number
  readonly policyVersionId: string
  readonly calendarVersionId: string
  readonly budgetSeconds: number
  /**
   * From when it counts; a reclassification does not move it, a case merged into this one may put it earlier, an
   * appointment puts it ahead of `asOf`.
   */
  readonly startedAt: number
  /** When the run itself began: what is merged in moves `startedAt`, never this, so a run keeps its name. */
  readonly beganAt: number
  /** When this instance came into force. A `breachedAt` before it was a breach on arrival: nobody is to be alarmed. */
  readonly attachedAt: number
  /**
   * Stopping at this very second is in time. Absent while the clock is paused (see `deadlineIfResumedNow`) and when the
   * calendar has no such instant within its horizon. Of a clock that ended early: the deadline it would have had.
   */
  readonly deadline?: number | undefined
  readonly pausedSince?: number | undefined
  readonly pausedWorkedSeconds: number
  /** When it was met, called off or replaced. */
  readonly stoppedAt?: number | undefined
  readonly verdict: ClockVerdict
  /** The deadline, once it has passed before the clock stopped. Kept when the instance is superseded. */
  readonly breachedAt?: number | undefined
  readonly elapsedWorked: number
  readonly elapsedWall: number
  /** The instant for which all this holds: `stoppedAt`, or the `now` it was derived for; never before `startedAt`. */
  readonly asOf: number
}

/** Nothing has stopped it: it runs, is paused, or is late and still counting. */
export function isLive(clock: ClockState): boolean {
  return clock.stoppedAt === undefined
}
