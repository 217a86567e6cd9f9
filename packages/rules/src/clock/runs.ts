import { isContact } from './case-fact.ts'
import { nextResponseRuns, updateRuns } from './contact-runs.ts'
import type { CaseHistory, Cycle, Moment } from './history.ts'
import { momentsOf } from './history.ts'
import type { ClockKind } from './kinds.ts'
import type { ClockRun } from './run.ts'
import { earlierThan, pausesIn, plainRun } from './run.ts'
import { callbackRuns, onSiteRuns } from './visit-runs.ts'

/** Every kind of clock by the rule that finds its runs. A further kind is a further line. */
const runsOfKind: Readonly<Record<ClockKind, (history: CaseHistory) => readonly ClockRun[]>> = {
  accept: acceptRuns,
  first_response: firstResponseRuns,
  next_response: nextResponseRuns,
  on_site: onSiteRuns,
  resolve: resolveRuns,
  update: updateRuns,
  callback: callbackRuns,
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
      fact.kind === 'received' ||
      (fact.kind === 'assigned' && fact.human !== false) ||
      fact.kind === 'resolved',
  )
  return [fromReceipt(history, 'accept', cycle, taken)]
}

/**
 * From receipt until a person has answered so that the resident knows; at once when they were speaking already. No
 * status counts as an answer: a case that is settled or ended unanswered calls the clock off. It never runs again.
 */
function firstResponseRuns(history: CaseHistory): readonly ClockRun[] {
  const cycle = history.cycles[0]
  if (cycle === undefined) return []
  const answered = isContact(cycle.from.fact)
    ? cycle.from
    : momentsOf(history, cycle).find(({ fact }) => isContact(fact))
  return [fromReceipt(history, 'first_response', cycle, answered)]
}

/** Once a cycle, from its beginning until the case is resolved, standing still for the reasons that allow it. */
function resolveRuns(history: CaseHistory): readonly ClockRun[] {
  return history.cycles.map((cycle) => {
    const stopped = cycle.to?.fact.kind === 'resolved'
    return withAbsorbed(history, {
      ...plainRun(
        'resolve',
        cycle.number,
        cycle.from,
        cycle.to && { moment: cycle.to, how: stopped ? 'stopped' : 'cancelled' },
      ),
      pauses: pausesIn(history, cycle, (fact) => fact.pausesResolve === true),
      again: cycle.number > 1,
    })
  })
}

function fromReceipt(
  history: CaseHistory,
  kind: ClockKind,
  cycle: Cycle,
  stop: Moment | undefined,
): ClockRun {
  const moment = stop ?? cycle.to
  const end = moment && { moment, how: moment === stop ? ('stopped' as const) : ('cancelled' as const) }
  return withAbsorbed(history, plainRun(kind, cycle.number, cycle.from, end))
}

function withAbsorbed(history: CaseHistory, run: ClockRun): ClockRun {
  return { ...run, earlier: earlierThan(history, run, (fact) => fact.absorbed?.since) }
}
