import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CalendarVersion } from '../calendar/index.ts'
import { calendarIn, eras } from '../testing/arbitrary-calendar.ts'
import type { Era } from '../testing/wall-oracle.ts'
import { openSlots, slotSeconds } from '../testing/wall-oracle.ts'
import type { CaseFact, ClockKind, ClockVerdict, PolicyVersion } from './index.ts'
import { clockKinds, countdown, deadlineIfResumedNow, deriveClocks } from './index.ts'

/**
 * The model lives through the history quarter by quarter, as a desk with a stopwatch would, and then measures every
 * clock by counting slots. It knows no intervals, no cycles of facts, and none of the code under test.
 */

type Stand = 'counting' | 'paused'
type Run = {
  kind: ClockKind
  cycle: number
  /** What the clock did in each slot from its first, as far as the history goes. */
  stands: Stand[]
  fromSlot: number
  endSlot?: number
  how?: 'stopped' | 'cancelled'
  turns: { policy: PolicyVersion; slot: number }[]
}

type Expected = {
  kind: ClockKind
  cycle: number
  policyVersionId: string
  budgetSeconds: number
  startedAt: number
  attachedAt: number
  /** `beyond` when the model's time ends before it. */
  deadline: number | undefined | 'beyond'
  pausedWorkedSeconds: number
  stoppedAt: number | undefined
  verdict: ClockVerdict
  breachedAt: number | undefined
  elapsedWorked: number
  elapsedWall: number
}

function modelled(facts: readonly CaseFact[], slots: readonly number[], now: number, era: Era): Expected[] {
  const runs: Run[] = []
  let policy: PolicyVersion | undefined
  let stage: 'before' | 'under-way' | 'settled' | 'over' = 'before'
  let cycle = 0
  let paused = false
  const live = (kind: ClockKind) => runs.find((run) => run.kind === kind && run.endSlot === undefined)
  const begin = (kind: ClockKind, slot: number) => {
    const turns = policy === undefined ? [] : [{ policy, slot }]
    runs.push({ kind, cycle, stands: [], fromSlot: slot, turns })
  }
  const end = (kind: ClockKind, slot: number, how: 'stopped' | 'cancelled') => {
    const run = live(kind)
    if (run !== undefined) Object.assign(run, { endSlot: slot, how })
  }
  const happen = (fact: CaseFact, slot: number) => {
    if (stage === 'over') return
    if (fact.kind === 'opened') {
      policy = fact.policy
      stage = 'under-way'
      cycle = 1
      for (const kind of clockKinds) begin(kind, slot)
      if (fact.liveContact === true) end('first_response', slot, 'stopped')
      return
    }
    if (fact.kind === 'reclassified' && fact.policy !== undefined && fact.policy.id !== policy?.id) {
      policy = fact.policy
      for (const kind of clockKinds) live(kind)?.turns.push({ policy, slot })
    }
    if (stage === 'settled') {
      if (fact.kind !== 'rejected' && fact.kind !== 'reopened') return
      stage = 'under-way'
      cycle += 1
      begin('resolve', slot)
      return
    }
    switch (fact.kind) {
      case 'accepted':
        return end('accept', slot, 'stopped')
      case 'assigned':
        return fact.human === false ? undefined : end('accept', slot, 'stopped')
      case 'replied':
        return fact.human === true ? end('first_response', slot, 'stopped') : undefined
      case 'paused':
        paused = fact.pausesResolve === true
        return
      case 'resumed':
        paused = false
        return
      case 'resolved':
      case 'closed':
      case 'declined':
      case 'cancelled': {
        const stopped = fact.kind === 'resolved' ? 'stopped' : 'cancelled'
        end('accept', slot, stopped)
        end('first_response', slot, 'cancelled')
        end('resolve', slot, stopped)
        paused = false
        stage = fact.kind === 'resolved' || fact.kind === 'closed' ? 'settled' : 'over'
      }
    }
  }
  let next = 0
  for (let slot = slots[0] ?? 0; slot <= now; slot += 1) {
    while (next < facts.length && slots[next] === slot) {
      const fact = facts[next]
      if (fact !== undefined) happen(fact, slot)
      next += 1
    }
    if (slot === now) break
    for (const run of runs) {
      if (run.endSlot !== undefined) continue
      run.stands.push(run.kind === 'resolve' && paused ? 'paused' : 'counting')
    }
  }
  return runs.flatMap((run) =>
    run.turns.flatMap((turn, index) => measured(run, turn, run.turns[index + 1], now, paused, era)),
  )
}

function measured(
  run: Run,
  turn: { policy: PolicyVersion; slot: number },
  replacement: { slot: number } | undefined,
  now: number,
  casePaused: boolean,
  era: Era,
): Expected[] {
  const target = turn.policy.targets[run.kind]
  if (target === undefined) return []
  const open = openSlots(target.calendar as CalendarVersion, era)
  const until = replacement?.slot ?? run.endSlot ?? now
  const isLive = replacement === undefined && run.endSlot === undefined
  const standsStill = isLive && run.kind === 'resolve' && casePaused
  const budget =
    run.cycle === 1 ? target.seconds : Math.max(target.seconds / 2, turn.policy.reopenFloorSeconds ?? 7200)
  let worked = 0
  let pausedWorked = 0
  let deadlineSlot: number | undefined
  let used = 0
  for (let slot = run.fromSlot; slot < open.length && deadlineSlot === undefined; slot += 1) {
    if (slot >= until && standsStill) break
    const stand = slot < until ? run.stands[slot - run.fromSlot] : 'counting'
    if (open[slot] === true && stand === 'counting') used += slotSeconds
    if (used >= budget) deadlineSlot = slot + 1
  }
  for (let slot = run.fromSlot; slot < until; slot += 1) {
    if (open[slot] !== true) continue
    if (run.stands[slot - run.fromSlot] === 'paused') pausedWorked += slotSeconds
    else worked += slotSeconds
  }
  const at = (slot: number) => era.start + slot * slotSeconds
  const breached = deadlineSlot !== undefined && until > deadlineSlot
  const verdict: ClockVerdict =
    replacement !== undefined
      ? 'superseded'
      : breached
        ? 'breached'
        : run.how === 'stopped'
          ? 'met'
          : run.how === 'cancelled'
            ? 'cancelled'
            : standsStill
              ? 'paused'
              : 'running'
  return [
    {
      kind: run.kind,
      cycle: run.cycle,
      policyVersionId: turn.policy.id,
      budgetSeconds: budget,
      startedAt: at(run.fromSlot),
      attachedAt: at(turn.slot),
      deadline: deadlineSlot === undefined ? (standsStill ? undefined : 'beyond') : at(deadlineSlot),
      pausedWorkedSeconds: pausedWorked,
      stoppedAt: isLive ? undefined : at(until),
      verdict,
      breachedAt: breached && deadlineSlot !== undefined ? at(deadlineSlot) : undefined,
      elapsedWorked: worked,
      elapsedWall: (until - run.fromSlot) * slotSeconds,
    },
  ]
}

const known = eras()

function policyWith(calendars: readonly CalendarVersion[], id: string): fc.Arbitrary<PolicyVersion> {
  const target = fc.record({
    // Even numbers of slots, as a reopened case gets the half.
    seconds: fc.integer({ min: 1, max: 80 }).map((slots) => slots * 2 * slotSeconds),
    calendar: fc.constantFrom(...calendars),
  })
  return fc
    .record({
      targets: fc.record(
        { accept: target, first_response: target, resolve: target },
        { requiredKeys: ['resolve'] },
      ),
      floor: fc.option(fc.constantFrom(slotSeconds, 40 * slotSeconds), { nil: undefined }),
    })
    .map(({ targets, floor }) => ({ id, targets, reopenFloorSeconds: floor }))
}

const kinds = [
  ...(['accepted', 'assigned', 'replied', 'noted', 'rated', 'supplemented', 'confirmed'] as const),
  // The ones that matter most come up most.
  ...([
    'paused',
    'paused',
    'paused',
    'resumed',
    'resumed',
    'resolved',
    'resolved',
    'rejected',
    'rejected',
  ] as const),
  ...(['reopened', 'reclassified', 'reclassified', 'closed'] as const),
]

const world = fc
  .constantFrom(...known)
  .chain((era) => fc.tuple(fc.constant(era), fc.tuple(calendarIn(era), calendarIn(era))))

const history = world.chain(([era, calendars]) =>
  fc
    .tuple(policyWith(calendars, 'p1'), policyWith(calendars, 'p2'), policyWith(calendars, 'p3'))
    .chain((policies) =>
      fc.record({
        era: fc.constant(era),
        opened: fc.record({ slot: fc.integer({ min: 0, max: 600 }), live: fc.boolean() }),
        policy: fc.constantFrom(...policies),
        later: fc.array(
          fc.record({
            kind: fc.oneof(
              { weight: 24, arbitrary: fc.constantFrom(...kinds) },
              { weight: 1, arbitrary: fc.constantFrom('declined' as const, 'cancelled' as const) },
            ),
            // Negative: a phone whose clock is slow.
            wait: fc.oneof(
              { weight: 6, arbitrary: fc.integer({ min: 0, max: 12 }) },
              { weight: 4, arbitrary: fc.integer({ min: 0, max: 160 }) },
              { weight: 1, arbitrary: fc.integer({ min: -30, max: -1 }) },
            ),
            flag: fc.option(fc.boolean(), { nil: undefined }),
            policy: fc.constantFrom(...policies),
          }),
          { maxLength: 12 },
        ),
        rest: fc.integer({ min: 0, max: 400 }),
      }),
    ),
)

test('clocks agree with a desk that lives through the history with a stopwatch', { timeout: 60_000 }, () => {
  const verdicts = new Set<ClockVerdict>()
  fc.assert(
    fc.property(history, ({ era, opened, policy, later, rest }) => {
      const facts: CaseFact[] = []
      const slots: number[] = []
      let entered = opened.slot
      const enter = (slot: number, fact: Omit<CaseFact, 'seq' | 'at'>) => {
        facts.push({ ...fact, seq: facts.length + 1, at: era.start + slot * slotSeconds })
        slots.push(Math.max(slot, slots.at(-1) ?? slot))
      }
      enter(entered, { kind: 'opened', liveContact: opened.live, policy })
      for (const { kind, wait, flag, policy: change } of later) {
        entered = Math.min(Math.max(opened.slot, entered + wait), era.wall.length - 500)
        enter(entered, {
          kind,
          human: flag,
          pausesResolve: flag,
          policy: kind === 'reclassified' ? change : undefined,
        })
      }
      const now = (slots.at(-1) ?? 0) + rest
      const at = era.start + now * slotSeconds
      const expected = modelled(
        facts.map((fact) => (fact.kind === 'confirmed' ? { ...fact, kind: 'closed' } : fact)),
        slots,
        now,
        era,
      )
      const clocks = deriveClocks(facts.toReversed(), new Map(), at)
      expect(clocks.length).toBe(expected.length)
      for (const want of expected) {
        const clock = clocks.find(
          (it) =>
            it.kind === want.kind &&
            it.cycle === want.cycle &&
            it.policyVersionId === want.policyVersionId &&
            it.attachedAt === want.attachedAt &&
            it.stoppedAt === want.stoppedAt,
        )
        const { deadline, ...rest } = want
        expect(clock, JSON.stringify(want)).toMatchObject(rest)
        if (clock === undefined) continue
        if (deadline === 'beyond') {
          const end = era.start + era.wall.length * slotSeconds
          expect(clock.deadline ?? Infinity).toBeGreaterThan(end)
        } else {
          expect(clock.deadline).toBe(deadline)
        }
        verdicts.add(want.verdict)
        const calendar = [policy, ...later.map((it) => it.policy)].find(
          (it) => it.id === want.policyVersionId,
        )?.targets[want.kind]?.calendar
        if (typeof calendar !== 'object') continue
        const shown = countdown(clock, calendar, at)
        expect(shown.workedLeft).toBe(Math.max(0, want.budgetSeconds - want.elapsedWorked))
        expect(shown.tone === 'late').toBe(want.verdict === 'breached' && want.stoppedAt === undefined)
        if (want.verdict === 'paused') {
          const resumed = deriveClocks(
            [...facts, { seq: facts.length + 1, at, kind: 'resumed' }],
            new Map(),
            at,
          ).find((it) => it.kind === 'resolve' && it.verdict !== 'superseded' && it.cycle === want.cycle)
          expect(deadlineIfResumedNow(clock, calendar, at)).toBe(resumed?.deadline)
        }
      }
    }),
    { numRuns: 2000 },
  )
  expect([...verdicts].toSorted()).toEqual([
    'breached',
    'cancelled',
    'met',
    'paused',
    'running',
    'superseded',
  ])
})
