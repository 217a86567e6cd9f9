import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweepEscalations } from '../../src/modules/cases/index.ts'
import { rederiveAll } from '../harness/rederive.ts'
import { again, startWorld } from '../harness/world.ts'
import type { World } from '../harness/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

async function report(text: string, more: Record<string, unknown> = {}): Promise<string> {
  const id = v7()
  await world.ok('openCase', {
    by: await again(world, 'resident', world.home.owner),
    body: { id, kind: 'repair', text, ...more },
  })
  return id
}
type Role = keyof World['home']['staff']
const as = (role: Role) => again(world, 'staff', world.home.staff[role])
const view = async (id: string, role: Role = 'agent') =>
  world.ok('readCase', { params: { id }, by: await as(role) })
const told = async (role: Role, id: string) =>
  (await world.ok('listNotifications', { by: await as(role) })).items
    .filter((one) => one.caseId === id)
    .map((one) => one.kind)
const sweep = () => sweepEscalations(world.database, world.clock.now())
const raised = async (role: Role = 'agent') =>
  (await world.ok('listCases', { by: await as(role), query: { alarm: 'true' } })).items.map((one) => one.id)

describe('danger', () => {
  it('raises the urgency by the words alone, and alarms everybody who can act, at once', async () => {
    const id = await report('电梯困人，里面有老人')
    expect(await view(id)).toMatchObject({ urgency: 'danger', alarm: 'raised' })
    for (const role of ['agent', 'dispatcher', 'worker', 'manager'] as const) {
      expect(await told(role, id), role).toEqual(['case-alarm'])
    }
    expect(await told('finance', id)).toEqual([])
    expect(await raised()).toContain(id)
    expect((await world.ok('countCases', { by: await as('agent') })).alarms).toBeGreaterThan(0)
  })

  it('never lowers what a person chose, and leaves alone what only sounds like it', async () => {
    expect((await view(await report('阳台玻璃裂了', { urgency: 'danger' }))).alarm).toBe('raised')
    for (const text of ['电梯异响，没有困人', '昨天电梯困人，处理太慢']) {
      expect(await view(await report(text))).toMatchObject({ urgency: 'normal', alarm: null })
    }
    const thanks = v7()
    const body = { id: thanks, kind: 'praise' as const, text: '电梯困人时保安来得真快' }
    await world.ok('openCase', { by: world.home.owner, body })
    expect((await view(thanks)).alarm).toBeNull()
  })

  it('tells those above when nobody answers within a minute, at any hour, and once', async () => {
    // 03:20 on a Sunday in China.
    world.clock.set('2026-11-28T19:20:00.000Z')
    const id = await report('厨房燃气泄漏')
    world.clock.advance(59)
    await sweep()
    expect(await told('manager', id)).toEqual(['case-alarm'])
    world.clock.advance(2)
    await sweep()
    await sweep()
    expect(await told('manager', id)).toEqual(['case-escalated', 'case-alarm'])
    expect(await told('head-office', id)).toEqual([])
    world.clock.advance(120)
    await sweep()
    expect(await told('head-office', id)).toEqual(['case-escalated'])
    expect(await view(id)).toMatchObject({ alarm: 'raised' })
  })

  it('waits for a person: the first who answers, takes it or sends somebody ends the alarm', async () => {
    const ids = await Promise.all(['着火了', '水管爆裂', '路灯杆漏电'].map((text) => report(text)))
    const [seen = '', taken = '', sent = ''] = ids
    world.clock.advance(20)
    const staff = { agent: await as('agent'), worker: await as('worker'), dispatcher: await as('dispatcher') }
    expect((await view(seen, 'worker')).actions).toContain('acknowledge')
    await world.ok('noteOnCase', { params: { id: seen }, by: staff.worker, body: { text: '听到了' } })
    expect((await view(seen)).alarm).toBe('raised')
    await world.ok('acknowledgeCase', { params: { id: seen }, by: staff.worker, body: {} })
    await world.ok('acceptCase', { params: { id: taken }, by: staff.agent, body: {} })
    await world.ok('assignCase', {
      params: { id: sent },
      by: staff.dispatcher,
      body: { assigneeId: staff.worker.accountId },
    })
    for (const id of ids) {
      const it = await view(id)
      expect(it.alarm).toBe('answered')
      expect(it.timeline.at(-1)).toMatchObject({ alarmSeconds: 20 })
      expect(await raised()).not.toContain(id)
    }
    world.clock.advance(60)
    await sweep()
    for (const id of ids) expect(await told('manager', id)).toEqual(['case-alarm'])
  })

  it('is answered by one: of two at the same instant the second is told that it has been', async () => {
    const id = await report('老人晕倒在大堂')
    const staff = { agent: await as('agent'), worker: await as('worker'), dispatcher: await as('dispatcher') }
    const both = await Promise.all(
      [staff.agent, staff.dispatcher].map((by) =>
        world.call('acknowledgeCase', { params: { id }, by, body: {} }),
      ),
    )
    expect(both.map((one) => one.statusCode).toSorted()).toEqual([200, 409])
    const answered = (await view(id)).timeline.filter((one) => one.alarmSeconds !== null)
    expect(answered).toHaveLength(1)
  })

  it('may turn out later: the others on duty are told when somebody sees that it is one', async () => {
    const id = await report('厨房有股怪味')
    world.clock.advance(600)
    const dispatcher = await as('dispatcher')
    const become = (urgency: 'danger' | 'urgent', reason: string) =>
      world.ok('reclassifyCase', { params: { id }, by: dispatcher, body: { urgency, reason } })
    await become('danger', '住户来电，是燃气味')
    expect(await view(id)).toMatchObject({ urgency: 'danger', alarm: 'raised' })
    expect(await told('worker', id)).toEqual(['case-alarm'])
    expect(await told('dispatcher', id)).toEqual([])
    world.clock.advance(61)
    await sweep()
    expect(await told('manager', id)).toEqual(['case-escalated', 'case-alarm'])
    await become('urgent', '已关阀，工程师检测正常')
    expect(await view(id)).toMatchObject({ urgency: 'urgent', alarm: 'answered' })
    expect((await view(id)).timeline.at(-1)).toMatchObject({ alarmSeconds: 61 })
  })

  it('can be worked out again from the history', async () => {
    expect(await rederiveAll(world.urls.appUrl, world.urls.ownerUrl)).toEqual([])
  })
})
