import type { CaseFact } from './case-fact.ts'
import { isContact } from './case-fact.ts'
import type { CaseHistory, Moment } from './history.ts'
import type { ClockRun, Pause, RunEnd } from './run.ts'
import { earlierThan, pausesIn, plainRun } from './run.ts'

/**
 * From the oldest message of the resident that nobody has answered until a person does, on whatever channel; further
 * messages meanwhile change nothing, so there is one at a time. Runs only once the first response is given or given
 * up, and also while a resolved case waits for its verdict. Settling or closing the case calls it off.
 */
export function nextResponseRuns(history: CaseHistory): readonly ClockRun[] {
  const runs: ClockRun[] = []
  let begun: (ClockRun['from'] & { cycle: number }) | undefined
  let answerable = false
  const end = (how: RunEnd['how'], moment: Moment) => {
    if (begun === undefined) return
    const run = plainRun('next_response', begun.cycle, begun, { moment, how })
    runs.push({ ...run, earlier: unansweredBefore(history, run) })
    begun = undefined
  }
  for (const moment of history.moments) {
    const { fact, position, at, cycle } = moment
    if (isContact(fact)) end('stopped', moment)
    else if (isSettling(moment)) end('cancelled', moment)
    if (moment.stage === 'over') break
    answerable ||= isContact(fact) || (moment.turned && position > 0)
    if (!answerable || begun !== undefined) continue
    if (asks(moment)) begun = { position, at, cycle }
    const since = fact.kind === 'absorbed' ? fact.absorbed?.unansweredSince : undefined
    if (since !== undefined) begun = { position, at: Math.min(at, since), knownAt: at, cycle }
  }
  if (begun !== undefined) {
    const run = plainRun('next_response', begun.cycle, begun, undefined)
    runs.push({ ...run, earlier: unansweredBefore(history, run) })
  }
  return runs
}

/**
 * From each time the resident was told something until the next, standing still while the next word is the resident's
 * own. Begins with the first response, and anew when a case comes back; saying that it is done is telling, too.
 */
export function updateRuns(history: CaseHistory): readonly ClockRun[] {
  const runs: ClockRun[] = []
  let begun: Moment | undefined
  let due = false
  const end = (how: RunEnd['how'] | undefined, moment?: Moment) => {
    if (begun === undefined) return
    const run = plainRun('update', begun.cycle, begun, moment && how && { moment, how })
    runs.push({ ...run, pauses: awaitingResident(history, begun, moment?.at) })
    begun = undefined
  }
  for (const moment of history.moments) {
    const told = isContact(moment.fact)
    if (told || (moment.turned && moment.fact.kind === 'resolved')) end('stopped', moment)
    else if (moment.turned && moment.stage !== 'under-way') end('cancelled', moment)
    if (moment.stage === 'over') break
    due ||= told || (moment.turned && moment.position > 0)
    if (moment.stage === 'under-way' && due && (told || moment.turned)) begun = moment
  }
  end(undefined)
  return runs
}

function asks({ fact, turned }: Moment): boolean {
  return (fact.kind === 'supplemented' || (fact.kind === 'rejected' && turned)) && fact.fromResident === true
}

function isSettling({ stage, turned, fact }: Moment): boolean {
  if (stage === 'under-way') return false
  return turned || fact.kind === 'confirmed' || fact.kind === 'closed'
}

function unansweredBefore(history: CaseHistory, run: ClockRun): ClockRun['earlier'] {
  return earlierThan(history, run, (fact) => fact.absorbed?.unansweredSince)
}

/** The waits for the resident within the run, clipped to it. */
function awaitingResident(history: CaseHistory, from: Moment, to: number | undefined): readonly Pause[] {
  const cycle = history.cycles.find((it) => it.number === from.cycle)
  if (cycle === undefined) return []
  return pausesIn(history, cycle, (fact: CaseFact) => fact.awaitsResident === true)
    .filter((pause) => (pause.to ?? Infinity) > from.at && pause.from < (to ?? Infinity))
    .map((pause) => ({ from: Math.max(pause.from, from.at), to: pause.to ?? to }))
}
