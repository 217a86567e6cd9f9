import { namedCalendarVersions } from '#modules/estate'
import { deriveClocks, epochSeconds, instantText, nextDeadline } from '@zhanggui/rules'
import type { CalendarVersion, ClockState } from '@zhanggui/rules'
import type { Tx } from '#platform/database'
import { factsOf } from './rules/facts.ts'
import type { EventForClocks } from './rules/facts.ts'

export type DerivedClocks = {
  clocks: ClockState[]
  calendars: ReadonlyMap<string, CalendarVersion>
  /** Name and version of each calendar, as people are shown it. */
  names: ReadonlyMap<string, string>
}

/** The clocks of a case as its history says they stand at `now`, and the calendars they are measured by. */
export async function clocksOf(
  tx: Tx,
  communityId: string,
  events: readonly EventForClocks[],
  now: string,
): Promise<DerivedClocks> {
  const terms = events.flatMap((it) => (it.detail.terms ? [it.detail.terms] : []))
  const ids = [
    ...new Set(
      terms.flatMap((it) => Object.values(it.targets).flatMap((target) => target?.calendarVersionId ?? [])),
    ),
  ]
  const versions = await namedCalendarVersions(tx, communityId, ids)
  const calendars = new Map(versions.map((it) => [it.versionId, it.calendar]))
  const names = new Map(versions.map((it) => [it.versionId, `${it.name} v${it.version}`]))
  return { clocks: deriveClocks(factsOf(events), calendars, epochSeconds(now)), calendars, names }
}

/** What the work list sorts and shows by: the next deadline of a clock that still counts. */
export function dueOf(clocks: readonly ClockState[]) {
  const next = nextDeadline(clocks)
  if (next?.deadline === undefined) {
    return { due_at: 'infinity', due_kind: null, due_started_at: null, due_budget: null }
  }
  return {
    due_at: instantText(next.deadline),
    due_kind: next.kind,
    due_started_at: instantText(next.startedAt),
    due_budget: next.budgetSeconds,
  }
}

/** Rows of the clock table, as JSON for one statement. */
export function clockRows(clocks: readonly ClockState[]): string {
  return JSON.stringify(
    clocks.map((it) => ({
      kind: it.kind,
      cycle: it.cycle,
      run: it.run,
      turn: it.turn,
      policy_version_id: it.policyVersionId,
      calendar_version_id: it.calendarVersionId,
      budget_seconds: it.budgetSeconds,
      started_at: instantText(it.startedAt),
      deadline: it.deadline === undefined ? null : instantText(it.deadline),
      stopped_at: it.stoppedAt === undefined ? null : instantText(it.stoppedAt),
      breached_at: it.breachedAt === undefined ? null : instantText(it.breachedAt),
      verdict: it.verdict,
      worked_seconds: it.stoppedAt === undefined ? null : it.elapsedWorked,
      wall_seconds: it.stoppedAt === undefined ? null : it.elapsedWall,
      paused_seconds: it.pausedWorkedSeconds,
    })),
  )
}
