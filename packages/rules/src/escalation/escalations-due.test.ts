import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CalendarVersion } from '../calendar/index.ts'
import type { CaseFact, PolicyVersion } from '../clock/index.ts'
import { deriveClocks } from '../clock/index.ts'
import type { FiredLevel, Ladder, Watch } from './index.ts'
import { defaultLadder, escalationsDue, levelKey, problemsOf } from './index.ts'

const minute = 60
const hour = 3600
const office = [{ from: '09:00', to: '17:00' }]
const weekdays: CalendarVersion = {
  id: 'office',
  timeZone: 'Asia/Shanghai',
  weekly: { 1: office, 2: office, 3: office, 4: office, 5: office, 6: [], 7: [] },
  overrides: [],
  publicHolidays: 'none',
}
const wholeDay = [{ from: '00:00', to: '24:00' }]
const always: CalendarVersion = {
  ...weekdays,
  id: 'always',
  weekly: { 1: wholeDay, 2: wholeDay, 3: wholeDay, 4: wholeDay, 5: wholeDay, 6: wholeDay, 7: wholeDay },
}
const calendars = new Map([weekdays, always].map((it) => [it.id, it]))
const policy = (id: string, calendar: string, share = 1): PolicyVersion => ({
  id,
  targets: {
    accept: { seconds: hour * share, calendar },
    first_response: { seconds: 2 * hour * share, calendar },
    resolve: { seconds: 8 * hour * share, calendar },
  },
})

/** Monday 2026-11-23 is day 1: `1 09:30` or `3 17:00:01`. */
function at(text: string): number {
  const [day = '1', time = '00:00'] = text.split(' ')
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  return 1_795_363_200 + (Number(day) - 1) * 86_400 + hours * hour + minutes * minute + seconds
}
type Happening = readonly [when: string, kind: CaseFact['kind'], more?: Partial<CaseFact>]
const opened = (when: string, calendar = 'always'): Happening => [
  when,
  'opened',
  { liveContact: true, policy: policy('p', calendar) },
]
const facts = (happenings: readonly Happening[]): CaseFact[] =>
  happenings.map(([when, kind, more], index) => ({ seq: index + 1, at: at(when), kind, ...more }))

/** What is due, as `resolve +50%`, and when to look again, as seconds after the asking. */
function look(
  happenings: readonly Happening[],
  when: string,
  more: { ladder?: Ladder; fired?: FiredLevel[]; anyHour?: boolean; watches?: Watch[] } = {},
) {
  const now = at(when)
  const { due, next } = escalationsDue({
    clocks: deriveClocks(facts(happenings), calendars, now),
    calendars,
    ladder: defaultLadder,
    fired: [],
    anyHour: false,
    ...more,
    now,
  })
  return {
    due: due.map((it) => `${it.subject} ${it.level}`),
    with: due.flatMap((it) => it.coalesced),
    next: next && [`${next.subject} ${next.level}`, next.at],
    raw: due,
  }
}
const accepted: Happening = ['1 10:05', 'accepted']
const mine = [opened('1 10:00'), accepted]

describe('levels of a ladder', () => {
  test('lie before, at and after the deadline, in parts of the budget', () => {
    expect(look(mine, '1 15:59:59')).toMatchObject({ due: [], next: ['resolve -25%', at('1 16:00')] })
    expect(look(mine, '1 16:00').due).toEqual(['resolve -25%'])
    const warned: FiredLevel = { subject: 'resolve', cycle: 1, startedAt: at('1 10:00'), level: '-25%' }
    expect(look(mine, '1 18:00', { fired: [warned] })).toMatchObject({
      due: [],
      next: ['resolve 0', at('1 18:00:01')],
    })
    expect(look(mine, '1 18:00:01', { fired: [warned] })).toMatchObject({
      due: ['resolve 0'],
      next: ['resolve +50%', at('1 22:00')],
    })
  })

  test('may be so many open seconds away', () => {
    const ladder: Ladder = [{ clocks: ['resolve'], offset: 600, unit: 'seconds', to: ['manager'] }]
    expect(look(mine, '1 18:09:59', { ladder }).due).toEqual([])
    expect(look(mine, '1 18:10', { ladder }).due).toEqual(['resolve +600s'])
  })

  test('are measured in the clock’s own calendar', () => {
    // Eight office hours from Monday 10:00 end on Tuesday at 10:00; half of them more, at 14:00.
    const office = [opened('1 10:00', 'office'), accepted]
    const fired = (...levels: string[]) =>
      levels.map((level) => ({ subject: 'resolve' as const, cycle: 1, startedAt: at('1 10:00'), level }))
    expect(look(office, '2 13:59:59', { fired: fired('0') }).due).toEqual([])
    expect(look(office, '2 14:00', { fired: fired('0') }).due).toEqual(['resolve +50%'])
  })

  test('missed ones are told once, by the highest', () => {
    const late = look(mine, '2 03:00')
    expect(late).toMatchObject({ due: ['resolve +100%'], with: ['-25%', '0', '+50%'], next: undefined })
    const told = late.raw.map(({ subject, cycle, startedAt, level }) => ({
      subject,
      cycle,
      startedAt,
      level,
    }))
    expect(look(mine, '2 04:00', { fired: told }).due).toEqual([])
  })

  test('never come back when the clock is measured anew', () => {
    const told = [{ subject: 'resolve' as const, cycle: 1, startedAt: at('1 10:00'), level: '0' }]
    const longer: Happening[] = [
      ...mine,
      ['1 18:30', 'reclassified', { policy: policy('long', 'always', 2) }],
    ]
    // The new deadline is 02:00; the old one was told of, and its warnings are not told again.
    expect(look(longer, '2 01:00', { fired: told }).due).toEqual([])
    expect(look(longer, '2 02:30', { fired: told }).due).toEqual([])
    expect(look(longer, '2 10:00', { fired: told }).due).toEqual(['resolve +50%'])
  })

  test('of a clock that was late on arrival alarm nobody', () => {
    const tighter: Happening[] = [
      ...mine,
      ['1 15:00', 'reclassified', { policy: policy('short', 'always', 0.5) }],
    ]
    expect(look(tighter, '1 15:00:30')).toMatchObject({ due: [], next: undefined })
  })

  test('wait for the next opening, unless danger goes at any hour', () => {
    // Eight office hours from Monday 09:00 end as the office closes.
    const office = [opened('1 09:00', 'office'), accepted]
    const warned = [{ subject: 'resolve' as const, cycle: 1, startedAt: at('1 09:00'), level: '-25%' }]
    expect(look(office, '1 17:00:01', { fired: warned })).toMatchObject({
      due: [],
      next: ['resolve 0', at('2 09:00')],
    })
    expect(look(office, '1 17:00:01', { fired: warned, anyHour: true }).due).toEqual(['resolve 0'])
  })

  test('belong to the clocks they name; a clock that was stopped has none', () => {
    const ladder: Ladder = [{ clocks: ['accept'], offset: 0, unit: 'percent', to: ['manager'] }]
    expect(look([opened('1 10:00')], '1 11:00:01', { ladder }).due).toEqual(['accept 0'])
    expect(look(mine, '1 11:00:01', { ladder })).toMatchObject({ due: [], next: undefined })
  })
})

describe('a pause', () => {
  const waiting: Happening[] = [...mine, ['1 12:00', 'paused', { pausesResolve: true }]]
  test('holds the levels of its clock, and is looked into when it has used half of the time', () => {
    expect(look(waiting, '1 15:00')).toMatchObject({ due: [], next: ['pause quota', at('1 16:00:01')] })
    expect(look(waiting, '1 16:00:01').due).toEqual(['pause quota'])
  })
  test('ends where it ends: what was missed since is measured without it', () => {
    const back: Happening[] = [...waiting, ['1 15:00', 'resumed']]
    expect(look(back, '1 15:30')).toMatchObject({ due: [], next: ['resolve -25%', at('1 19:00')] })
  })
})

describe('a watch', () => {
  const alarm: Watch = {
    subject: 'alarm',
    cycle: 1,
    startedAt: at('1 10:00'),
    levels: [
      { level: '1', at: at('1 10:01'), to: ['manager'] },
      { level: '2', at: at('1 10:03'), to: ['head-office'] },
    ],
  }
  test('fires at its instants, whatever the clocks do', () => {
    expect(look(mine, '1 10:00:59', { watches: [alarm] }).next).toEqual(['alarm 1', at('1 10:01')])
    expect(look(mine, '1 10:01', { watches: [alarm] }).due).toEqual(['alarm 1'])
    expect(look(mine, '1 10:09', { watches: [alarm] })).toMatchObject({ due: ['alarm 2'], with: ['1'] })
  })
})

describe('a ladder that is offered', () => {
  const kinds = ['accept', 'first_response', 'resolve'] as const
  test('is right as it comes with the house', () => {
    expect(problemsOf(defaultLadder, kinds)).toEqual([])
  })
  test('names no moment twice for one clock, and tells somebody of each', () => {
    const ladder: Ladder = [
      { clocks: [], offset: 0, unit: 'percent', to: ['manager'] },
      { clocks: ['resolve'], offset: 0, unit: 'seconds', to: [] },
    ]
    expect(problemsOf(ladder, kinds)).toEqual([
      { problem: 'nobody-told', level: 1 },
      { problem: 'level-twice', level: 1 },
    ])
  })
  test('can not leave late work between those who do it', () => {
    const early: Ladder = [{ clocks: [], offset: -50, unit: 'percent', to: ['manager'] }]
    const own: Ladder = [{ clocks: ['resolve'], offset: 0, unit: 'percent', to: ['assignee'] }]
    for (const ladder of [early, own, []]) {
      expect(problemsOf(ladder, kinds)).toContainEqual({ problem: 'never-late', level: undefined })
    }
  })
})

// A life of a case in steps of some minutes, and somebody who looks in between.
const step = fc.record({
  after: fc.integer({ min: 0, max: 5 * hour }),
  what: fc.constantFrom<CaseFact['kind'] | 'look'>(
    'look',
    'look',
    'look',
    'look',
    'accepted',
    'paused',
    'resumed',
    'replied',
    'resolved',
    'rejected',
    'reclassified',
  ),
  share: fc.constantFrom(0.5, 1, 3),
})
const level = fc.record({
  clocks: fc.subarray(['accept', 'first_response', 'resolve'] as const),
  offset: fc.integer({ min: -90, max: 200 }),
  unit: fc.constantFrom('percent' as const, 'seconds' as const),
  to: fc.constant(['manager'] as const),
})
const life = fc.record({
  calendar: fc.constantFrom('office', 'always'),
  steps: fc.array(step, { minLength: 1, maxLength: 30 }),
  ladder: fc.array(level, { minLength: 1, maxLength: 6 }),
  anyHour: fc.boolean(),
})

type Life = typeof life extends fc.Arbitrary<infer T> ? T : never

describe('whatever happens to a case', () => {
  /** Plays a life; `each` sees what every look finds, which is then done with for ever. */
  function play(
    it: Life,
    each: (
      found: ReturnType<typeof escalationsDue>,
      history: CaseFact[],
      fired: FiredLevel[],
      now: number,
    ) => void,
  ): FiredLevel[] {
    let now = at('1 09:00')
    const history: CaseFact[] = [{ seq: 1, at: now, kind: 'opened', policy: policy('p1', it.calendar) }]
    const fired: FiredLevel[] = []
    for (const { after, what, share } of it.steps) {
      now += after
      if (what !== 'look') {
        history.push({
          seq: history.length + 1,
          at: now,
          kind: what,
          human: true,
          pausesResolve: true,
          ...(what === 'reclassified'
            ? { policy: policy(`p${history.length + 1}`, it.calendar, share) }
            : {}),
        })
        continue
      }
      const found = escalationsDue({
        ...it,
        clocks: deriveClocks(history, calendars, now),
        calendars,
        fired,
        now,
      })
      each(found, history, fired, now)
      for (const { subject, cycle, startedAt, level, coalesced } of found.due) {
        for (const one of [level, ...coalesced]) fired.push({ subject, cycle, startedAt, level: one })
      }
    }
    return fired
  }
  const nameOf = (it: FiredLevel) => [it.subject, it.cycle, it.startedAt, it.level].join(' ')

  test('no level of a run fires twice', () => {
    fc.assert(
      fc.property(life, (it) => {
        const names = play(it, () => undefined).map(nameOf)
        expect(new Set(names).size).toBe(names.length)
      }),
      { numRuns: 1000 },
    )
  })

  test('a run speaks at most once at a time, and only of what it has reached', () => {
    fc.assert(
      fc.property(life, (it) => {
        play(it, ({ due, next }, _history, _fired, now) => {
          const runs = due.map(({ subject, cycle, startedAt }) => [subject, cycle, startedAt].join(' '))
          expect(new Set(runs).size).toBe(runs.length)
          if (next) expect(next.at).toBeGreaterThan(now)
        })
      }),
      { numRuns: 1000 },
    )
  })

  test('the order of clocks, levels and what has fired does not matter', () => {
    fc.assert(
      fc.property(life, (it) => {
        play(it, (found, history, fired, now) => {
          const turned = escalationsDue({
            ...it,
            clocks: deriveClocks(history, calendars, now).toReversed(),
            ladder: it.ladder.toReversed(),
            calendars,
            fired: fired.toReversed(),
            now,
          })
          expect(turned.due.map(nameOf).toSorted()).toEqual(found.due.map(nameOf).toSorted())
          expect(turned.next?.at).toBe(found.next?.at)
        })
      }),
      { numRuns: 1000 },
    )
  })

  test('looking at the instant named finds just that due, when nothing happened in between', () => {
    fc.assert(
      fc.property(life, (it) => {
        play(it, ({ due, next }, history, fired) => {
          if (!next) return
          const done = [...fired]
          for (const { subject, cycle, startedAt, level, coalesced } of due) {
            for (const one of [level, ...coalesced]) done.push({ subject, cycle, startedAt, level: one })
          }
          const again = (now: number) =>
            escalationsDue({
              ...it,
              clocks: deriveClocks(history, calendars, now),
              calendars,
              fired: done,
              now,
            }).due
          expect(again(next.at - 1)).toEqual([])
          expect(again(next.at).map(nameOf)).toContain(nameOf(next))
        })
      }),
      { numRuns: 1000 },
    )
  })

  test('a house that was down tells each run once when it is back', () => {
    fc.assert(
      fc.property(life, fc.integer({ min: 0, max: 20 * 86_400 }), (it, down) => {
        let now = 0
        let last: CaseFact[] = []
        const fired = play(it, (_found, history, _fired, at) => {
          now = at
          last = history
        })
        if (last.length === 0) return
        const back = Math.max(now, last.at(-1)?.at ?? 0) + down
        const seen: string[] = []
        for (const moment of [back, back, back + 1]) {
          const { due } = escalationsDue({
            ...it,
            clocks: deriveClocks(last, calendars, moment),
            calendars,
            fired,
            now: moment,
          })
          for (const { subject, cycle, startedAt, level, coalesced } of due) {
            seen.push([subject, cycle, startedAt, level].join(' '))
            for (const one of [level, ...coalesced]) fired.push({ subject, cycle, startedAt, level: one })
          }
        }
        expect(new Set(seen).size).toBe(seen.length)
      }),
      { numRuns: 1000 },
    )
  })
})

test('a level’s name says where it lies', () => {
  expect(levelKey({ offset: -25, unit: 'percent' })).toBe('-25%')
  expect(levelKey({ offset: 0, unit: 'seconds' })).toBe('0')
  expect(levelKey({ offset: 600, unit: 'seconds' })).toBe('+600s')
})
