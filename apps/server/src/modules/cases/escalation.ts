import { escalationsDue, epochSeconds, instantText, defaultLadder } from '@zhanggui/rules'
import type { Calendars, ClockState, Escalation, FiredLevel, Watch } from '@zhanggui/rules'
import type { CaseRow } from './access.ts'
import type { EventForClocks } from './rules/facts.ts'

/** What an `escalated` event notes of each level it tells. Instants are epoch seconds. */
export type ToldLevel = FiredLevel & { late: boolean; coalesced: readonly string[] }

type Standing = Pick<CaseRow, 'status' | 'urgency' | 'cycle' | 'resume_at' | 'alarm'>

// The pause ends by itself at its time; a case that has not gone on this long after is stuck.
const stuckSeconds = 600

/** The levels of a case that are due at `now` and the next to come, from its history and the clocks derived for `now`. */
export function escalationOf(
  it: Standing,
  events: readonly EventForClocks[],
  derived: { clocks: readonly ClockState[]; calendars: Calendars },
  now: string,
): Escalation {
  const terms = events.findLast((event) => event.detail.terms !== undefined)?.detail.terms
  return escalationsDue({
    clocks: derived.clocks,
    calendars: derived.calendars,
    ladder: terms?.ladder ?? defaultLadder,
    fired: firedIn(events),
    watches: [...pauseWatch(it, events), ...alarmWatch(it, events)],
    now: epochSeconds(now),
    // Danger knows no office hours.
    anyHour: it.urgency === 'danger',
  })
}

/** When the sweep must look at a case again: at once for what is due, never for a case that is over. */
export function escalateAtOf(it: Standing, escalation: Escalation, now: string): string {
  const over =
    it.status !== 'new' && it.status !== 'open' && it.status !== 'paused' && it.status !== 'resolved'
  if (over) return 'infinity'
  if (escalation.due.length > 0) return now
  return escalation.next === undefined ? 'infinity' : instantText(escalation.next.at)
}

function firedIn(events: readonly EventForClocks[]): FiredLevel[] {
  return events.flatMap((event) =>
    event.kind !== 'escalated'
      ? []
      : (event.detail.escalations ?? []).flatMap(({ subject, cycle, startedAt, level, coalesced }) =>
          [level, ...coalesced].map((one) => ({ subject, cycle, startedAt, level: one })),
        ),
  )
}

function pauseWatch(it: Standing, events: readonly EventForClocks[]): Watch[] {
  if (it.status !== 'paused' || it.resume_at === null) return []
  const since = events.findLast((event) => event.kind === 'paused')?.occurredAt
  if (since === undefined) return []
  const at = epochSeconds(it.resume_at) + stuckSeconds
  const levels = [{ level: 'overdue', at, to: ['shift-leader', 'manager'] as const }]
  return [{ subject: 'pause', cycle: it.cycle, startedAt: epochSeconds(since), levels }]
}

/** Since when the danger is known: the report, or the moment somebody saw that it is one. Epoch seconds. */
export function alarmRaisedAt(events: readonly EventForClocks[]): number {
  const since = events.findLast((it) => it.kind === 'opened' || it.detail.changed?.urgency === 'danger')
  return epochSeconds(since?.occurredAt ?? '')
}

/** Somebody on duty answers within a minute; else those above are told, and after three minutes all above them. */
function alarmWatch(it: Standing, events: readonly EventForClocks[]): Watch[] {
  if (it.alarm !== 'raised') return []
  const at = alarmRaisedAt(events)
  const levels = [
    { level: 'one-minute', at: at + 60, to: ['shift-leader', 'manager'] as const },
    { level: 'three-minutes', at: at + 180, to: ['manager', 'head-office'] as const },
  ]
  return [{ subject: 'alarm', cycle: 1, startedAt: at, levels }]
}
