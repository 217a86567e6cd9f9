import type { CalendarVersion, Interval } from '../calendar/calendar-version.ts'
import { deadlineAfter } from '../calendar/deadline-after.ts'
import { workedSeconds } from '../calendar/timeline.ts'
import type { CaseFact, ClockTarget, PolicyVersion } from './case-fact.ts'
import type { ClockState } from './clock-state.ts'
import type { CaseHistory, Moment, PolicyTurn } from './history.ts'
import { readHistory } from './history.ts'
import type { ClockRun } from './run.ts'
import { runsOf } from './runs.ts'

/** The calendars that policies name, by id. A name that is missing here is a fault. */
export type Calendars = ReadonlyMap<string, CalendarVersion>

/**
 * Every clock a case has or had, by kind, cycle and order of coming into force, worked out from its history alone.
 * `now` (epoch seconds) is the last fact's instant when absent, and is never taken to lie before it. Asking again with
 * the same facts and a later `now` changes only clocks that are live.
 */
export function deriveClocks(
  facts: readonly CaseFact[],
  calendars: Calendars,
  now = -Infinity,
): ClockState[] {
  if (facts.length === 0) return []
  const history = readHistory(facts)
  const asOf = Math.max(now, history.moments.at(-1)?.at ?? now)
  const numbers = new Map<string, number>()
  return runsOf(history).flatMap((run) => {
    const place = `${run.kind} ${run.cycle}`
    const number = (numbers.get(place) ?? 0) + 1
    numbers.set(place, number)
    return instancesOf(run, number, history, calendars, asOf)
  })
}

/**
 * The instances of a run: one under the policy in force at its beginning, and one more for every policy that came in
 * before its end. Each counts from the beginning of the run, with all of its pauses.
 */
function instancesOf(
  run: ClockRun,
  number: number,
  history: CaseHistory,
  calendars: Calendars,
  now: number,
): ClockState[] {
  return turnsDuring(run, history.policies).flatMap((turn, index, turns) => {
    const target = turn.policy.targets[run.kind]
    if (target === undefined) return []
    const next = turns[index + 1]?.from
    return [stateOf(run, number, turn, calendarOf(target, calendars), next, now)]
  })
}

function turnsDuring(run: ClockRun, policies: readonly PolicyTurn[]): readonly PolicyTurn[] {
  const beginning = run.from.position
  const end = run.end?.moment.position ?? Infinity
  const first = policies.findLastIndex((turn) => turn.from.position <= beginning)
  return policies
    .slice(Math.max(0, first))
    .filter(({ from }) => from.position <= beginning || from.position < end)
}

function stateOf(
  run: ClockRun,
  number: number,
  turn: PolicyTurn,
  calendar: CalendarVersion,
  replacedBy: Moment | undefined,
  now: number,
): ClockState {
  const earlier = run.earlier.filter((it) => it.moment.position < (replacedBy?.position ?? Infinity))
  const startedAt = Math.min(run.from.at, ...earlier.map((it) => it.at))
  const stoppedAt = replacedBy?.at ?? run.end?.moment.at
  // A visit may end the wait for it before its appointed time: then nothing has been used.
  const asOf = Math.max(stoppedAt ?? now, startedAt)
  const pauses: Interval[] = run.pauses
    .filter((pause) => pause.from < asOf)
    .map((pause) => ({ from: pause.from, to: Math.min(pause.to ?? asOf, asOf) }))
  const last = run.pauses.at(-1)
  const pausedSince =
    stoppedAt === undefined && last !== undefined && last.to === undefined ? last.from : undefined
  const budgetSeconds = budgetOf(run, turn.policy)
  const deadline = deadlineOf(calendar, startedAt, budgetSeconds, pauses, pausedSince)
  const breachedAt = deadline !== undefined && asOf > deadline ? deadline : undefined
  const pausedWorkedSeconds = pauses.reduce(
    (sum, pause) => sum + workedSeconds(calendar, pause.from, pause.to),
    0,
  )
  return {
    kind: run.kind,
    cycle: run.cycle,
    run: number,
    turn: turn.number,
    policyVersionId: turn.policy.id,
    calendarVersionId: calendar.id,
    budgetSeconds,
    startedAt,
    beganAt: run.from.at,
    attachedAt: Math.max(
      startedAt,
      turn.from.at,
      run.from.knownAt ?? startedAt,
      ...earlier.filter((it) => it.at < run.from.at).map((it) => it.moment.at),
    ),
    deadline,
    pausedSince,
    pausedWorkedSeconds,
    stoppedAt,
    verdict: verdictOf(run, replacedBy !== undefined, breachedAt !== undefined, pausedSince !== undefined),
    breachedAt,
    elapsedWorked: workedSeconds(calendar, startedAt, asOf) - pausedWorkedSeconds,
    elapsedWall: asOf - startedAt,
    asOf,
  }
}

/** A pause that has not ended hides the deadline, unless that was reached by the second the pause began. */
function deadlineOf(
  calendar: CalendarVersion,
  startedAt: number,
  budget: number,
  pauses: readonly Interval[],
  pausedSince: number | undefined,
): number | undefined {
  if (pausedSince === undefined) return deadlineAfter(calendar, startedAt, budget, pauses)
  const ended = pauses.filter((pause) => pause.from < pausedSince)
  const deadline = deadlineAfter(calendar, startedAt, budget, ended)
  return deadline !== undefined && deadline <= pausedSince ? deadline : undefined
}

function verdictOf(
  run: ClockRun,
  replaced: boolean,
  breached: boolean,
  paused: boolean,
): ClockState['verdict'] {
  if (replaced) return 'superseded'
  if (breached) return 'breached'
  if (run.end !== undefined) return run.end.how === 'stopped' ? 'met' : run.end.how
  return paused ? 'paused' : 'running'
}

function budgetOf(run: ClockRun, policy: PolicyVersion): number {
  const seconds = policy.targets[run.kind]?.seconds ?? 0
  if (!run.again) return seconds
  const { numerator, denominator } = policy.reopenShare ?? { numerator: 1, denominator: 2 }
  return Math.max(Math.ceil((seconds * numerator) / denominator), policy.reopenFloorSeconds ?? 7200)
}

function calendarOf(target: ClockTarget, calendars: Calendars): CalendarVersion {
  if (typeof target.calendar !== 'string') return target.calendar
  const calendar = calendars.get(target.calendar)
  if (calendar === undefined) throw new RangeError(`no calendar version ${target.calendar}`)
  return calendar
}
