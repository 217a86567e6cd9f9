import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { learn, lessonsNeeded } from '../../src/modules/cases/learning.ts'
import type { Session } from '../harness/server.ts'
import { again, moveIn, startWorld } from '../harness/world.ts'
import type { World } from '../harness/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

async function report(by: Session, text: string, more: Record<string, unknown> = {}): Promise<string> {
  const id = v7()
  await world.ok('openCase', { by, body: { id, kind: 'repair', text, ...more } })
  return id
}
const ask = (by: Session, text: string, more: Record<string, unknown> = {}) =>
  world.ok('suggestCase', { by, body: { text, ...more } })

describe('suggestions while a report is written', () => {
  it('name kind, urgency and matter with the words they come from, and the place that was said', async () => {
    const { staff, ids } = world.home
    const said = await ask(staff.agent, '1栋1单元301阳台水管漏水，流得到处都是')
    expect(said).toMatchObject({
      kind: 'repair',
      urgency: 'urgent',
      scope: 'home',
      place: { id: ids.homes[2], kind: 'home' },
    })
    expect(said.concepts[0]).toMatchObject({ id: 'leak.pipe', names: { 'zh-Hans': '水管漏水' } })
    expect(said.reasons).toContainEqual({ words: ['水管', '漏水'], concept: 'leak.pipe', points: 'kind' })
  })

  it('show the desk what is open about the same matter near there, and nothing about another matter', async () => {
    const { staff, ids, owner, tenant } = world.home
    const leak = await report(owner, '厨房水管漏水')
    const other = await report(tenant, '厨房水管漏水了', { placeId: ids.homes[1] })
    await report(owner, '家里停水了')
    const { duplicates } = await ask(staff.agent, '水管漏水，滴了一地', { placeId: ids.homes[0] })
    expect(duplicates.map((it) => it.id)).toEqual([leak, other])
    expect(duplicates[0]).toMatchObject({
      distance: 0,
      number: expect.stringMatching(/^\d{4}-/),
      text: '厨房水管漏水',
    })
    expect(duplicates[1]).toMatchObject({ distance: 1, whose: 'other' })
  })

  it('hold no more than five, and only cases that still wait for somebody', async () => {
    const { staff, ids } = world.home
    const done = await report(staff.agent, '门禁刷卡没反应', { placeId: ids.lobby })
    const params = { id: done }
    await world.ok('assignCase', { params, by: staff.agent, body: { assigneeId: staff.worker.accountId } })
    await world.ok('declineCase', { params, by: staff.manager, body: { text: '请联系厂家' } })
    for (let more = 0; more < 7; more += 1) await report(staff.agent, '单元门坏了', { placeId: ids.lobby })
    const { duplicates } = await ask(staff.agent, '单元门坏了关不上', { placeId: ids.lobby })
    expect(duplicates).toHaveLength(5)
    expect(duplicates.map((it) => it.id)).not.toContain(done)
  })
})

describe('what a resident may learn from them', () => {
  it('is nothing of a neighbour, matter and time of common ground, and the whole of their own', async () => {
    const { owner, tenant, ids } = world.home
    const mine = await report(owner, '马桶堵了冲不下去')
    const lobby = await report(tenant, '大堂对讲没声音，我住 201 姓李', { placeId: ids.lobby })
    const { duplicates: ofNeighbour } = await ask(tenant, '马桶堵了')
    expect(ofNeighbour).toEqual([])
    const { duplicates: own } = await ask(owner, '马桶又堵了')
    expect(own[0]).toMatchObject({ id: mine, whose: 'mine', text: '马桶堵了冲不下去' })
    const answer = await ask(owner, '单元对讲坏了，听不到声音', { placeId: ids.lobby })
    expect(answer.duplicates.find((it) => it.id === lobby)).toMatchObject({
      whose: 'common',
      number: null,
      text: null,
    })
    expect(JSON.stringify(answer)).not.toMatch(/201|李/)
  })

  it('is that somebody of their home reported it, not who and not in which words', async () => {
    const { owner, ids, communityId } = world.home
    const spouse = await moveIn(world, {
      communityId,
      name: '陈家人',
      phone: '13866660001',
      homeId: ids.homes[0],
      role: 'family',
    })
    const theirs = await report(spouse, '暖气不热，别告诉王小明')
    const answer = await ask(owner, '家里暖气不热')
    expect(answer.duplicates.find((it) => it.id === theirs)).toMatchObject({
      whose: 'household',
      number: null,
      text: null,
    })
    expect(JSON.stringify(answer)).not.toMatch(/别告诉|陈家人/)
    expect((await world.refused('readCase', { by: owner, params: { id: theirs } })).code).toBe('not_found')
  })

  it('never is another home, however it is asked for', async () => {
    const { owner, ids, staff } = world.home
    for (const body of [{ placeId: ids.homes[1] }, { placeId: v7() }]) {
      expect((await world.refused('suggestCase', { by: owner, body: { text: '漏水', ...body } })).code).toBe(
        'place_unknown',
      )
    }
    const refused = await world.refused('suggestCase', {
      by: owner,
      body: { text: '漏水', personId: world.home.tenant.personId },
    })
    expect(refused.code).toBe('invalid_fields')
    expect((await world.refused('suggestCase', { by: staff.committee, body: { text: '漏水' } })).code).toBe(
      'not_found',
    )
  })
})

describe('following instead of reporting again', () => {
  it('counts a person once, and tells them when it is done, not who or what', async () => {
    const { owner, tenant, staff, ids } = world.home
    const id = await report(owner, '大堂玻璃门裂了一道缝', { placeId: ids.lobby })
    const params = { id }
    expect(await world.ok('followCase', { by: tenant, params })).toEqual({ id, followers: 1 })
    expect(await world.ok('followCase', { by: tenant, params })).toEqual({ id, followers: 1 })
    expect((await world.ok('readCase', { by: staff.agent, params })).followers).toBe(1)
    await world.ok('assignCase', { params, by: staff.agent, body: { assigneeId: staff.worker.accountId } })
    await world.ok('resolveCase', {
      params,
      by: staff.worker,
      body: { text: '换好了', noPhotoReason: '夜间' },
    })
    const { items } = await world.ok('listNotifications', { by: tenant })
    expect(items[0]).toMatchObject({
      kind: 'followed-resolved',
      caseId: null,
      excerpt: expect.stringContaining('大堂'),
    })
  })

  it('is not for a neighbour’s home, nor for what is over', async () => {
    const { owner, tenant, staff, ids } = world.home
    const home = await report(owner, '卧室灯不亮')
    const over = await report(owner, '大堂灯不亮', { placeId: ids.lobby })
    await world.ok('cancelCase', { by: owner, params: { id: over } })
    for (const id of [home, over, v7()]) {
      expect((await world.refused('followCase', { by: tenant, params: { id } })).code).toBe('not_found')
    }
    expect((await world.refused('followCase', { by: staff.agent, params: { id: home } })).code).toBe(
      'not_found',
    )
  })
})

describe('learning from the desk', () => {
  it('waits for enough decisions, keeps every version with its figures, and uses only what is not worse', async () => {
    const { staff, communityId, ids } = world.home
    expect(await learn(world.database, communityId, world.clock.now())).toBe(false)
    const said = ['水管漏水', '路灯不亮', '楼上太吵', '请问几点下班', '感谢王师傅', '建议加个长椅']
    const kinds = ['repair', 'repair', 'complaint', 'enquiry', 'praise', 'suggestion'] as const
    for (let at = 0; at < lessonsNeeded; at += 1) {
      const text = `${said[at % said.length]}，第${at}次`
      await report(staff.agent, text, { kind: kinds[at % kinds.length], placeId: ids.garden })
    }
    expect(await learn(world.database, communityId, world.clock.now())).toBe(true)
    const told = await world.ok('readTriage', { by: staff.manager, params: { communityId } })
    expect(told.versions[0]).toMatchObject({ version: 1, used: true })
    const [first] = told.versions
    expect(first?.after.all).toBe(first?.before.all)
    expect(first?.after.right).toBeGreaterThanOrEqual(first?.before.right ?? 0)
    expect(first?.after.classes.map((it) => it.label)).toContain('repair')
    expect((await ask(staff.agent, '水管漏水')).kind).toBe('repair')
  })
})

describe('the window of a matter', () => {
  it('ends with the window of the matter: a lift after a day, a lamp after a month', async () => {
    const { staff, ids } = world.home
    let agent: Session = staff.agent
    const at = { placeId: ids.lobby }
    const lift = await report(staff.agent, '电梯停运了，一直不动', at)
    const lamp = await report(staff.agent, '楼道灯不亮', at)
    const found = async (text: string) => (await ask(agent, text, at)).duplicates.map((it) => it.id)
    expect(await found('电梯坏了不动')).toContain(lift)
    world.clock.advance(25 * 3600)
    agent = await again(world, 'staff', staff.agent)
    expect(await found('电梯坏了不动')).not.toContain(lift)
    expect(await found('楼梯间灯坏了')).toContain(lamp)
    world.clock.advance(30 * 86_400)
    agent = await again(world, 'staff', staff.agent)
    expect(await found('楼梯间灯坏了')).not.toContain(lamp)
  })
})
