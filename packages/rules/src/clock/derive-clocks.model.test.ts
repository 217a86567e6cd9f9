import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CalendarVersion } from '../calendar/index.ts'
import { worlds } from '../testing/arbitrary-history.ts'
import type { History } from '../testing/arbitrary-history.ts'
import { modelled } from '../testing/clock-model.ts'
import type { Expected } from '../testing/clock-model.ts'
import type { Era } from '../testing/wall-oracle.ts'
import { slotSeconds } from '../testing/wall-oracle.ts'
import type { CaseFact, ClockState, ClockVerdict } from './index.ts'
import { countdown, deadlineIfResumedNow, deriveClocks } from './index.ts'

const none = new Map<string, CalendarVersion>()
const nameOf = (it: { kind: string; cycle: number; run: number; turn: number }) =>
  `${it.kind} ${it.cycle} ${it.run} ${it.turn}`

const worldsTried = 2000
const historiesEach = 10

test(
  '20,000 histories: every clock agrees with a desk that lives through them with a stopwatch',
  {
    timeout: 120_000,
  },
  () => {
    const seen = new Map<string, Set<ClockVerdict>>()
    fc.assert(
      fc.property(worlds(historiesEach), ({ era, histories }) => {
        for (const history of histories) {
          for (const want of compared(history, era)) {
            seen.set(want.kind, (seen.get(want.kind) ?? new Set()).add(want.verdict))
          }
        }
      }),
      { numRuns: worldsTried },
    )
    const verdicts = Object.fromEntries([...seen].map(([kind, set]) => [kind, [...set].toSorted().join(' ')]))
    const unpaused = 'breached cancelled met running superseded'
    expect(verdicts).toEqual({
      accept: unpaused,
      first_response: unpaused,
      next_response: unpaused,
      on_site: unpaused,
      resolve: 'breached cancelled met paused running superseded',
      update: 'breached cancelled met paused running superseded',
      callback: unpaused,
    })
  },
)

function compared({ facts, slots, now }: History, era: Era): Expected[] {
  const at = era.start + now * slotSeconds
  const expected = modelled(facts, slots, now, era)
  const clocks = new Map(deriveClocks(facts.toReversed(), none, at).map((it) => [nameOf(it), it]))
  expect([...clocks.keys()].toSorted()).toEqual(expected.map(nameOf).toSorted())
  for (const want of expected) {
    const clock = clocks.get(nameOf(want))
    if (clock === undefined) continue
    differs(clock, want, era)
    const calendar = facts.find((it) => it.policy?.id === want.policyVersionId)?.policy?.targets[want.kind]
      ?.calendar
    if (typeof calendar !== 'object') continue
    const shown = countdown(clock, calendar, at)
    const late = want.verdict === 'breached' && want.stoppedAt === undefined
    if (shown.workedLeft !== Math.max(0, want.budgetSeconds - want.elapsedWorked)) expect(shown).toBe(want)
    if ((shown.tone === 'late') !== late) expect(shown).toBe(want)
    if (want.verdict === 'paused') {
      const resumed = deriveClocks([...facts, { seq: facts.length + 1, at, kind: 'resumed' }], none, at)
      expect(deadlineIfResumedNow(clock, calendar, at)).toBe(
        resumed.find((it) => nameOf(it) === nameOf(clock))?.deadline,
      )
    }
  }
  return expected
}

/** Field by field first: building a message for each of a million comparisons would take most of the time. */
function differs(clock: ClockState, want: Expected, era: Era): void {
  const { deadline, ...rest } = want
  const end = era.start + era.wall.length * slotSeconds
  const same =
    Object.entries(rest).every(([field, value]) => clock[field as keyof ClockState] === value) &&
    (deadline === 'beyond' ? (clock.deadline ?? Infinity) > end : clock.deadline === deadline)
  if (!same) expect({ ...clock, end }).toMatchObject(want)
}

/** Every clock that stood before the last fact, as it stands with it, at the same instant. */
function beforeAndAfter(facts: readonly CaseFact[]): [before: ClockState, after: ClockState | undefined][] {
  const at = facts.reduce((latest, fact) => Math.max(latest, fact.at), -Infinity)
  const after = new Map(deriveClocks(facts, none, at).map((it) => [nameOf(it), it]))
  return deriveClocks(facts.slice(0, -1), none, at).map((it) => [it, after.get(nameOf(it))])
}

test('no act takes back time that a clock has counted, a breach, or a verdict', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(worlds(4), ({ histories }) => {
      for (const { facts } of histories) {
        for (let length = 2; length <= facts.length; length += 1) {
          for (const [before, after] of beforeAndAfter(facts.slice(0, length))) {
            const kept =
              after !== undefined &&
              after.elapsedWorked >= before.elapsedWorked &&
              after.elapsedWall >= before.elapsedWall &&
              (before.breachedAt === undefined || after.breachedAt !== undefined) &&
              (before.stoppedAt === undefined || after.verdict === before.verdict)
            if (!kept) expect({ act: facts[length - 1], after }).toBe(before)
          }
        }
      }
    }),
    { numRuns: 250 },
  )
})
