import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildStaff } from '../harness/builders.ts'
import { startWorld } from '../harness/world.ts'
import type { World } from '../harness/world.ts'

let world: World
const procedureId = v7()
const words = (zh: string) => ({ 'zh-Hans': zh, en: '' })
const step = { hint: words(''), role: 'engineering', evidence: 'tick' }
beforeAll(async () => {
  world = await startWorld()
  await world.ok('publishProcedure', {
    params: { communityId: world.home.communityId },
    by: world.home.staff.manager,
    body: {
      procedureId,
      expectedVersion: 0,
      name: words('换龙头'),
      purpose: words(''),
      kinds: [],
      placeKinds: [],
      words: [],
      steps: [
        { ...step, key: 'safe', title: words('关阀'), safety: true },
        { ...step, key: 'work', title: words('更换') },
      ],
    },
  })
})
afterAll(() => world.close())

const lines = [
  { item: '角阀', quantity: 1000, unit: '只', unitPrice: 3500, basis: '小区价目表' },
  { item: '人工', quantity: 1500, unit: '小时', unitPrice: 6001 },
]

/** The owner's repair with the worker on it and a work order. */
async function ordered() {
  const { owner, staff } = world.home
  const [caseId, orderId] = [v7(), v7()]
  const params = { id: caseId }
  await world.ok('openCase', { by: owner, body: { id: caseId, kind: 'repair', text: '龙头漏水' } })
  await world.ok('assignCase', { params, by: staff.agent, body: { assigneeId: staff.worker.accountId } })
  await world.ok('openWorkOrder', { params, by: staff.agent, body: { id: orderId, procedureId } })
  return { caseId, orderId, params }
}
const quote = (id: string, expectedVersion = 0, body: object = { lines }) =>
  world.ok('makeQuote', {
    params: { id },
    by: world.home.staff.worker,
    body: { ...body, expectedVersion },
  })
const newest = async (id: string) => {
  const { quotes } = await world.ok('readCaseWork', { params: { id }, by: world.home.owner })
  const [first] = quotes
  if (!first) throw new Error('no quote')
  return first
}
const tick = (id: string, key: string, more: object = {}) => ({
  params: { id },
  by: world.home.staff.worker,
  body: { step: key, kind: 'done', ...more },
})

describe('a quote', () => {
  it('is shown to the resident line by line, and paid work waits for their word', async () => {
    const { owner } = world.home
    const { caseId, orderId, params } = await ordered()
    await quote(caseId)
    const shown = await newest(caseId)
    expect(shown).toMatchObject({
      version: 1,
      lines: [
        { item: '角阀', amount: 3500, basis: '小区价目表' },
        { item: '人工', amount: 9002 },
      ],
      total: 12_502,
      answer: null,
    })
    await world.ok('recordStep', tick(orderId, 'safe'))
    expect((await world.refused('recordStep', tick(orderId, 'work'))).code).toBe('quote_waiting')
    world.clock.advance(60)
    const agreed = { params, by: owner, body: { quoteId: shown.id, answer: 'agreed' } }
    await world.ok('answerQuote', agreed)
    expect((await newest(caseId)).answer).toEqual({
      answer: 'agreed',
      name: '王小明',
      at: world.clock.now(),
      reason: null,
    })
    await world.ok('recordStep', tick(orderId, 'work'))
    expect((await world.refused('answerQuote', { ...agreed, key: v7() })).code).toBe('quote_over')
    const { timeline } = await world.ok('readCase', { params, by: owner })
    expect(timeline.map((it) => it.kind)).toEqual(
      expect.arrayContaining(['work-opened', 'quoted', 'quote-agreed']),
    )
    expect(timeline.find((it) => it.kind === 'quoted')?.text).toContain('合计 125.02 元')
  })

  it('changed is a new version that needs consent again; the old one can not be agreed to', async () => {
    const { owner } = world.home
    const { caseId, orderId, params } = await ordered()
    await quote(caseId)
    const first = await newest(caseId)
    await world.ok('answerQuote', { params, by: owner, body: { quoteId: first.id, answer: 'agreed' } })
    await quote(caseId, 1, { lines: lines.slice(0, 1) })
    expect((await world.refused('recordStep', tick(orderId, 'work'))).code).toBe('quote_waiting')
    const old = { params, by: owner, body: { quoteId: first.id, answer: 'agreed' } }
    expect(await world.refused('answerQuote', old)).toMatchObject({
      code: 'quote_over',
      detail: { version: 2 },
    })
    const second = await newest(caseId)
    const no = { quoteId: second.id, answer: 'declined', reason: '自己买' }
    await world.ok('answerQuote', { params, by: owner, body: no })
    expect((await world.refused('recordStep', tick(orderId, 'work'))).code).toBe('quote_waiting')
    await world.ok('recordStep', tick(orderId, 'work', { kind: 'passed', note: '住户不同意报价' }))
    await quote(caseId, 2, { lines: [] })
    expect(await newest(caseId)).toMatchObject({ version: 3, total: 0, lines: [] })
  })

  it('of two made at the same instant one wins and the other sees the version; so with two answers', async () => {
    const { owner, staff } = world.home
    const { caseId, params } = await ordered()
    const both = await Promise.all(
      [staff.worker, staff.agent].map((by) =>
        world.call('makeQuote', { params, by, body: { lines, expectedVersion: 0 } }),
      ),
    )
    expect(both.map((it) => it.statusCode).toSorted()).toEqual([200, 409])
    const { id } = await newest(caseId)
    const answers = await Promise.all(
      ['agreed', 'declined'].map((answer) =>
        world.call('answerQuote', { params, by: owner, body: { quoteId: id, answer } }),
      ),
    )
    expect(answers.map((it) => it.statusCode).toSorted()).toEqual([200, 409])
  })

  it('is the resident’s own to answer, the worker’s own to make, and refuses what is no price', async () => {
    const { tenant, staff } = world.home
    const { caseId, params } = await ordered()
    await quote(caseId)
    const { id } = await newest(caseId)
    for (const by of [tenant, staff.agent, staff.manager]) {
      const asked = { params, by, body: { quoteId: id, answer: 'agreed' } }
      expect((await world.refused('answerQuote', asked)).code).toBe('not_found')
    }
    const other = await buildStaff(world, { ...world.home, role: 'worker' })
    const asked = { params, by: other, body: { lines, expectedVersion: 1 } }
    expect((await world.refused('makeQuote', asked)).code).toBe('case_not_yours')
    for (const line of [
      { ...lines[0], unitPrice: -1 },
      { ...lines[0], unitPrice: 1.5 },
      { ...lines[0], quantity: 0 },
    ]) {
      const bad = { params, by: staff.agent, body: { lines: [line], expectedVersion: 1 } }
      expect((await world.refused('makeQuote', bad)).code).toBe('invalid_fields')
    }
  })

  it('needs a resident who can agree', async () => {
    const { staff, ids } = world.home
    const id = v7()
    const body = { id, kind: 'repair', text: '大堂灯不亮', placeId: ids.lobby }
    await world.ok('openCase', { by: staff.agent, body })
    const asked = { params: { id }, by: staff.agent, body: { lines, expectedVersion: 0 } }
    expect((await world.refused('makeQuote', asked)).code).toBe('quote_nobody')
  })
})
