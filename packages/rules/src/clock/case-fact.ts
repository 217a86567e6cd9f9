import type { CalendarVersion } from '../calendar/calendar-version.ts'
import type { CaseFactKind } from '../life/verbs.ts'
import type { ClockKind } from './kinds.ts'

/** How long, in open seconds of which calendar (by id, or the calendar itself). */
export type ClockTarget = { readonly seconds: number; readonly calendar: string | CalendarVersion }

/** One version of a service policy 时限标准; a version is never changed once cases run on it. */
export type PolicyVersion = {
  readonly id: string
  /** A kind without a target has no clock under this policy. */
  readonly targets: Readonly<Partial<Record<ClockKind, ClockTarget>>>
  /** The part of the resolve target that a later cycle gets; one half when absent. */
  readonly reopenShare?: { readonly numerator: number; readonly denominator: number } | undefined
  /** A later cycle gets at least so many seconds, even beyond the first target; 7200 when absent. */
  readonly reopenFloorSeconds?: number | undefined
}

/** What the clocks need to know of one entry in a case's history. */
export type CaseFact = {
  readonly seq: number
  /** When it happened, in epoch seconds. */
  readonly at: number
  readonly kind: CaseFactKind
  /** On `opened`: a member of staff opened it with the resident present or on the line. */
  readonly liveContact?: boolean | undefined
  /** On `replied`: written by a person and visible to the resident. On `assigned`: false when a machine did it. */
  readonly human?: boolean | undefined
  /** On `paused`: whether the reason stops the resolve clock; absent means that it does not. */
  readonly pausesResolve?: boolean | undefined
  /** On `opened` and `reclassified`: the policy in force from here on. */
  readonly policy?: PolicyVersion | undefined
}
