import type { CaseClock, CaseItem } from '@zhanggui/contract'
import type { ClockTone } from '@zhanggui/ui'

/** From this share of the time on, what is left counts as little; the rules for clocks say the same. */
const soonFrom = 0.75

/** What a ring shows: share used, tone, and the seconds its words speak of (left, over, taken). */
export type Reading = { used: number; tone: ClockTone; seconds: number }

const running = (left: number, budget: number): Reading => {
  if (left < 0) return { used: 1, tone: 'late', seconds: -left }
  const used = budget > 0 ? Math.max(0, 1 - left / budget) : 1
  return { used, tone: used >= soonFrom ? 'soon' : 'ok', seconds: left }
}

/**
 * Reads a clock at `now` (ms). While it runs, working time left is what the server counted, `since` (ms, when it was
 * asked), but never more than the time to the deadline on the wall: in working hours the two shrink together, at
 * night only the wall moves and the server's figure stands.
 */
export function readClock(clock: CaseClock, now: number): Reading {
  const { budgetSeconds: budget, workedSeconds: worked } = clock
  switch (clock.verdict) {
    case 'met':
      return { used: Math.min(1, worked / budget), tone: 'met', seconds: worked }
    case 'breached':
      if (clock.stoppedAt) return { used: 1, tone: 'missed', seconds: Math.max(0, worked - budget) }
      return { used: 1, tone: 'late', seconds: overSince(clock.deadline ?? clock.breachedAt, now) }
    case 'paused':
      return { used: worked / budget, tone: 'paused', seconds: Math.max(0, budget - worked) }
    case 'running': {
      const wall = clock.deadline ? (Date.parse(clock.deadline) - now) / 1000 : budget - worked
      return running(wall < 0 ? wall : Math.min(wall, Math.max(0, budget - worked)), budget)
    }
    case 'cancelled':
    case 'superseded':
      return { used: 1, tone: 'paused', seconds: 0 }
  }
}

function overSince(iso: string | null, now: number): number {
  return iso ? Math.max(0, (now - Date.parse(iso)) / 1000) : 0
}

/** The queue knows the next deadline only: its ring shows the time on the wall, full while more than the budget is left. */
export function readDue(due: NonNullable<CaseItem['due']>, now: number): Reading {
  return running((Date.parse(due.at) - now) / 1000, due.budgetSeconds)
}
