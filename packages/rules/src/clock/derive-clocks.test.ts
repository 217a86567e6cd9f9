import { describe, expect, test } from 'vitest'
import type { CalendarVersion } from '../calendar/index.ts'
import type { CaseFact, ClockKind, ClockState, PolicyVersion } from './index.ts'
import { countdown, deadlineIfResumedNow, deriveClocks, nextBreach, nextDeadline } from './index.ts'

const minute = 60
const hour = 3600
const office = [{ from: '09:00', to: '17:00' }]

const weekdays: CalendarVersion = {
  id: 'office',
  timeZone: 'Asia/Shanghai',
  weekly: { 1: office, 2: office, 3: office, 4: office, 5: office, 6: [], 7: [] },
  overrides: [],
  publicHolidays: 'cn',
}
const always: CalendarVersion = {
  ...weekdays,
  id: 'always',
  weekly: Object.fromEntries(
    Object.keys(weekdays.weekly).map((weekday) => [weekday, [{ from: '00:00', to: '24:00' }]]),
  ) as unknown as CalendarVersion['weekly'],
  publicHolidays: 'none',
}
const calendars = new Map([weekdays, always].map((calendar) => [calendar.id, calendar]))

function policy(id: string, seconds: Partial<Record<ClockKind, number>>, calendar = 'office'): PolicyVersion {
  return {
    id,
    targets: Object.fromEntries(
      Object.entries(seconds).map(([kind, seconds]) => [kind, { seconds, calendar }]),
    ),
  }
}
const ordinary = policy('ordinary', { accept: hour, first_response: 2 * hour, resolve: 16 * hour })

/** Monday 2026-11-23, a day of the week by its number, as `1 09:30` or `3 17:00:01`. */
function at(text: string): number {
  const [day = '1', time = '00:00'] = text.split(' ')
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  return 1_795_363_200 + (Number(day) - 1) * 86_400 + hours * hour + minutes * minute + seconds
}

type Happening = readonly [when: string, kind: CaseFact['kind'], more?: Partial<CaseFact>]

function facts(...happenings: readonly Happening[]): CaseFact[] {
  return happenings.map(([when, kind, more], index) => ({
    seq: index + 1,
    at: at(when),
    kind,
    ...(kind === 'opened' ? { policy: ordinary } : {}),
    ...more,
  }))
}

function clocks(happenings: readonly Happening[], now?: string): ClockState[] {
  return deriveClocks(facts(...happenings), calendars, now === undefined ? undefined : at(now))
}

function clock(happenings: readonly Happening[], kind: ClockKind, now?: string, cycle = 1): ClockState {
  const found = clocks(happenings, now).filter((it) => it.kind === kind && it.cycle === cycle)
  const last = found.at(-1)
  if (last === undefined) throw new Error(`no ${kind} clock`)
  return last
}

const pausable = { pausesResolve: true }

describe('receipt', () => {
  test('starts accept, first response and resolve together, and acceptance later starts nothing', () => {
    const all = clocks([
      ['1 09:30', 'opened'],
      ['1 15:00', 'accepted'],
    ])
    expect(all.map((it) => [it.kind, it.cycle, it.startedAt, it.deadline])).toEqual([
      ['accept', 1, at('1 09:30'), at('1 10:30')],
      ['first_response', 1, at('1 09:30'), at('1 11:30')],
      ['resolve', 1, at('1 09:30'), at('3 09:30')],
    ])
  })

  test('with the resident on the line meets the first response at once', () => {
    const it = clock([['1 09:30', 'opened', { liveContact: true }]], 'first_response')
    expect(it).toMatchObject({ verdict: 'met', stoppedAt: at('1 09:30'), elapsedWorked: 0 })
  })

  test('on a Saturday counts from Monday, and the resident waits all the while', () => {
    const it = clock([['6 12:00', 'opened']], 'first_response', '8 10:00')
    expect(it).toMatchObject({ deadline: at('8 11:00'), elapsedWorked: hour, elapsedWall: 46 * hour })
  })

  test('without a target for a kind has no such clock', () => {
    const only = policy('only', { resolve: hour })
    expect(clocks([['1 09:00', 'opened', { policy: only }]]).map((it) => it.kind)).toEqual(['resolve'])
  })

  test('needs no facts to have no clocks, and no history begins in the middle', () => {
    expect(deriveClocks([], calendars, 5)).toEqual([])
    expect(() => clocks([['1 09:00', 'accepted']])).toThrow('a history begins with opened')
  })

  test('under a policy whose calendar nobody knows is a fault', () => {
    const lost = policy('lost', { resolve: hour }, 'nowhere')
    expect(() => clocks([['1 09:00', 'opened', { policy: lost }]])).toThrow('no calendar version nowhere')
  })
})

const replied = (when: string) =>
  clock(
    [
      ['1 09:00', 'opened'],
      [when, 'replied', { human: true }],
    ],
    'first_response',
  )

describe('the deadline', () => {
  test('itself is in time, the second after is not', () => {
    expect(replied('1 11:00')).toMatchObject({ verdict: 'met', breachedAt: undefined })
    expect(replied('1 11:00:01')).toMatchObject({ verdict: 'breached', breachedAt: at('1 11:00') })
  })

  test('is the moment of the breach, whenever somebody looks', () => {
    const opened: Happening[] = [['1 09:00', 'opened']]
    expect(clock(opened, 'accept', '1 10:00').verdict).toBe('running')
    expect(clock(opened, 'accept', '1 10:00:01')).toMatchObject({
      verdict: 'breached',
      breachedAt: at('1 10:00'),
    })
    expect(clock(opened, 'accept', '5 16:00')).toMatchObject({
      verdict: 'breached',
      breachedAt: at('1 10:00'),
    })
  })

  test('passed leaves the clock counting its overrun, and the verdict stands after it stops', () => {
    const it = clock(
      [
        ['1 09:00', 'opened'],
        ['1 12:00', 'accepted'],
      ],
      'accept',
      '2 09:00',
    )
    expect(it).toMatchObject({ verdict: 'breached', stoppedAt: at('1 12:00'), elapsedWorked: 3 * hour })
  })

  test('at closing time is missed by what comes after hours', () => {
    const eight = policy('eight', { resolve: 8 * hour })
    const resolved = (when: string) =>
      clock(
        [
          ['1 09:00', 'opened', { policy: eight }],
          [when, 'resolved'],
        ],
        'resolve',
      )
    expect(resolved('1 17:00').verdict).toBe('met')
    expect(resolved('1 20:00')).toMatchObject({ verdict: 'breached', elapsedWorked: 8 * hour })
  })
})

const unansweredUntil = (when: string) =>
  clock(
    [
      ['1 09:00', 'opened'],
      [when, 'resolved'],
    ],
    'first_response',
    '9 09:00',
  )

describe('the first response', () => {
  test.each([
    ['a note', 'noted', {}],
    ['an automatic answer', 'replied', { human: false }],
    ['an answer of unknown hand', 'replied', {}],
    ['acceptance', 'accepted', {}],
    ['a pause', 'paused', pausable],
  ] as const)('is not %s', (_, kind, more) => {
    expect(
      clock(
        [
          ['1 09:00', 'opened'],
          ['1 09:10', kind, more],
        ],
        'first_response',
      ).verdict,
    ).toBe('running')
  })

  test('does not pause', () => {
    const it = clock(
      [
        ['1 09:00', 'opened'],
        ['1 09:10', 'paused', pausable],
      ],
      'first_response',
      '1 10:00',
    )
    expect(it).toMatchObject({ verdict: 'running', deadline: at('1 11:00'), pausedWorkedSeconds: 0 })
  })

  test('that never came is called off by the resolution, unless it was late by then', () => {
    expect(unansweredUntil('1 10:00')).toMatchObject({ verdict: 'cancelled', stoppedAt: at('1 10:00') })
    expect(unansweredUntil('1 16:00')).toMatchObject({ verdict: 'breached', breachedAt: at('1 11:00') })
  })

  test('never runs again', () => {
    const all = clocks(
      [
        ['1 09:00', 'opened'],
        ['1 10:00', 'resolved'],
        ['1 11:00', 'rejected'],
      ],
      '5 09:00',
    )
    expect(all.map((it) => [it.kind, it.cycle])).toEqual([
      ['accept', 1],
      ['first_response', 1],
      ['resolve', 1],
      ['resolve', 2],
    ])
  })
})

const assigned = (human: boolean | undefined) =>
  clock(
    [
      ['1 09:00', 'opened'],
      ['1 09:10', 'assigned', { human }],
    ],
    'accept',
  ).verdict

describe('acceptance', () => {
  test('may be an assignment by a person, not one by a machine', () => {
    expect(assigned(true)).toBe('met')
    expect(assigned(undefined)).toBe('met')
    expect(assigned(false)).toBe('running')
  })

  test('is called off when the case is declined, and when the resident takes it back', () => {
    for (const kind of ['declined', 'cancelled'] as const) {
      const all = clocks(
        [
          ['1 09:00', 'opened'],
          ['1 09:30', kind],
        ],
        '9 09:00',
      )
      expect(all.map((it) => [it.verdict, it.stoppedAt])).toEqual(
        Array.from({ length: 3 }, () => ['cancelled', at('1 09:30')]),
      )
    }
  })
})

const over = (from: string, to: string) =>
  clock(
    [
      ['1 09:00', 'opened'],
      [from, 'paused', pausable],
      [to, 'resumed'],
    ],
    'resolve',
  ).deadline

describe('a pause', () => {
  const paused: Happening[] = [
    ['1 09:00', 'opened'],
    ['1 11:00', 'paused', pausable],
  ]

  test('hides the deadline, and tells what it would be', () => {
    const it = clock(paused, 'resolve', '3 10:00')
    expect(it).toMatchObject({
      verdict: 'paused',
      deadline: undefined,
      pausedSince: at('1 11:00'),
      elapsedWorked: 2 * hour,
      pausedWorkedSeconds: (6 + 8 + 1) * hour,
    })
    // 14 hours of work are left on Wednesday at ten.
    expect(deadlineIfResumedNow(it, weekdays, at('3 10:00'))).toBe(at('4 16:00'))
    expect(deadlineIfResumedNow(it, weekdays, at('3 11:00'))).toBe(at('4 17:00'))
  })

  test('is given back in working time, so that one over a night or a weekend moves nothing', () => {
    expect(over('1 17:00', '2 09:00')).toBe(at('2 17:00'))
    expect(over('1 16:00', '2 10:00')).toBe(at('3 11:00'))
  })

  test('of a new reason within a pause neither counts twice nor begins anew', () => {
    const it = clock(
      [...paused, ['1 12:00', 'paused', pausable], ['1 13:00', 'resumed'], ['1 14:00', 'resumed']],
      'resolve',
    )
    expect(it).toMatchObject({ pausedWorkedSeconds: 2 * hour, deadline: at('3 11:00') })
  })

  test('for a reason that may not pause does not, and ends a pause that did', () => {
    const dispute: Happening = ['1 12:00', 'paused', { pausesResolve: false }]
    expect(clock([['1 09:00', 'opened'], dispute], 'resolve')).toMatchObject({ verdict: 'running' })
    expect(clock([...paused, dispute], 'resolve', '1 13:00')).toMatchObject({
      verdict: 'running',
      pausedWorkedSeconds: hour,
      elapsedWorked: 3 * hour,
    })
  })

  test('after the breach does not take it back', () => {
    const late: Happening[] = [
      ['1 09:00', 'opened'],
      ['3 10:00', 'paused', pausable],
    ]
    const it = clock(late, 'resolve', '4 10:00')
    expect(it).toMatchObject({ verdict: 'breached', breachedAt: at('2 17:00'), pausedSince: at('3 10:00') })
    expect(countdown(it, weekdays, at('4 10:00'))).toMatchObject({ tone: 'late', overrunWorked: hour })
    const resolved = clock([...late, ['5 10:00', 'resumed'], ['5 11:00', 'resolved']], 'resolve')
    expect(resolved).toMatchObject({
      verdict: 'breached',
      breachedAt: at('2 17:00'),
      elapsedWorked: 18 * hour,
    })
  })

  test('in the very second of the deadline comes too late to hide it', () => {
    const short = policy('short', { resolve: 2 * hour })
    const it = (when: string) =>
      clock(
        [
          ['1 09:00', 'opened', { policy: short }],
          [when, 'paused', pausable],
        ],
        'resolve',
        '5 09:00',
      )
    expect(it('1 11:00')).toMatchObject({ verdict: 'breached', breachedAt: at('1 11:00') })
    expect(it('1 10:59:59')).toMatchObject({ verdict: 'paused', deadline: undefined })
  })

  test('ends with the resolution', () => {
    expect(clock([...paused, ['4 10:00', 'resolved']], 'resolve')).toMatchObject({
      verdict: 'met',
      pausedSince: undefined,
      elapsedWorked: 2 * hour,
      elapsedWall: 3 * 24 * hour + hour,
    })
  })
})

const secondBudget = (it: PolicyVersion) =>
  clock(
    [
      ['1 09:00', 'opened', { policy: it }],
      ['1 16:00', 'resolved'],
      ['8 10:00', 'rejected'],
    ],
    'resolve',
    undefined,
    2,
  ).budgetSeconds

describe('a reopened case', () => {
  const rejected: Happening[] = [
    ['1 09:00', 'opened'],
    ['1 16:00', 'resolved'],
    ['8 10:00', 'rejected'],
  ]

  test('has a new resolve clock with half the budget, and the first verdict stands', () => {
    expect(clock(rejected, 'resolve', '8 11:00', 1)).toMatchObject({
      verdict: 'met',
      stoppedAt: at('1 16:00'),
    })
    expect(clock(rejected, 'resolve', '8 11:00', 2)).toMatchObject({
      verdict: 'running',
      startedAt: at('8 10:00'),
      budgetSeconds: 8 * hour,
      deadline: at('9 10:00'),
      elapsedWorked: hour,
    })
  })

  test('can be late again', () => {
    expect(clock(rejected, 'resolve', '12 09:00', 2)).toMatchObject({
      verdict: 'breached',
      breachedAt: at('9 10:00'),
    })
  })

  test('gets two working hours at the least, and what its policy says', () => {
    expect(secondBudget(policy('short', { resolve: hour }))).toBe(2 * hour)
    expect(secondBudget({ ...ordinary, reopenShare: { numerator: 1, denominator: 3 } })).toBe(19_200)
    expect(secondBudget({ ...policy('short', { resolve: hour }), reopenFloorSeconds: 600 })).toBe(hour / 2)
    expect(secondBudget({ ...policy('odd', { resolve: 4 * hour + 1 }), reopenFloorSeconds: 0 })).toBe(
      2 * hour + 1,
    )
  })

  test('after closing comes back the same way, and once under way cannot be reopened again', () => {
    const all = clocks([
      ...rejected.slice(0, 2),
      ['2 09:00', 'confirmed'],
      ['2 10:00', 'reopened'],
      ['2 11:00', 'rejected'],
      ['2 12:00', 'resolved'],
      ['2 13:00', 'closed'],
    ])
    expect(
      all.filter((it) => it.kind === 'resolve').map((it) => [it.cycle, it.startedAt, it.stoppedAt]),
    ).toEqual([
      [1, at('1 09:00'), at('1 16:00')],
      [2, at('2 10:00'), at('2 12:00')],
    ])
  })

  test('pauses anew: a pause of the first cycle does not reach into the second', () => {
    const all: Happening[] = [
      ['1 09:00', 'opened'],
      ['1 10:00', 'paused', pausable],
      ['1 11:00', 'resolved'],
      ['1 12:00', 'reopened'],
    ]
    expect(clock(all, 'resolve', '1 13:00', 2)).toMatchObject({ verdict: 'running', elapsedWorked: hour })
  })
})

describe('a reclassified case', () => {
  const urgent = policy('urgent', { accept: hour, first_response: 2 * hour, resolve: 4 * hour }, 'always')

  test('counts from receipt under the new policy, pauses included, in the new calendar', () => {
    const all = clocks(
      [
        ['1 16:00', 'opened'],
        ['1 16:30', 'paused', pausable],
        ['1 18:30', 'resumed'],
        ['1 19:00', 'reclassified', { policy: urgent }],
      ],
      '1 19:30',
    ).filter((it) => it.kind === 'resolve')
    expect(all).toMatchObject([
      {
        policyVersionId: 'ordinary',
        verdict: 'superseded',
        stoppedAt: at('1 19:00'),
        elapsedWorked: hour / 2,
      },
      {
        policyVersionId: 'urgent',
        calendarVersionId: 'always',
        verdict: 'running',
        startedAt: at('1 16:00'),
        attachedAt: at('1 19:00'),
        pausedWorkedSeconds: 2 * hour,
        elapsedWorked: 1.5 * hour,
        deadline: at('1 22:00'),
      },
    ])
  })

  test('keeps the breach of the old instance, and shows one that was there on arrival', () => {
    const [old, current] = clocks(
      [
        ['1 09:00', 'opened'],
        ['4 09:00', 'reclassified', { policy: urgent }],
      ],
      '4 10:00',
    ).filter((it) => it.kind === 'resolve')
    expect(old).toMatchObject({ verdict: 'superseded', breachedAt: at('2 17:00') })
    expect(current).toMatchObject({
      verdict: 'breached',
      breachedAt: at('1 13:00'),
      attachedAt: at('4 09:00'),
    })
    if (old === undefined) return
    expect(countdown(old, weekdays, at('4 10:00')).tone).toBe('missed')
  })

  test('leaves verdicts alone that were given before', () => {
    const all = clocks([
      ['1 09:00', 'opened'],
      ['1 10:59', 'replied', { human: true }],
      ['1 12:00', 'reclassified', { policy: policy('p', { first_response: minute, resolve: hour }) }],
    ])
    expect(all.filter((it) => it.kind === 'first_response')).toMatchObject([
      { policyVersionId: 'ordinary', verdict: 'met' },
    ])
    // The new policy has no accept clock: the old one ends, and nothing takes its place.
    expect(all.filter((it) => it.kind === 'accept')).toMatchObject([{ verdict: 'superseded' }])
  })

  test('into the same policy changes nothing', () => {
    const same = clocks([
      ['1 09:00', 'opened'],
      ['1 10:00', 'reclassified', { policy: ordinary }],
    ])
    expect(same.every((it) => it.verdict !== 'superseded')).toBe(true)
  })

  test('while resolved matters for the next cycle only', () => {
    const all = clocks([
      ['1 09:00', 'opened'],
      ['1 10:00', 'resolved'],
      ['1 11:00', 'reclassified', { policy: urgent }],
      ['1 12:00', 'rejected'],
    ])
    expect(all.filter((it) => it.kind === 'resolve')).toMatchObject([
      { policyVersionId: 'ordinary', verdict: 'met' },
      { policyVersionId: 'urgent', budgetSeconds: 2 * hour, deadline: at('1 14:00') },
    ])
  })
})

describe('facts', () => {
  test('go by their number, and one that is dated before its predecessor happened with it', () => {
    const [opened, paused, resumed] = facts(
      ['1 09:00', 'opened'],
      ['1 12:00', 'paused', pausable],
      ['1 10:00', 'resumed'],
    )
    if (opened === undefined || paused === undefined || resumed === undefined) return
    const it = deriveClocks([resumed, opened, paused], calendars).find((clock) => clock.kind === 'resolve')
    expect(it).toMatchObject({ asOf: at('1 12:00'), pausedWorkedSeconds: 0, elapsedWorked: 3 * hour })
  })

  test('are never looked at from before the last of them', () => {
    expect(
      clock(
        [
          ['1 09:00', 'opened'],
          ['1 12:00', 'noted'],
        ],
        'resolve',
        '1 10:00',
      ).asOf,
    ).toBe(at('1 12:00'))
  })
})

describe('what comes next', () => {
  const opened: Happening[] = [
    ['1 09:00', 'opened'],
    ['1 09:30', 'paused', pausable],
  ]

  test('is the earliest deadline of a live clock, late ones first', () => {
    expect(nextDeadline(clocks(opened, '1 09:40'))?.kind).toBe('accept')
    expect(nextDeadline(clocks(opened, '1 10:30'))?.kind).toBe('accept')
    expect(nextDeadline(clocks([...opened, ['1 09:45', 'accepted']]))?.kind).toBe('first_response')
  })

  test('is, for a timer, the earliest that can still be kept', () => {
    expect(nextBreach(clocks(opened, '1 10:30'))?.kind).toBe('first_response')
    expect(nextBreach(clocks(opened, '1 11:30'))).toBeUndefined()
  })

  test('is nothing once all is settled or only paused', () => {
    expect(nextDeadline(clocks([...opened, ['1 10:00', 'resolved']], '5 10:00'))).toBeUndefined()
    const answered: Happening[] = [
      ...opened,
      ['1 09:45', 'accepted'],
      ['1 09:45', 'replied', { human: true }],
    ]
    expect(nextDeadline(clocks(answered, '5 10:00'))).toBeUndefined()
  })
})

describe('a countdown', () => {
  const opened: Happening[] = [['1 09:00', 'opened']]
  const shown = (now: string, kind: ClockKind = 'first_response', derivedAt?: string) =>
    countdown(clock(opened, kind, derivedAt), weekdays, at(now))

  test('shows working time and wall time left, and turns at a quarter', () => {
    expect(shown('1 10:00')).toEqual({
      workedLeft: hour,
      wallLeft: hour,
      overrunWorked: 0,
      overrunWall: 0,
      share: 0.5,
      tone: 'ok',
    })
    expect(shown('1 10:29:59').tone).toBe('ok')
    expect(shown('1 10:30').tone).toBe('soon')
    expect(shown('2 13:00', 'resolve')).toMatchObject({
      workedLeft: 4 * hour,
      wallLeft: 4 * hour,
      tone: 'soon',
    })
    expect(shown('1 18:00', 'resolve')).toMatchObject({
      workedLeft: 8 * hour,
      wallLeft: 23 * hour,
      tone: 'ok',
    })
  })

  test('is not late in the second of the deadline', () => {
    expect(shown('1 11:00')).toMatchObject({ workedLeft: 0, wallLeft: 0, share: 1, tone: 'soon' })
    expect(shown('1 11:00:01')).toMatchObject({ overrunWorked: 1, overrunWall: 1, tone: 'late' })
  })

  test('shows the overrun in both times', () => {
    expect(shown('2 10:00')).toEqual({
      workedLeft: 0,
      wallLeft: 0,
      overrunWorked: 7 * hour,
      overrunWall: 23 * hour,
      share: 1,
      tone: 'late',
    })
  })

  test('ticks on from an older state as it would from a new one', () => {
    for (const now of ['1 10:10', '1 11:00', '1 11:30', '3 08:00']) {
      expect(shown(now, 'first_response', '1 09:20')).toEqual(shown(now, 'first_response', now))
    }
  })

  test('stands still while paused, and when it is over', () => {
    const paused = clock([...opened, ['1 10:00', 'paused', pausable]], 'resolve')
    expect(countdown(paused, weekdays, at('5 10:00'))).toMatchObject({
      workedLeft: 15 * hour,
      wallLeft: undefined,
      tone: 'paused',
    })
    const over = (when: string) => clock([...opened, [when, 'resolved']], 'resolve')
    expect(countdown(over('1 10:00'), weekdays, at('9 10:00'))).toMatchObject({
      workedLeft: 15 * hour,
      tone: 'met',
    })
    expect(countdown(over('3 10:00'), weekdays, at('9 10:00'))).toMatchObject({
      overrunWorked: hour,
      tone: 'missed',
    })
    const off = clock([...opened, ['1 10:00', 'cancelled']], 'resolve')
    expect(countdown(off, weekdays, at('9 10:00')).tone).toBe('ended')
  })
})
