import type { CaseEventKind, PauseReason, Urgency } from '@zhanggui/contract'
import { clockKinds } from '@zhanggui/contract'
import { epochSeconds, pausesResolve, residentWordResumes } from '@zhanggui/rules'
import type { CallBackOutcome, CaseFact, FiredLevel, Ladder, PolicyVersion } from '@zhanggui/rules'
import type { Targets } from './choose-targets.ts'

/** What is noted at opening, and whenever a case comes under other terms, so that the clocks can be worked out for ever: limits and the calendar versions. */
export type Terms = {
  policyVersionId: string
  targets: Targets<{ seconds: number; calendarVersionId: string }>
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
    /** On `merged` and `absorbed`, and on what takes them back: the other case. */
    other?: { id: string }
    /** On `escalated`. */
    escalations?: (FiredLevel & { late: boolean; coalesced: readonly string[] })[]
    /** On `appointed`: the window agreed upon, who asked for it, and whether the resident knows of it. */
    from?: string
    byResident?: boolean
    agreed?: boolean
    /** On `reclassified`: what the case became. */
    changed?: { urgency: Urgency | null }
    /** On `called-back`. */
    outcome?: CallBackOutcome
    attempt?: number
    /** On `absorbed`: when the other case was received, and since when its resident waits for a further answer. */
    since?: string
    unansweredSince?: string
  }
}

/** Turns the history of a case into what the clock rules read. Refuses a history that does not begin with its terms. */
export function factsOf(events: readonly EventForClocks[]): CaseFact[] {
  return withoutUndone(events).map((event): CaseFact => {
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
      case 'reclassified':
      case 'repaired':
        return event.detail.terms ? { ...base, policy: policyOf(event.detail.terms) } : base
      case 'replied':
      case 'assigned':
      case 'arrived':
        return { ...base, human: event.actorKind === 'staff' }
      case 'supplemented':
      case 'rejected':
        return { ...base, fromResident: event.actorKind === 'resident' }
      case 'paused': {
        const reason = event.detail.reason as PauseReason
        return { ...base, pausesResolve: pausesResolve[reason], awaitsResident: residentWordResumes[reason] }
      }
      case 'appointed': {
        const { from, byResident, agreed } = event.detail
        const appointment = from && { from: epochSeconds(from), byResident: byResident === true }
        return {
          ...base,
          human: event.actorKind === 'staff' && agreed === true,
          ...(appointment ? { appointment } : {}),
        }
      }
      case 'called-back': {
        const { outcome = 'unreached', attempt = 1 } = event.detail
        return { ...base, human: event.actorKind === 'staff', callBack: { outcome, attempt } }
      }
      case 'absorbed': {
        const { since, unansweredSince } = event.detail
        if (since === undefined) return base
        return {
          ...base,
          absorbed: {
            since: epochSeconds(since),
            unansweredSince: unansweredSince === undefined ? undefined : epochSeconds(unansweredSince),
          },
        }
      }
      default:
        return base
    }
  })
}

/**
 * A merge that was undone never was, as far as time goes: the resident waited all along. Each undoing takes back the
 * latest merge with the same case before it.
 */
function withoutUndone(events: readonly EventForClocks[]): EventForClocks[] {
  const gone = new Set<number>()
  const undoes = { unmerged: 'merged', released: 'absorbed' } as const
  for (const event of events) {
    if (event.kind !== 'unmerged' && event.kind !== 'released') continue
    const done = events.findLast(
      (it) =>
        it.seq < event.seq &&
        it.kind === undoes[event.kind as keyof typeof undoes] &&
        it.detail.other?.id === event.detail.other?.id &&
        !gone.has(it.seq),
    )
    gone.add(event.seq)
    if (done) gone.add(done.seq)
  }
  return events.filter((it) => !gone.has(it.seq))
}

/** The policy version as the clock rules want it: one case's targets, by calendar version. */
export function policyOf(terms: Terms): PolicyVersion {
  const targets = clockKinds.flatMap((kind) => {
    const target = terms.targets[kind]
    return target ? [[kind, { seconds: target.seconds, calendar: target.calendarVersionId }] as const] : []
  })
  return {
    id: terms.policyVersionId,
    // Other targets or other calendar versions under the same policy are other terms.
    terms: JSON.stringify(targets),
    targets: Object.fromEntries(targets),
    reopenShare: { numerator: terms.reopenPercent, denominator: 100 },
    reopenFloorSeconds: terms.reopenFloorSeconds,
  }
}
