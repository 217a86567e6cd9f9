import { describe, expect, test } from 'vitest'
import type { CalendarVersion } from '../calendar/index.ts'
import type { CaseFact, ClockKind, ClockState, PolicyVersion } from './index.ts'
import { caseTimes, clockKinds, countdown, deriveClocks, isLateDowngrade, needsPauseReview } from './index.ts'

const hour = 3600
const office = [{ from: '09:00', to: '17:00' }]
const weekdays: CalendarVersion = {
  id: 'office',
  timeZone: 'Asia/Shanghai',
  weekly: { 1: office, 2: office, 3: office, 4: office, 5: office, 6: [], 7: [] },
  overrides: [],
  publicHolidays: 'cn',
}
const calendars = new Map([['office', weekdays]])
const policy: PolicyVersion = {
  id: 'ordinary',
  targets: Object.fromEntries(
    clockKinds.map((kind) => [
      kind,
      { seconds: kind === 'resolve' ? 16 * hour : 2 * hour, calendar: 'office' },
    ]),
  ),
}

/** Monday 2026-11-23, a day of the week by its number, as `1 09:30`. */
function at(text: string): number {
  const [day = '1', time = '00:00'] = text.split(' ')
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  return 1_795_363_200 + (Number(day) - 1) * 86_400 + hours * hour + minutes * 60 + seconds
}

type Happening = readonly [when: string, kind: CaseFact['kind'], more?: Partial<CaseFact>]
const facts = (happenings: readonly Happening[]): CaseFact[] =>
  happenings.map(([when, kind, more], index) => ({
    seq: index + 1,
    at: at(when),
    kind,
    ...(kind === 'opened' ? { policy } : {}),
    ...more,
  }))

function clocks(kind: ClockKind, happenings: readonly Happening[], now?: string): ClockState[] {
  return deriveClocks(facts(happenings), calendars, now === undefined ? undefined : at(now)).filter(
    (it) => it.kind === kind,
  )
}
/** Verdict, from and until when, one line a run. */
function told(kind: ClockKind, happenings: readonly Happening[], now?: string): string[] {
  const text = (seconds: number | undefined) => {
    if (seconds === undefined) return '…'
    const since = seconds - at('1 00:00')
    return `${Math.floor(since / 86_400) + 1} ${String(Math.floor((since % 86_400) / hour)).padStart(2, '0')}:${String(Math.floor((since % hour) / 60)).padStart(2, '0')}`
  }
  return clocks(kind, happenings, now).map(
    (it) => `${it.cycle}.${it.run} ${it.verdict} ${text(it.startedAt)} – ${text(it.stoppedAt)}`,
  )
}

const human = { human: true }
const asks = { fromResident: true }
const opened: Happening = ['1 09:00', 'opened']
const answered: Happening = ['1 09:30', 'replied', human]

describe('the next response', () => {
  test('is not owed before the first', () => {
    expect(told('next_response', [opened, ['1 09:10', 'supplemented', asks]])).toEqual([])
    expect(told('next_response', [opened, ['1 09:10', 'supplemented', asks], answered], '1 17:00')).toEqual(
      [],
    )
  })

  test('counts from the oldest message without an answer, and later ones add nothing', () => {
    const asked: Happening[] = [
      opened,
      answered,
      ['1 10:00', 'supplemented', asks],
      ['1 11:00', 'supplemented', asks],
    ]
    expect(told('next_response', asked)).toEqual(['1.1 running 1 10:00 – …'])
    expect(told('next_response', [...asked, ['1 11:30', 'replied', human]], '1 15:00')).toEqual([
      '1.1 met 1 10:00 – 1 11:30',
    ])
    expect(told('next_response', [...asked, ['1 12:01', 'replied', human]])).toEqual([
      '1.1 breached 1 10:00 – 1 12:01',
    ])
  })

  test('begins anew with the next message, and is stopped by neither machines, notes nor pauses', () => {
    expect(
      told('next_response', [
        opened,
        answered,
        ['1 10:00', 'supplemented', asks],
        ['1 10:05', 'replied', { human: false }],
        ['1 10:06', 'noted'],
        ['1 10:07', 'paused', { pausesResolve: true, awaitsResident: true }],
        ['1 10:10', 'replied', human],
        ['1 10:20', 'supplemented', asks],
      ]),
    ).toEqual(['1.1 met 1 10:00 – 1 10:10', '1.2 running 1 10:20 – …'])
  })

  test('is owed after a case came back, even where nobody had answered before', () => {
    const back: Happening[] = [opened, ['1 10:00', 'resolved'], ['1 11:00', 'rejected', asks]]
    expect(told('next_response', back)).toEqual(['2.1 running 1 11:00 – …'])
  })

  test('is owed to a question on a resolved case, and called off when it closes', () => {
    const asked: Happening[] = [opened, answered, ['1 10:00', 'resolved'], ['1 10:30', 'supplemented', asks]]
    expect(told('next_response', asked)).toEqual(['1.1 running 1 10:30 – …'])
    expect(told('next_response', [...asked, ['1 11:00', 'confirmed']])).toEqual([
      '1.1 cancelled 1 10:30 – 1 11:00',
    ])
  })
})

describe('the update', () => {
  test('is due after each word to the resident, the first included, and the resolution is the last', () => {
    expect(
      told('update', [opened, answered, ['1 11:00', 'replied', human], ['1 13:30', 'resolved']]),
    ).toEqual(['1.1 met 1 09:30 – 1 11:00', '1.2 breached 1 11:00 – 1 13:30'])
  })

  test('is not due before the first response, nor while the next word is the resident’s', () => {
    expect(told('update', [opened, ['1 10:00', 'accepted'], ['1 10:10', 'noted']], '1 17:00')).toEqual([])
    const [waiting] = clocks(
      'update',
      [opened, answered, ['1 10:30', 'paused', { awaitsResident: true }]],
      '3 09:00',
    )
    expect(waiting).toMatchObject({
      verdict: 'paused',
      elapsedWorked: hour,
      pausedWorkedSeconds: 14.5 * hour,
    })
    const [parts] = clocks(
      'update',
      [opened, answered, ['1 10:30', 'paused', { pausesResolve: true }]],
      '3 09:00',
    )
    expect(parts).toMatchObject({ verdict: 'breached', breachedAt: at('1 11:30') })
  })

  test('told within such a wait begins standing still', () => {
    const wait: Happening = ['1 10:00', 'paused', { awaitsResident: true }]
    const runs = clocks('update', [
      opened,
      answered,
      wait,
      ['1 11:00', 'replied', human],
      ['1 12:00', 'resumed'],
    ])
    expect(runs).toMatchObject([
      { verdict: 'met', elapsedWorked: hour / 2, pausedWorkedSeconds: hour },
      { verdict: 'running', startedAt: at('1 11:00'), elapsedWorked: 0, deadline: at('1 14:00') },
    ])
  })
})

const visit = (from: string, byResident = false): Partial<CaseFact> => ({
  human: true,
  appointment: { from: at(from), byResident },
})

describe('the arrival', () => {
  test('is counted from acceptance and met by being there', () => {
    expect(told('on_site', [opened])).toEqual([])
    expect(
      told('on_site', [
        opened,
        ['1 09:20', 'accepted'],
        ['1 10:00', 'assigned'],
        ['1 10:40', 'arrived', human],
      ]),
    ).toEqual(['1.1 met 1 09:20 – 1 10:40'])
  })

  test('is counted from an appointment once there is one, and early is in time', () => {
    const made: Happening[] = [opened, ['1 09:20', 'accepted'], ['1 09:40', 'appointed', visit('2 14:00')]]
    expect(told('on_site', made)).toEqual(['1.1 superseded 1 09:20 – 1 09:40', '1.2 running 2 14:00 – …'])
    const [, ahead] = clocks('on_site', made, '2 09:00')
    expect(ahead).toMatchObject({ deadline: at('2 16:00'), elapsedWorked: 0, elapsedWall: 0 })
    if (ahead === undefined) return
    expect(countdown(ahead, weekdays, at('2 09:00'))).toMatchObject({
      workedLeft: 2 * hour,
      wallLeft: 7 * hour,
    })
    expect(told('on_site', [...made, ['2 13:50', 'arrived', human]]).at(-1)).toBe('1.2 met 2 14:00 – 2 13:50')
  })

  test('moves with the resident’s new time, not with the staff’s', () => {
    const made: Happening[] = [opened, ['1 09:20', 'accepted'], ['1 09:40', 'appointed', visit('1 10:00')]]
    expect(told('on_site', [...made, ['1 11:00', 'appointed', visit('3 10:00')]]).at(-1)).toBe(
      '1.2 running 1 10:00 – …',
    )
    expect(told('on_site', [...made, ['1 11:00', 'appointed', visit('3 10:00', true)]])).toEqual([
      '1.1 superseded 1 09:20 – 1 09:40',
      '1.2 superseded 1 10:00 – 1 11:00',
      '1.3 running 3 10:00 – …',
    ])
  })

  test('that was late already stays late whatever is appointed afterwards', () => {
    const late: Happening[] = [
      opened,
      ['1 09:00', 'accepted'],
      ['1 12:00', 'appointed', visit('1 15:00', true)],
    ]
    expect(clocks('on_site', late)[0]).toMatchObject({ verdict: 'breached', breachedAt: at('1 11:00') })
  })

  test('is expected again when a case comes back, and for a second visit only by appointment', () => {
    const there: Happening[] = [opened, ['1 09:00', 'accepted'], ['1 10:00', 'arrived', human]]
    expect(told('on_site', [...there, ['1 10:30', 'appointed', visit('2 09:00')]]).at(-1)).toBe(
      '1.2 running 2 09:00 – …',
    )
    expect(told('on_site', [...there, ['1 11:00', 'resolved'], ['1 12:00', 'rejected']]).at(-1)).toBe(
      '2.1 running 1 12:00 – …',
    )
  })

  test('answers the resident, too', () => {
    expect(told('first_response', [opened, ['1 09:30', 'accepted'], ['1 09:50', 'arrived', human]])).toEqual([
      '1.1 met 1 09:00 – 1 09:50',
    ])
  })
})

const called = (outcome: 'solved' | 'unsolved' | 'unreached', attempt = 1): Partial<CaseFact> => ({
  human: true,
  callBack: { outcome, attempt },
})

describe('the call-back', () => {
  const resolved: Happening[] = [opened, ['1 10:00', 'resolved']]

  test.each([
    ['a call that reached them', 'called-back', called('solved')],
    ['the resident’s confirmation', 'confirmed', {}],
    ['sending back', 'rejected', asks],
    ['a rating', 'rated', {}],
    ['the third call in vain', 'called-back', called('unreached', 3)],
  ] as const)('is stopped by %s', (_, kind, more) => {
    expect(told('callback', [...resolved, ['1 11:00', kind, more]])).toEqual(['1.1 met 1 10:00 – 1 11:00'])
  })

  test('is not stopped by a call in vain or a reply, and called off by silence and by the staff', () => {
    expect(
      told('callback', [
        ...resolved,
        ['1 11:00', 'called-back', called('unreached')],
        ['1 11:10', 'replied', human],
      ]),
    ).toEqual(['1.1 running 1 10:00 – …'])
    for (const kind of ['closed', 'reopened', 'merged'] as const) {
      expect(told('callback', [...resolved, ['1 11:00', kind]])).toEqual(['1.1 cancelled 1 10:00 – 1 11:00'])
    }
  })

  test('comes once a resolution', () => {
    expect(
      told('callback', [...resolved, ['1 11:00', 'rejected', asks], ['1 12:00', 'resolved']], '2 17:00'),
    ).toEqual(['1.1 met 1 10:00 – 1 11:00', '2.1 breached 1 12:00 – …'])
  })
})

describe('merging', () => {
  test('calls off every clock of the case that is merged', () => {
    const all: Happening[] = [
      opened,
      ['1 09:10', 'accepted'],
      answered,
      ['1 09:40', 'supplemented', asks],
      ['1 10:00', 'merged'],
    ]
    const merged = deriveClocks(facts(all), calendars, at('9 09:00'))
    expect(merged.every((it) => it.stoppedAt !== undefined)).toBe(true)
    expect(merged.filter((it) => it.verdict !== 'met').map((it) => [it.kind, it.verdict])).toEqual([
      ['next_response', 'cancelled'],
      ['on_site', 'cancelled'],
      ['resolve', 'cancelled'],
      ['update', 'cancelled'],
    ])
  })

  test('lets the clocks that still run count from the earlier receipt, and leaves given verdicts alone', () => {
    const into: Happening[] = [
      ['2 09:00', 'opened'],
      ['2 09:30', 'accepted'],
      ['2 10:00', 'absorbed', { absorbed: { since: at('1 15:00') } }],
    ]
    const all = deriveClocks(facts(into), calendars)
    expect(all.find((it) => it.kind === 'accept')).toMatchObject({ startedAt: at('2 09:00'), verdict: 'met' })
    expect(all.find((it) => it.kind === 'first_response')).toMatchObject({
      startedAt: at('1 15:00'),
      attachedAt: at('2 10:00'),
      verdict: 'breached',
      breachedAt: at('1 17:00'),
    })
    expect(all.find((it) => it.kind === 'resolve')).toMatchObject({
      startedAt: at('1 15:00'),
      elapsedWorked: 3 * hour,
    })
  })

  test('of a later report moves nothing, and hands over the message that waits', () => {
    const into: Happening[] = [
      opened,
      answered,
      ['1 11:00', 'absorbed', { absorbed: { since: at('1 10:00'), unansweredSince: at('1 10:20') } }],
    ]
    expect(clocks('resolve', into)[0]?.startedAt).toBe(at('1 09:00'))
    expect(told('next_response', into)).toEqual(['1.1 running 1 10:20 – …'])
  })
})

describe('findings', () => {
  test('a clock that stood still for more than half of its budget is for the supervisor to see', () => {
    const paused = (until: string) =>
      clocks('resolve', [opened, ['1 09:00', 'paused', { pausesResolve: true }], [until, 'resumed']])[0]
    expect(needsPauseReview(paused('1 17:00') as ClockState)).toBe(false)
    expect(needsPauseReview(paused('2 09:01') as ClockState)).toBe(true)
  })

  test('lowering the urgency half an hour before a deadline, or later, is noticed', () => {
    const before = (now: string) => deriveClocks(facts([opened, answered]), calendars, at(now))
    // The earliest that still runs is to take the case on, by eleven.
    expect(isLateDowngrade(before('1 10:29'), at('1 10:29'))).toBe(false)
    expect(isLateDowngrade(before('1 10:30'), at('1 10:30'))).toBe(true)
    expect(isLateDowngrade(before('1 16:00'), at('1 16:00'))).toBe(true)
  })
})

test('the time of a case is told by its first, its last and all cycles; waiting for the verdict is nobody’s', () => {
  const history = facts([
    opened,
    ['1 15:00', 'resolved'],
    ['2 09:00', 'rejected', asks],
    ['4 10:00', 'resolved'],
    ['5 10:00', 'confirmed'],
  ])
  const times = caseTimes(history, deriveClocks(history, calendars, at('9 09:00')), at('9 09:00'))
  expect(times).toEqual({
    first: { cycle: 1, worked: 6 * hour, wall: 6 * hour, late: false },
    last: { cycle: 2, worked: 17 * hour, wall: 49 * hour, late: true },
    all: { worked: 23 * hour, wall: 55 * hour, late: true },
    awaitingVerification: 18 * hour + 24 * hour,
  })
})
