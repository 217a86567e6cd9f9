import type { ClosureBasis } from './reasons.ts'
import { closureBasesOf } from './reasons.ts'
import type { CaseStatus } from './statuses.ts'
import type { CaseVerb } from './verbs.ts'
import { caseSteps } from './verbs.ts'

/** A closed case may come back for this long after its last closing, in seconds of wall time (7 days). */
export const reopenWindowSeconds = 604_800

/** A resolved case that nobody answers for this long may be closed with basis `timeout` (7 days). */
export const silenceSeconds = 604_800

/** An appeal against a closing is heard for this long after it, in seconds (30 days). */
export const appealWindowSeconds = 2_592_000

/** Whether the verb exists from this status; says nothing of the conditions that `refusalOf` checks. */
export function mayDo(status: CaseStatus, verb: CaseVerb): boolean {
  return caseSteps[verb][status] !== undefined
}

/** The status after the verb, or undefined where the verb is refused. */
export function statusAfter(status: CaseStatus, verb: CaseVerb): CaseStatus | undefined {
  return caseSteps[verb][status]
}

/** Whether the verb begins a new cycle: a new resolve clock, a new survey. */
export function beginsCycle(verb: CaseVerb): boolean {
  return verb === 'reject' || verb === 'reopen' || verb === 'uphold-appeal'
}

/** What must be known of a case to judge a verb. Instants are epoch seconds. */
export type CaseSituation = {
  readonly status: CaseStatus
  readonly now: number
  readonly hasAssignee: boolean
  readonly resolvedAt?: number | undefined
  readonly lastClosedAt?: number | undefined
  /** The resident has rated the present cycle already. */
  readonly rated?: boolean | undefined
  /** An appeal was made, and whether it still waits for its ruling. */
  readonly appeal?: 'none' | 'waiting' | 'ruled' | undefined
}

export const caseRefusals = [
  'not-from-this-status',
  'no-assignee',
  'reopen-window-over',
  'silence-too-short',
  'already-rated',
  'already-appealed',
  'appeal-window-over',
  'no-appeal',
  'basis-not-for-this-verb',
] as const
export type CaseRefusal = (typeof caseRefusals)[number]

/**
 * Why the verb may not be done now, or undefined when it may.
 * Equality is on the doer's side: exactly seven days after closing a case still comes back, and exactly seven days
 * of silence suffice to close one. `basis` is looked at for `confirm` and `close` only.
 */
export function refusalOf(
  verb: CaseVerb,
  situation: CaseSituation,
  basis?: ClosureBasis,
): CaseRefusal | undefined {
  if (!mayDo(situation.status, verb)) return 'not-from-this-status'
  switch (verb) {
    case 'resolve':
      return situation.hasAssignee ? undefined : 'no-assignee'
    case 'reject':
    case 'reopen':
      return situation.status === 'closed' && !isWithin(reopenWindowSeconds, situation)
        ? 'reopen-window-over'
        : undefined
    case 'appeal':
      if ((situation.appeal ?? 'none') !== 'none') return 'already-appealed'
      return isWithin(appealWindowSeconds, situation) ? undefined : 'appeal-window-over'
    case 'uphold-appeal':
    case 'reject-appeal':
      return situation.appeal === 'waiting' ? undefined : 'no-appeal'
    case 'rate':
      return situation.rated === true ? 'already-rated' : undefined
    case 'confirm':
      return basis === undefined || isOneOf(closureBasesOf.confirm, basis)
        ? undefined
        : 'basis-not-for-this-verb'
    case 'close':
      if (basis === undefined || !isOneOf(closureBasesOf.close, basis)) return 'basis-not-for-this-verb'
      return basis === 'timeout' && !hasBeenSilent(situation) ? 'silence-too-short' : undefined
    case 'accept':
    case 'assign':
    case 'reply':
    case 'note':
    case 'pause':
    case 'resume':
    case 'decline':
    case 'cancel':
    case 'reclassify':
    case 'supplement':
    case 'merge':
    case 'absorb':
    case 'unmerge':
    case 'release':
    case 'urge':
    case 'escalate':
    case 'acknowledge':
    case 'begin-work':
    case 'finish-work':
    case 'drop-work':
    case 'promise':
    case 'arrive':
    case 'appoint':
    case 'call-back':
    case 'repair':
    case 'quote':
    case 'agree-quote':
    case 'decline-quote':
    case 'offer':
    case 'refuse':
    case 'lapse':
    case 'raise':
    case 'hand':
    case 'receive':
    case 'keep':
    case 'join':
    case 'return':
    case 'dispute':
    case 'rule':
    case 'follow':
      return undefined
  }
}

/** The verbs that may be done now, in the order of `caseSteps`. `close` is judged with basis `timeout`. */
export function verbsNow(situation: CaseSituation): CaseVerb[] {
  return (Object.keys(caseSteps) as CaseVerb[]).filter(
    (verb) => refusalOf(verb, situation, verb === 'close' ? 'timeout' : undefined) === undefined,
  )
}

function isWithin(seconds: number, { lastClosedAt, now }: CaseSituation): boolean {
  return lastClosedAt !== undefined && now - lastClosedAt <= seconds
}

function hasBeenSilent({ resolvedAt, now }: CaseSituation): boolean {
  return resolvedAt !== undefined && now - resolvedAt >= silenceSeconds
}

function isOneOf(bases: readonly ClosureBasis[], basis: ClosureBasis): boolean {
  return bases.includes(basis)
}
