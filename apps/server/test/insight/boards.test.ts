import type { BoardGroup, BoardMetric } from '@zhanggui/contract'
import { boardMetrics } from '@zhanggui/contract'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltResident, BuiltStaff } from '../harness/builders.ts'
import { again, startWorld } from '../harness/world.ts'
import type { World } from '../harness/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await goOnTo(world.clock.now())
})
afterAll(() => world.close())

let people: Record<
  'owner' | 'agent' | 'worker' | 'manager' | 'committee' | 'dispatcher',
  BuiltStaff | BuiltResident
>
/** Lets time go by; everybody signs in again, as sessions end meanwhile. */
async function goOnTo(instant: string): Promise<void> {
  world.clock.set(instant)
  const { owner, staff } = world.home
  const { agent, worker, manager, committee, dispatcher } = staff
  people = {
    owner: await again(world, 'resident', owner),
    agent: await again(world, 'staff', agent),
    worker: await again(world, 'staff', worker),
    manager: await again(world, 'staff', manager),
    committee: await again(world, 'staff', committee),
    dispatcher: await again(world, 'staff', dispatcher),
  }
}

const span = { from: '2026-11-01', to: '2026-12-31' }
const params = () => ({ communityId: world.home.communityId })
const figures = async (by: BoardGroup = 'none', of = span) =>
  (await world.ok('readFigures', { params: params(), query: { ...of, by }, by: people.manager })).rows
const behind = (metric: BoardMetric, part: 'counted' | 'missed', more: Record<string, string> = {}) =>
  world.ok('listFigureCases', {
    params: params(),
    query: { ...span, metric, part, limit: 100, ...more },
    by: people.manager,
  })
async function report(more: Record<string, unknown> = {}): Promise<string> {
  const id = v7()
  await world.ok('openCase', { by: people.owner, body: { id, kind: 'repair', text: '灯不亮', ...more } })
  return id
}
const at = (id: string) => ({ params: { id } })

/** A case from report to the resident's word, answered in time by the agent and done by the worker. */
async function finished(more: Record<string, unknown> = {}): Promise<string> {
  const { agent, worker } = people
  const id = await report(more)
  await world.ok('replyToCase', { ...at(id), by: agent, body: { text: '马上安排师傅' } })
  await world.ok('assignCase', { ...at(id), by: agent, body: { assigneeId: worker.accountId } })
  await world.ok('resolveCase', { ...at(id), by: worker, body: { text: '已修好', noPhotoReason: '室内' } })
  return id
}

describe('the boards', () => {
  it('count every figure over its own denominator', async () => {
    const { owner } = people
    const good = await finished()
    await world.ok('confirmCase', { ...at(good), by: owner, body: {} })
    await world.ok('rateCase', { ...at(good), by: owner, body: { rating: 5 } })
    const back = await finished({ kind: 'complaint' })
    await world.ok('rejectCase', { ...at(back), by: owner, body: { reason: '还是不亮' } })
    const unanswered = await report()
    const withdrawn = await report()
    await world.ok('cancelCase', { ...at(withdrawn), by: owner, body: {} })
    // Far past every deadline: what nobody answered is due now, though no row was touched since.
    await goOnTo('2026-12-20T02:00:00.000Z')

    const [all] = await figures()
    expect(all).toMatchObject({
      key: 'all',
      cases: 3,
      metrics: {
        accept: { counted: 2, due: 3 },
        response: { counted: 2, due: 3 },
        on_time: { counted: 2, due: 3 },
        resolution: { counted: 1, due: 2 },
        satisfaction: { counted: 1, due: 1 },
        rework: { counted: 1, due: 2 },
        direct: { counted: 0, due: 1 },
      },
      expected: null,
    })
    const missed = await behind('response', 'missed')
    expect(missed.items.map((it) => it.id)).toEqual([unanswered])
    expect((await behind('resolution', 'missed')).items.map((it) => it.id)).toEqual([back])
  })

  it('show behind each figure exactly as many cases as it says, whatever it is broken down by', async () => {
    for (const by of ['kind', 'building', 'person', 'week', 'channel'] as const) {
      for (const row of await figures(by)) {
        for (const metric of boardMetrics) {
          const { counted, due } = row.metrics[metric] ?? { counted: 0, due: 0 }
          const part = async (which: 'counted' | 'missed') =>
            (await behind(metric, which, { by, key: row.key })).items.length
          // One survey a case here, so rows and counts are the same number.
          expect(await part('counted'), `${by} ${row.key} ${metric}`).toBe(counted)
          expect(await part('missed'), `${by} ${row.key} ${metric}`).toBe(due - counted)
        }
      }
    }
  })

  it('add up over every breakdown to the whole', async () => {
    const [whole] = await figures()
    for (const by of ['day', 'week', 'month', 'building', 'kind', 'urgency', 'channel', 'person'] as const) {
      const rows = await figures(by)
      expect(
        rows.reduce((sum, it) => sum + it.cases, 0),
        by,
      ).toBe(whole?.cases)
    }
  })

  it('count a case on the day it is in the community, both ends of the span included', async () => {
    // 23:30 in Shanghai is still that day, and in UTC as well; 00:30 there is yesterday in UTC.
    await goOnTo('2026-12-30T16:30:00.000Z')
    await report()
    const one = { from: '2026-12-31', to: '2026-12-31' }
    expect((await figures('day', one)).map((it) => [it.key, it.cases])).toEqual([['2026-12-31', 1]])
    expect(await figures('day', { from: '2026-12-30', to: '2026-12-30' })).toEqual([])
  })

  it('set beside each person what one would expect of their mix of kinds', async () => {
    const rows = await figures('person')
    for (const metric of boardMetrics) {
      const counted = rows.reduce((sum, it) => sum + (it.metrics[metric]?.counted ?? 0), 0)
      const expected = rows.reduce((sum, it) => sum + (it.expected?.[metric] ?? Number.NaN), 0)
      expect(expected, metric).toBeCloseTo(counted, 6)
    }
  })

  it('refuse a span that is none, naming the field', async () => {
    const asked = (of: { from: string; to: string }) =>
      world.refused('readFigures', { params: params(), query: of, by: people.manager })
    expect(await asked({ from: '2026-12-02', to: '2026-12-01' })).toMatchObject({
      status: 422,
      fields: [{ path: 'to', problem: 'too_small' }],
    })
    expect(await asked({ from: '2020-01-01', to: '2026-12-01' })).toMatchObject({
      fields: [{ path: 'to', problem: 'too_big' }],
    })
    expect(await asked({ from: 'gestern', to: '2026-12-01' })).toMatchObject({ fields: [{ path: 'from' }] })
  })

  it('keep figures of people from those who may only see the whole', async () => {
    const { committee, dispatcher } = people
    for (const by of [committee, dispatcher]) {
      const query = { ...span, by: 'person' }
      expect(await world.refused('readFigures', { params: params(), query, by })).toMatchObject({
        code: 'not_found',
      })
      const rows = await world.ok('listFigureCases', {
        params: params(),
        query: { ...span, metric: 'response', part: 'counted' },
        by,
      })
      for (const it of rows.items) expect(it.assignee).toBeNull()
      expect(rows.items.length).toBeGreaterThan(0)
    }
  })

  it('tell of today: what came, what waits and why, when people report, what repeats', async () => {
    await goOnTo('2027-01-04T02:00:00.000Z')
    const { agent, manager } = people
    const ids = [await report({ text: '一楼灯不亮' }), await report(), await report()]
    await world.ok('acceptCase', { ...at(ids[0] ?? ''), by: agent, body: {} })
    await world.ok('pauseCase', {
      ...at(ids[0] ?? ''),
      by: agent,
      body: { reason: 'awaiting-parts', resumeAt: '2027-01-06T02:00:00.000Z' },
    })
    const today = await world.ok('readToday', { params: params(), by: manager })
    expect(today).toMatchObject({
      day: '2027-01-04',
      arrived: 3,
      waiting: [{ reason: 'awaiting-parts', cases: 1 }],
      // The one of the 31st, a Thursday after midnight.
      heat: expect.arrayContaining([{ weekday: 4, hour: 0, cases: 1 }]),
    })
    expect(today.repeats[0]).toMatchObject({ kind: 'repair', cases: 4 })
    expect(today.active).toBe(today.unassigned + 2)
  })

  it('compare the communities in reach, one row each', async () => {
    const { rows } = await world.ok('compareCommunities', { query: span, by: people.manager })
    expect(rows.map((it) => [it.key, it.label])).toEqual([[world.home.communityId, world.home.communityName]])
  })
})
