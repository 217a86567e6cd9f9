import type { Act, DemoCase } from './act.ts'
import type { DemoPerson } from './people.ts'
import type { DemoStaff } from './staff.ts'

/** The acts of each case, in order of time. */
export function livesIn(acts: readonly Act[]): [DemoCase, Act[]][] {
  return [...Map.groupBy(acts, (it) => it.of)]
}

/** What was there and what came to it, in order of time; at the same instant what was there comes first. */
export function joined(acts: readonly Act[], added: readonly Act[]): Act[] {
  return [...acts, ...added].toSorted((a, b) => a.at - b.at)
}

/** The resident who reported by phone app, and so can answer. */
export function reporterOf(its: readonly Act[]): DemoPerson | undefined {
  const by = its[0]?.by
  return typeof by === 'object' && 'resident' in by ? by.resident : undefined
}

export const staffOf = (act: Act | undefined): DemoStaff | undefined =>
  typeof act?.by === 'object' && 'staff' in act.by ? act.by.staff : undefined

/** The stretch of a case in which a worker has it before saying that it is done; undefined where there is none. */
export type Stretch = { hand: DemoStaff; from: number; until: number }

/** From when somebody is sent until they say that it is done or it stands still; none while it is still under way. */
export function firstStretch(its: readonly Act[]): Stretch | undefined {
  const done = its.findIndex((it) => it.deed.do === 'resolve')
  const hand = staffOf(its[done])
  const before = its.slice(0, done)
  const sent = before.findLastIndex((it) => it.deed.do === 'assign')
  const act = before[sent]
  if (!hand || act?.deed.do !== 'assign' || act.deed.to !== hand) return undefined
  const stop = its
    .slice(sent + 1)
    .find((it) => ['pause', 'resolve', 'cancel', 'decline'].includes(it.deed.do))
  return stop && { hand, from: act.at, until: stop.at }
}
