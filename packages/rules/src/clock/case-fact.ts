import type { CalendarVersion } from '../calendar/calendar-version.ts'
import type { CallBackOutcome } from '../life/reasons.ts'
import type { CaseFactKind } from '../life/verbs.ts'
import type { ClockKind } from './kinds.ts'

/** How long, in open seconds of which calendar (by id, or the calendar itself). */
export type ClockTarget = { readonly seconds: number; readonly calendar: string | CalendarVersion }

/** One version of a service policy 时限标准; a version is never changed once cases run on it. */
export type PolicyVersion = {
  readonly id: string
  /** Which of the version's terms these are, where it has several (one a rule): other terms are another instance. */
  readonly terms?: string | undefined
  /** A kind without a target has no clock under this policy. */
  readonly targets: Readonly<Partial<Record<ClockKind, ClockTarget>>>
  /** The part of the resolve target that a later cycle gets; one half when absent. */
  readonly reopenShare?: { readonly numerator: number; readonly denominator: number } | undefined
  /** A later cycle gets at least so many seconds, even beyond the first target; 7200 when absent. */
  readonly reopenFloorSeconds?: number | undefined
}

/** What the clocks need to know of one entry in a case's history. Instants are epoch seconds. */
export type CaseFact = {
  readonly seq: number
  /** When it happened. */
  readonly at: number
  readonly kind: CaseFactKind
  /** On `opened`: a member of staff opened it with the resident present or on the line. */
  readonly liveContact?: boolean | undefined
  /**
   * On `replied`, `arrived`, `appointed` and `called-back`: a person was in contact with the resident, in words the
   * resident got or face to face. On `assigned`: false when a machine did it.
   */
  readonly human?: boolean | undefined
  /** On `supplemented` and `rejected`: these are the resident's own words, so somebody owes an answer. */
  readonly fromResident?: boolean | undefined
  /** On `paused`: whether the reason stops the resolve clock; absent means that it does not. */
  readonly pausesResolve?: boolean | undefined
  /** On `paused`: the next word is the resident's, so that nobody owes them news. */
  readonly awaitsResident?: boolean | undefined
  /** On `appointed`: when the visit begins, and whether it was the resident who asked for this time. */
  readonly appointment?: { readonly from: number; readonly byResident: boolean } | undefined
  /** On `called-back`: what came of it, and which attempt of its cycle it was, from 1. */
  readonly callBack?: { readonly outcome: CallBackOutcome; readonly attempt: number } | undefined
  /**
   * On `absorbed`: when the case that was merged into this one was received and, if its resident still waits for an
   * answer to a later message, since when.
   */
  readonly absorbed?: { readonly since: number; readonly unansweredSince?: number | undefined } | undefined
  /** On `opened`, `reclassified` and `repaired`: the policy in force from here on. */
  readonly policy?: PolicyVersion | undefined
}

/** A person was in contact with the resident: what response clocks wait for. A status or a note never is. */
export function isContact(fact: CaseFact): boolean {
  switch (fact.kind) {
    case 'opened':
      return fact.liveContact === true
    case 'replied':
    case 'arrived':
    case 'appointed':
      return fact.human === true
    case 'called-back':
      return fact.human === true && fact.callBack?.outcome !== 'unreached'
    default:
      return false
  }
}
