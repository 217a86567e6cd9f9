import { callBackAttempts } from '../life/reasons.ts'
import type { CaseHistory, Cycle, Moment } from './history.ts'
import { momentsOf } from './history.ts'
import type { ClockRun, RunEnd } from './run.ts'
import { plainRun } from './run.ts'

/**
 * From acceptance, or from the beginning of a case that came back, until somebody is on site. An appointment with the
 * resident takes its place: then it counts from the appointment's beginning. Another appointment moves it once more
 * only when the resident asked for it; after an arrival an appointment is another visit. A breach that was there
 * before stays one.
 */
export function onSiteRuns(history: CaseHistory): readonly ClockRun[] {
  return history.cycles.flatMap((cycle) => onSiteRunsIn(history, cycle))
}

function onSiteRunsIn(history: CaseHistory, cycle: Cycle): readonly ClockRun[] {
  const runs: ClockRun[] = []
  let begun: ClockRun['from'] | undefined = cycle.number > 1 ? cycle.from : undefined
  let taken = cycle.number > 1
  let appointed = false
  const end = (how: RunEnd['how'], moment: Moment) => {
    if (begun !== undefined) runs.push(plainRun('on_site', cycle.number, begun, { moment, how }))
    begun = undefined
  }
  for (const moment of momentsOf(history, cycle)) {
    const { fact, position, at } = moment
    if (moment === cycle.to) end('cancelled', moment)
    else if (fact.kind === 'accepted' || (fact.kind === 'assigned' && fact.human !== false)) {
      if (!taken && begun === undefined) begun = moment
      taken = true
    } else if (fact.kind === 'arrived') {
      end('stopped', moment)
      taken = true
      appointed = false
    } else if (fact.kind === 'appointed' && fact.appointment !== undefined) {
      if (appointed && begun !== undefined && !fact.appointment.byResident) continue
      end('superseded', moment)
      // No appointment begins before it was made.
      begun = { position, at: Math.max(at, fact.appointment.from) }
      appointed = true
    }
  }
  return begun === undefined ? runs : [...runs, plainRun('on_site', cycle.number, begun, undefined)]
}

/**
 * From each resolution until the resident has spoken: by a call-back that reached them, by confirming, sending back or
 * rating. So many calls in vain are enough, too. Closing for silence, or taking the case up again, calls it off.
 */
export function callbackRuns(history: CaseHistory): readonly ClockRun[] {
  const runs: ClockRun[] = []
  let begun: Moment | undefined
  for (const moment of history.moments) {
    if (begun !== undefined) {
      const how = answersCallback(moment)
      if (how !== undefined) {
        runs.push(plainRun('callback', begun.cycle, begun, { moment, how }))
        begun = undefined
      }
    }
    if (moment.turned && moment.fact.kind === 'resolved') begun = moment
  }
  return begun === undefined ? runs : [...runs, plainRun('callback', begun.cycle, begun, undefined)]
}

function answersCallback({ fact, turned }: Moment): RunEnd['how'] | undefined {
  switch (fact.kind) {
    case 'confirmed':
    case 'rejected':
    case 'rated':
      return 'stopped'
    case 'called-back': {
      const { outcome, attempt } = fact.callBack ?? { outcome: 'unreached', attempt: 0 }
      return outcome !== 'unreached' || attempt >= callBackAttempts ? 'stopped' : undefined
    }
    case 'closed':
      return 'cancelled'
    default:
      return turned ? 'cancelled' : undefined
  }
}
