import * as fc from 'fast-check'
import type { CalendarVersion } from '../calendar/index.ts'
import type { CaseFact, ClockKind, PolicyVersion } from '../clock/index.ts'
import { clockKinds } from '../clock/index.ts'
import { callBackOutcomes } from '../life/index.ts'
import { calendarIn, eras } from './arbitrary-calendar.ts'
import type { Era } from './wall-oracle.ts'
import { slotSeconds } from './wall-oracle.ts'

/** A history, in which slot of its era each fact takes effect, and the slot at which it is looked at. */
export type History = {
  readonly facts: readonly CaseFact[]
  readonly slots: readonly number[]
  readonly now: number
}

/** An era with its calendars and three policies, and several histories under them. */
export type World = { readonly era: Era; readonly histories: readonly History[] }

const kinds = [
  ...(['assigned', 'noted', 'rated', 'confirmed', 'reopened', 'closed', 'repaired'] as const),
  // The ones that matter most come up most.
  ...([
    'accepted',
    'accepted',
    'replied',
    'replied',
    'replied',
    'replied',
    'supplemented',
    'supplemented',
  ] as const),
  ...([
    'supplemented',
    'supplemented',
    'paused',
    'paused',
    'paused',
    'resumed',
    'resumed',
    'reclassified',
  ] as const),
  ...([
    'resolved',
    'resolved',
    'resolved',
    'rejected',
    'rejected',
    'reclassified',
    'arrived',
    'arrived',
  ] as const),
  ...(['appointed', 'appointed', 'appointed', 'called-back', 'called-back', 'absorbed', 'absorbed'] as const),
]

const flag = fc.option(fc.boolean(), { nil: undefined })

const later = fc.record({
  kind: fc.oneof(
    { weight: 36, arbitrary: fc.constantFrom(...kinds) },
    { weight: 1, arbitrary: fc.constantFrom('declined' as const, 'cancelled' as const, 'merged' as const) },
  ),
  // Negative: a phone whose clock is slow.
  wait: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 12 }) },
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 160 }) },
    { weight: 1, arbitrary: fc.integer({ min: -30, max: -1 }) },
  ),
  flag,
  other: flag,
  policy: fc.integer({ min: 0, max: 2 }),
  outcome: fc.constantFrom(...callBackOutcomes),
  attempt: fc.integer({ min: 1, max: 3 }),
  ahead: fc.integer({ min: -20, max: 120 }),
  ago: fc.integer({ min: 0, max: 200 }),
  alsoAgo: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
})

const plan = fc.record({
  opened: fc.record({ slot: fc.integer({ min: 0, max: 600 }), live: fc.boolean() }),
  policy: fc.integer({ min: 0, max: 2 }),
  later: fc.array(later, { maxLength: 14 }),
  rest: fc.integer({ min: 0, max: 300 }),
})

/** Worlds with `count` histories each. Everything lies on quarters of an hour. */
export function worlds(count: number): fc.Arbitrary<World> {
  return fc
    .constantFrom(...eras())
    .chain((era) => fc.tuple(fc.constant(era), fc.tuple(calendarIn(era), calendarIn(era))))
    .chain(([era, calendars]) =>
      fc.record({
        era: fc.constant(era),
        policies: fc.tuple(...(['p1', 'p2', 'p3'] as const).map((id) => policyWith(calendars, id))),
        plans: fc.array(plan, { minLength: count, maxLength: count }),
      }),
    )
    .map(({ era, policies, plans }) => ({
      era,
      histories: plans.map((it) => told(it, era, policies)),
      // The walls of an era fill pages.
      [fc.toStringMethod]: () => `${era.timeZone} ${era.start}: ${JSON.stringify(plans)}`,
    }))
}

function policyWith(calendars: readonly CalendarVersion[], id: string): fc.Arbitrary<PolicyVersion> {
  const target = fc.record({
    // Even numbers of slots, as a reopened case gets the half.
    seconds: fc.integer({ min: 1, max: 80 }).map((slots) => slots * 2 * slotSeconds),
    calendar: fc.constantFrom(...calendars),
  })
  const targets = Object.fromEntries(clockKinds.map((kind) => [kind, target])) as Record<
    ClockKind,
    typeof target
  >
  return fc
    .record({
      targets: fc.record(targets, { requiredKeys: ['resolve', 'update', 'next_response'] }),
      floor: fc.option(fc.constantFrom(slotSeconds, 40 * slotSeconds), { nil: undefined }),
    })
    .map(({ targets, floor }) => ({ id, targets, reopenFloorSeconds: floor }))
}

type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never

function told({ opened, policy, later, rest }: Plan, era: Era, policies: readonly PolicyVersion[]): History {
  const facts: CaseFact[] = []
  const slots: number[] = []
  const at = (slot: number) => era.start + Math.max(0, slot) * slotSeconds
  const enter = (slot: number, fact: Omit<CaseFact, 'seq' | 'at'>) => {
    facts.push({ ...fact, seq: facts.length + 1, at: at(slot) })
    slots.push(Math.max(slot, slots.at(-1) ?? slot))
  }
  let entered = opened.slot
  enter(entered, { kind: 'opened', liveContact: opened.live, policy: policies[policy] })
  for (const it of later) {
    entered = Math.min(Math.max(opened.slot, entered + it.wait), era.wall.length - 700)
    enter(entered, {
      kind: it.kind,
      human: it.flag,
      pausesResolve: it.flag,
      awaitsResident: it.other,
      fromResident: it.other !== false,
      ...(it.kind === 'appointed'
        ? { appointment: { from: at(entered + it.ahead), byResident: it.other === true } }
        : {}),
      ...(it.kind === 'called-back' ? { callBack: { outcome: it.outcome, attempt: it.attempt } } : {}),
      ...(it.kind === 'absorbed'
        ? {
            absorbed: {
              since: at(entered - it.ago),
              unansweredSince: it.alsoAgo === undefined ? undefined : at(entered - it.alsoAgo),
            },
          }
        : {}),
      ...(it.kind === 'reclassified' || it.kind === 'repaired' ? { policy: policies[it.policy] } : {}),
    })
  }
  return { facts, slots, now: (slots.at(-1) ?? 0) + rest }
}
