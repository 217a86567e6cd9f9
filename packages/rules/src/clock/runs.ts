import type { CaseHistory, Cycle, Moment } from './history.ts'
import { momentsOf } from './history.ts'
import type { ClockKind } from './kinds.ts'

/** A stretch in which a clock stood still; without `to` it still does. Epoch seconds. */
export type Pause = { readonly from: number; readonly to?: number | undefined }

/**
 * One run of a clock, as the history tells it and before any policy is looked at: when it began, what it stood still
 * for, and what ended it. `stopped` is the act the clock waits for; `cancelled` is everything else.
 */
export type ClockRun = {
  readonly kind: ClockKind
  readonly cycle: number
  readonly from: Moment
  readonly end?: { readonly moment: Moment; readonly how: 'stopped' | 'cancelled' } | undefined
  readonly pauses: readonly Pause[]
  /** The budget is the reopening share of the target. */
  readonly again: boolean
}

/** Every kind of clock by the rule that finds its runs. A further kind is a further line. */
const runsOfKind: Readonly<Record<ClockKind, (history: CaseHistory) => readonly ClockRun[]>> = {
  accept: acceptRuns,
  first_response: firstResponseRuns,
  resolve: resolveRuns,
}

export function runsOf(history: CaseHistory): readonly ClockRun[] {
  return Object.values(runsOfKind).flatMap((find) => find(history))
}

/**
 * From receipt until somebody takes the case: accepts it, or has it assigned by a person. A machine's assignment
 * does not count, or no case would ever be late; a resolution does, as somebody must have taken it.
 */
function acceptRuns(history: CaseHistory): readonly ClockRun[] {
  const cycle = history.cycles[0]
  if (cycle === undefined) return []
  const taken = momentsOf(history, cycle).find(
    ({ fact }) =>
      fact.kind === 'accepted' ||
      (fact.kind === 'assigned' && fact.human !== false) ||
      fact.kind === 'resolved',
  )
  return [withoutPauses('accept', cycle, taken)]
}

/**
 * From receipt until a person has answered so that the resident knows; at once when they were speaking already. No
 * status counts as an answer: a case that is settled or ended unanswered calls the clock off. It never runs again.
 */
function firstResponseRuns(history: CaseHistory): readonly ClockRun[] {
  const cycle = history.cycles[0]
  if (cycle === undefined) return []
  const answered =
    cycle.from.fact.liveContact === true
      ? cycle.from
      : momentsOf(history, cycle).find(({ fact }) => fact.kind === 'replied' && fact.human === true)
  return [withoutPauses('first_response', cycle, answered)]
}

/** Once a cycle, from its beginning until the case is resolved, standing still for the reasons that allow it. */
function resolveRuns(history: CaseHistory): readonly ClockRun[] {
  return history.cycles.map((cycle) => ({
    kind: 'resolve',
    cycle: cycle.number,
    from: cycle.from,
    end: cycle.to && {
      moment: cycle.to,
      how: cycle.to.fact.kind === 'resolved' ? 'stopped' : 'cancelled',
    },
    pauses: pausesIn(history, cycle),
    again: cycle.number > 1,
  }))
}

function withoutPauses(kind: ClockKind, cycle: Cycle, stop: Moment | undefined): ClockRun {
  const moment = stop ?? cycle.to
  return {
    kind,
    cycle: 1,
    from: cycle.from,
    end: moment && { moment, how: moment === stop ? 'stopped' : 'cancelled' },
    pauses: [],
    again: false,
  }
}

/** A change of reason while paused goes on with the same pause, or ends it when the new reason allows none. */
function pausesIn(history: CaseHistory, cycle: Cycle): readonly Pause[] {
  const pauses: Pause[] = []
  let since: number | undefined
  for (const { at, fact } of momentsOf(history, cycle)) {
    const stands = fact.kind === 'paused' && fact.pausesResolve === true
    if (stands) since ??= at
    else if (since !== undefined && (fact.kind === 'paused' || fact.kind === 'resumed')) {
      pauses.push({ from: since, to: at })
      since = undefined
    }
  }
  return since === undefined ? pauses : [...pauses, { from: since, to: cycle.to?.at }]
}
