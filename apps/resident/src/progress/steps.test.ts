import { describe, expect, it } from 'vitest'
import type { CaseView, TimelineItem } from '../data/queries.ts'
import { dueOf, lastResolution, stepsOf } from './steps.ts'

const day = (hour: number) => `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`
const event = (seq: number, kind: TimelineItem['kind'], text: string | null = null): TimelineItem => ({
  id: String(seq),
  seq,
  kind,
  at: day(seq),
  actor: { kind: 'staff', name: '李雯' },
  channel: null,
  text,
  photos: [],
  internal: false,
  assignee: null,
  reason: null,
  resumeAt: null,
  rating: null,
  delivery: null,
})
const zhang = { id: 'z', name: '张建国' }
const li = { id: 'l', name: '李雯' }
type Seen = Parameters<typeof stepsOf>[0]
const seen = (status: CaseView['status'], timeline: TimelineItem[], more: Partial<Seen> = {}): Seen => ({
  status,
  timeline,
  assignee: null,
  tracker: null,
  receivedAt: day(0),
  ...more,
})
const said = (it: Seen) => stepsOf(it).map((step) => `${step.name} ${step.state}`)

describe('how far a case is', () => {
  it('waits to be taken on while it is new', () => {
    expect(said(seen('new', [event(1, 'opened')]))).toEqual([
      'reported done',
      'accepted now',
      'working ahead',
      'done ahead',
      'confirmed ahead',
    ])
  })

  it('names who took it on and who is working', () => {
    const steps = stepsOf(
      seen('open', [event(1, 'opened'), event(2, 'accepted'), event(3, 'assigned')], {
        assignee: zhang,
        tracker: li,
      }),
    )
    expect(steps[1]).toEqual({ name: 'accepted', state: 'done', at: day(2), who: '李雯' })
    expect(steps[2]).toEqual({ name: 'working', state: 'now', at: day(3), who: '张建国' })
  })

  it('says that it waits while it is paused', () => {
    expect(said(seen('paused', [event(1, 'opened'), event(2, 'accepted'), event(3, 'paused')]))[2]).toBe(
      'waiting now',
    )
  })

  it('waits for the reporter once it is resolved', () => {
    const it = seen('resolved', [event(1, 'opened'), event(2, 'accepted'), event(5, 'resolved')])
    expect(said(it).slice(2)).toEqual(['working done', 'done done', 'confirmed now'])
    expect(stepsOf(it)[3]?.at).toBe(day(5))
  })

  it('begins again with the sending back, and forgets the first round’s times', () => {
    const it = seen('open', [
      event(1, 'opened'),
      event(2, 'accepted'),
      event(5, 'resolved'),
      event(6, 'rejected'),
    ])
    expect(said(it)).toEqual([
      'sentBack done',
      'accepted done',
      'working now',
      'done ahead',
      'confirmed ahead',
    ])
    expect(stepsOf(it)[0]?.at).toBe(day(6))
    expect(stepsOf(it)[3]?.at).toBeNull()
  })

  it.each(['declined', 'cancelled', 'merged'] as const)('ends with %s where it ended so', (status) => {
    const kind = status === 'merged' ? 'noted' : status
    expect(said(seen(status, [event(1, 'opened'), event(4, kind)]))).toEqual([
      'reported done',
      `${status} done`,
    ])
  })

  it('does not depend on the order the events arrive in', () => {
    const events = [event(1, 'opened'), event(2, 'accepted'), event(3, 'assigned'), event(5, 'resolved')]
    const it = seen('resolved', events)
    expect(stepsOf({ ...it, timeline: [...events].toReversed() })).toEqual(stepsOf(it))
  })

  it('judges by what was said the last time it was reported done', () => {
    expect(
      lastResolution([
        event(7, 'resolved', '换了整流器'),
        event(2, 'resolved', '紧了接线'),
        event(5, 'rejected'),
      ])?.text,
    ).toBe('换了整流器')
  })
})

const clock = (kind: 'accept' | 'resolve', deadline: string | null, more = {}) => ({
  kind,
  cycle: 1,
  verdict: 'running' as const,
  startedAt: day(1),
  deadline,
  stoppedAt: null,
  breachedAt: null,
  budgetSeconds: 3600,
  workedSeconds: 0,
  wallSeconds: 0,
  pausedSince: null,
  calendar: '全天',
  certain: true,
  ...more,
})

describe('the next deadline of a case', () => {
  it('is the earliest of those that run', () => {
    expect(dueOf([clock('resolve', day(9)), clock('accept', day(3))])).toMatchObject({
      kind: 'accept',
      at: day(3),
    })
  })

  it('still counts a clock that ran out while nobody has done the thing', () => {
    const late = clock('resolve', day(2), { verdict: 'breached', breachedAt: day(2) })
    expect(dueOf([late])).toMatchObject({ at: day(2) })
    expect(dueOf([{ ...late, stoppedAt: day(4) }])).toBeNull()
  })

  it('is none while all stand still', () => {
    expect(
      dueOf([clock('resolve', null, { verdict: 'paused' }), clock('accept', day(1), { verdict: 'met' })]),
    ).toBeNull()
  })
})
