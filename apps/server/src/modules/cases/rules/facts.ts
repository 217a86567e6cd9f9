import type { CaseEventKind, ClockKind, PauseReason } from '@zhanggui/contract'
import { epochSeconds, pausesResolve } from '@zhanggui/rules'
import type { CaseFact, FiredLevel, Ladder, PolicyVersion } from '@zhanggui/rules'

/** What is noted at opening so that the clocks can be worked out for ever: limits and the calendar versions. */
export type Terms = {
  policyVersionId: string
  targets: Record<ClockKind, { seconds: number; calendarVersionId: string }>
  reopenPercent: number
  reopenFloorSeconds: number
  /** Absent: the house's own ladder. */
  ladder?: Ladder | undefined
}

/** The part of an event that the clocks need. */
export type EventForClocks = {
  seq: number
  kind: CaseEventKind
  occurredAt: string
  actorKind: 'staff' | 'resident' | 'system'
  detail: {
    terms?: Terms
    liveContact?: boolean
    reason?: string
    /** On `escalated`. */
    escalations?: (FiredLevel & { late: boolean; coalesced: readonly string[] })[]
  }
}

/** Turns the history of a case into what the clock rules read. Refuses a history that does not begin with its terms. */
export function factsOf(events: readonly EventForClocks[]): CaseFact[] {
  return events.map((event): CaseFact => {
    const base = { seq: event.seq, at: epochSeconds(event.occurredAt), kind: event.kind }
    switch (event.kind) {
      case 'opened': {
        if (!event.detail.terms) throw new Error('a case without terms')
        return {
          ...base,
          liveContact: event.detail.liveContact === true,
          policy: policyOf(event.detail.terms),
        }
      }
      case 'replied':
      case 'assigned':
        return { ...base, human: event.actorKind === 'staff' }
      case 'paused':
        return { ...base, pausesResolve: pausesResolve[event.detail.reason as PauseReason] }
      default:
        return base
    }
  })
}

/** The policy version as the clock rules want it: one case's targets, by calendar version. */
export function policyOf(terms: Terms): PolicyVersion {
  return {
    id: terms.policyVersionId,
    targets: {
      accept: targetOf(terms.targets.accept),
      first_response: targetOf(terms.targets.first_response),
      resolve: targetOf(terms.targets.resolve),
    },
    reopenShare: { numerator: terms.reopenPercent, denominator: 100 },
    reopenFloorSeconds: terms.reopenFloorSeconds,
  }
}

const targetOf = (it: { seconds: number; calendarVersionId: string }) => ({
  seconds: it.seconds,
  calendar: it.calendarVersionId,
})
