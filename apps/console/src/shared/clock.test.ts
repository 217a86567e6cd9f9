import type { CaseClock } from '@zhanggui/contract'
import { describe, expect, it } from 'vitest'
import { readClock, readDue } from './clock.ts'

const start = Date.parse('2026-11-23T01:00:00.000Z')
const iso = (seconds: number) => new Date(start + seconds * 1000).toISOString()
const clock = (change: Partial<CaseClock>): CaseClock => ({
  kind: 'resolve',
  cycle: 1,
  run: 1,
  turn: 1,
  verdict: 'running',
  startedAt: iso(0),
  deadline: iso(7200),
  stoppedAt: null,
  breachedAt: null,
  budgetSeconds: 7200,
  workedSeconds: 0,
  wallSeconds: 0,
  pausedSeconds: 0,
  pausedSince: null,
  calendar: '',
  certain: true,
  ...change,
})

describe('a running clock', () => {
  it('counts down with the wall while the working day goes on', () => {
    expect(readClock(clock({ workedSeconds: 600 }), start + 900_000)).toMatchObject({
      tone: 'ok',
      seconds: 6300,
    })
  })

  it('keeps its working time through the night', () => {
    const overnight = clock({ deadline: iso(60_000), workedSeconds: 3600 })
    expect(readClock(overnight, start + 20_000_000)).toMatchObject({ tone: 'ok', seconds: 3600 })
    expect(readClock({ ...overnight, workedSeconds: 0 }, start + 20_000_000)).toMatchObject({
      tone: 'ok',
      seconds: 7200,
    })
  })

  it('turns soon, then late with the overrun', () => {
    expect(readClock(clock({ workedSeconds: 6000 }), start + 6_000_000)).toMatchObject({
      tone: 'soon',
      seconds: 1200,
    })
    expect(readClock(clock({ workedSeconds: 7200 }), start + 7_500_000)).toMatchObject({
      tone: 'late',
      seconds: 300,
    })
  })
})

describe('a clock that does not run', () => {
  it('tells what it took, by how much it was late, and what it still has', () => {
    expect(readClock(clock({ verdict: 'met', workedSeconds: 800 }), start)).toMatchObject({
      tone: 'met',
      seconds: 800,
    })
    expect(
      readClock(clock({ verdict: 'breached', workedSeconds: 9000, stoppedAt: iso(9000) }), start),
    ).toMatchObject({ tone: 'missed', seconds: 1800 })
    expect(readClock(clock({ verdict: 'paused', deadline: null, workedSeconds: 200 }), start)).toMatchObject({
      tone: 'paused',
      seconds: 7000,
    })
  })

  it('that was breached and still runs is late since its deadline', () => {
    expect(readClock(clock({ verdict: 'breached' }), start + 7_260_000)).toMatchObject({
      tone: 'late',
      seconds: 60,
    })
  })
})

describe('the next deadline of a queue', () => {
  it('is a full ring while more than the budget is left on the wall', () => {
    const due = { kind: 'resolve' as const, at: iso(60_000), startedAt: iso(0), budgetSeconds: 7200 }
    expect(readDue(due, start)).toMatchObject({ used: 0, tone: 'ok' })
  })
})
