import type { CalendarVersion } from '../calendar/calendar-version.ts'
import { isOpenAt, nextOpening } from '../calendar/deadline-after.ts'
import { instantAfter } from '../calendar/timeline.ts'
import type { ClockState } from '../clock/clock-state.ts'
import { isLive } from '../clock/clock-state.ts'
import type { Calendars } from '../clock/derive-clocks.ts'
import type { ClockKind } from '../clock/kinds.ts'
import type { EscalationTarget, Ladder } from './ladder.ts'
import { appliesTo, levelKey, offsetSeconds } from './ladder.ts'

/** What escalates: a clock, a pause that lasts, or the alarm of a danger that nobody has answered. */
export const escalationSubjects = ['pause', 'alarm'] as const
export type EscalationSubject = ClockKind | (typeof escalationSubjects)[number]

/** One run of a clock, whatever policy measures it: a recalculation does not make it another. */
export type EscalationRun = {
  readonly subject: EscalationSubject
  readonly cycle: number
  /** Epoch seconds; of a clock when its run itself began, whatever has been merged in since. */
  readonly startedAt: number
}

/** A level that is done with for ever: it was told of, or a higher one of the same run spoke for it. */
export type FiredLevel = EscalationRun & { readonly level: string }

/** Levels at fixed instants, for what no calendar measures. Highest last. */
export type Watch = EscalationRun & {
  readonly levels: readonly {
    readonly level: string
    readonly at: number
    readonly to: readonly EscalationTarget[]
  }[]
}

export type DueEscalation = FiredLevel & {
  readonly to: readonly EscalationTarget[]
  /** Whether it lies at or after the deadline. */
  readonly late: boolean
  /** Lower levels of the same run that were missed and are told together with this one. */
  readonly coalesced: readonly string[]
}

export type NextEscalation = EscalationRun & {
  readonly level: string
  readonly to: readonly EscalationTarget[]
  readonly late: boolean
  /** The instant to look again; the level fires then unless something happens before. */
  readonly at: number
}

export type Escalation = {
  readonly due: readonly DueEscalation[]
  /** The next level of all that are still to come, once those due are told. */
  readonly next: NextEscalation | undefined
}

/** A pause may use this part of the clock's budget, in percent, before it is looked into. */
export const pauseQuotaPercent = 50

/**
 * The levels due at `now` and the next to come. Clocks must be derived for `now` (epoch seconds).
 * A level fires once in a run's life: never again after a recalculation, nor when a higher one has fired. Levels missed
 * meanwhile are told once, by the highest. A clock that was late before it came into force alarms nobody, and one that
 * stands still fires nothing but its own overstay: a pause longer than half of the budget.
 * Outside the clock's open hours levels wait for the next opening, unless `anyHour`.
 */
export function escalationsDue(it: {
  readonly clocks: readonly ClockState[]
  readonly calendars: Calendars
  readonly ladder: Ladder
  readonly fired: readonly FiredLevel[]
  readonly watches?: readonly Watch[]
  readonly now: number
  readonly anyHour: boolean
}): Escalation {
  const all = [
    ...it.clocks.flatMap((clock) => {
      const calendar = it.calendars.get(clock.calendarVersionId)
      if (calendar === undefined || !isLive(clock)) return []
      return [rungsOf(clock, calendar, it.ladder, it.anyHour), ...quotaRung(clock, calendar, it.anyHour)]
    }),
    ...(it.watches ?? []).map((watch) => ({
      run: runOf(watch),
      budget: 0,
      rungs: watch.levels.map(fixedRung),
    })),
  ]
  const due: DueEscalation[] = []
  const ahead: (NextEscalation & { readonly rank: number })[] = []
  for (const { run, budget, rungs } of all) {
    const open = openRungs(run, budget, rungs, it.fired)
    const reached = open.filter((rung) => rung.at !== undefined && rung.at <= it.now)
    const highest = reached.at(-1)
    if (highest !== undefined) {
      due.push({
        ...run,
        level: highest.level,
        to: highest.to,
        late: highest.rank >= 0,
        coalesced: open.filter((rung) => byRank(rung, highest) < 0).map((rung) => rung.level),
      })
    }
    for (const { level, to, rank, at } of open) {
      if (at !== undefined && at > it.now) ahead.push({ ...run, level, to, late: rank >= 0, at, rank })
    }
  }
  const [first] = ahead.toSorted((a, b) => a.at - b.at || byRank(b, a) || (a.subject < b.subject ? -1 : 1))
  if (first === undefined) return { due, next: undefined }
  const { rank: _, ...next } = first
  return { due, next }
}

/** `at`: the first instant at which the level may be told; undefined while nothing leads there. */
type Rung = {
  readonly level: string
  readonly to: readonly EscalationTarget[]
  /** Orders the rungs of a run; below zero lies before the deadline. */
  readonly rank: number
  readonly at: number | undefined
}
type Rungs = { readonly run: EscalationRun; readonly budget: number; readonly rungs: readonly Rung[] }

const runOf = ({ subject, cycle, startedAt }: EscalationRun): EscalationRun => ({ subject, cycle, startedAt })

const fixedRung = (it: Watch['levels'][number], index: number): Rung => ({ ...it, rank: index })

// Two names may lie at the same moment; one of them then speaks for both.
const byRank = (a: Pick<Rung, 'rank' | 'level'>, b: Pick<Rung, 'rank' | 'level'>): number =>
  a.rank - b.rank || (a.level < b.level ? -1 : a.level > b.level ? 1 : 0)

function rungsOf(clock: ClockState, calendar: CalendarVersion, ladder: Ladder, anyHour: boolean): Rungs {
  const run = { subject: clock.kind, cycle: clock.cycle, startedAt: clock.beganAt }
  const budget = clock.budgetSeconds
  const onArrival = clock.deadline !== undefined && clock.deadline < clock.attachedAt
  if (onArrival || clock.pausedSince !== undefined) return { run, budget, rungs: [] }
  const rungs = ladder
    .filter((level) => appliesTo(level, clock.kind))
    .map((level): Rung => {
      const key = levelKey(level)
      const rank = offsetSeconds(key, budget) ?? 0
      const reached = reachedAt(clock, calendar, rank)
      const at = reached === undefined || anyHour ? reached : openFrom(calendar, reached)
      return { level: key, to: level.to, rank, at }
    })
  const sorted = rungs.toSorted(byRank)
  return { run, budget, rungs: sorted.filter((rung, index) => rung.level !== sorted[index - 1]?.level) }
}

/** When the clock stands so far from its deadline. For what has been reached, the instant the state was derived for. */
function reachedAt(clock: ClockState, calendar: CalendarVersion, offset: number): number | undefined {
  // Stopping at the deadline is in time, so it is late a second after, whether or not the calendar is open then.
  if (offset === 0) {
    if (clock.deadline === undefined) return undefined
    return clock.deadline < clock.asOf ? clock.asOf : clock.deadline + 1
  }
  const left = clock.budgetSeconds + offset - clock.elapsedWorked
  return left <= 0 ? clock.asOf : instantAfter(calendar, clock.asOf, left)
}

function openFrom(calendar: CalendarVersion, at: number): number | undefined {
  return isOpenAt(calendar, at) ? at : nextOpening(calendar, at)
}

/** A pause is looked into once it has used more than its part of the time to resolve, in that clock's calendar. */
function quotaRung(clock: ClockState, calendar: CalendarVersion, anyHour: boolean): Rungs[] {
  if (clock.pausedSince === undefined || clock.kind !== 'resolve') return []
  const run = { subject: 'pause' as const, cycle: clock.cycle, startedAt: clock.beganAt }
  const quota = Math.floor((clock.budgetSeconds * pauseQuotaPercent) / 100)
  const left = quota + 1 - clock.pausedWorkedSeconds
  const reached = left <= 0 ? clock.asOf : instantAfter(calendar, clock.asOf, left)
  const at = reached === undefined || anyHour ? reached : openFrom(calendar, reached)
  return [{ run, budget: 0, rungs: [{ level: 'quota', to: ['shift-leader', 'manager'], rank: 0, at }] }]
}

/** Rungs above whatever has fired in this run, in order; what fired may stand in an earlier ladder only. */
function openRungs(
  run: EscalationRun,
  budget: number,
  rungs: readonly Rung[],
  fired: readonly FiredLevel[],
): readonly Rung[] {
  const done = new Set(fired.filter((it) => isSameRun(it, run)).map((it) => it.level))
  const rankOf = (level: string) =>
    rungs.find((it) => it.level === level)?.rank ?? offsetSeconds(level, budget) ?? -Infinity
  const top = Math.max(-Infinity, ...[...done].map(rankOf))
  return rungs.filter((it) => !done.has(it.level) && it.rank > top)
}

export function isSameRun(a: EscalationRun, b: EscalationRun): boolean {
  return a.subject === b.subject && a.cycle === b.cycle && a.startedAt === b.startedAt
}
