import sharp from 'sharp'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { starterProcedures } from '../../src/modules/cases/index.ts'
import { buildStaff } from '../harness/builders.ts'
import type { Session } from '../harness/server.ts'
import { startWorld } from '../harness/world.ts'
import type { World } from '../harness/world.ts'

let world: World
let faucet = ''
beforeAll(async () => {
  world = await startWorld()
  for (const { key, ...body } of starterProcedures) {
    const procedureId = v7()
    if (key === 'faucet-valve') faucet = procedureId
    await publish({ ...body, procedureId, expectedVersion: 0 })
  }
})
afterAll(() => world.close())

type Body = NonNullable<NonNullable<Parameters<World['ok']>[1]>['body']>
const inCommunity = () => ({ params: { communityId: world.home.communityId } })
const publish = (body: Body, by: Session = world.home.staff.manager) =>
  world.ok('publishProcedure', { ...inCommunity(), by, body })

const words = (zh: string) => ({ 'zh-Hans': zh, en: '' })
const plain = { hint: words(''), role: 'engineering', required: true }
/** One step of every kind of evidence. */
const everyKind = () => ({
  procedureId: v7(),
  expectedVersion: 0,
  name: words('试验规程'),
  purpose: words(''),
  kinds: ['repair'],
  placeKinds: [],
  words: ['水泵'],
  steps: [
    { ...plain, key: 'safe', title: words('断电'), evidence: 'tick', safety: true },
    {
      ...plain,
      key: 'press',
      title: words('压力'),
      evidence: 'reading',
      reading: { unit: 'MPa', min: 200, max: 600 },
    },
    { ...plain, key: 'before', title: words('维修前'), evidence: 'photo', photo: 'before' },
    { ...plain, key: 'parts', title: words('用料'), evidence: 'material' },
    {
      ...plain,
      key: 'sign',
      title: words('签字'),
      evidence: 'signature',
      signer: 'resident',
      required: false,
    },
  ],
})

async function photo(by: Session): Promise<string> {
  const body = await sharp({ create: { width: 32, height: 24, channels: 3, background: '#4b9a87' } })
    .png()
    .toBuffer()
  const stored = await world.ok('uploadFile', { by, body, headers: { 'content-type': 'image/png' } })
  return stored.id
}

/** A repair of the owner's with the worker sent to it. */
async function sent(text = '厨房水龙头滴水，角阀关不住'): Promise<string> {
  const id = v7()
  const { owner, staff } = world.home
  await world.ok('openCase', { by: owner, body: { id, kind: 'repair', text } })
  await world.ok('assignCase', {
    params: { id },
    by: staff.agent,
    body: { assigneeId: staff.worker.accountId },
  })
  return id
}
async function ordered(procedureId: string, caseId?: string): Promise<{ caseId: string; id: string }> {
  const it = { caseId: caseId ?? (await sent()), id: v7() }
  const { agent } = world.home.staff
  await world.ok('openWorkOrder', { params: { id: it.caseId }, by: agent, body: { id: it.id, procedureId } })
  return it
}
const record = (id: string, step: string, more: Body = {}, by: Session = world.home.staff.worker) =>
  world.ok('recordStep', { params: { id }, by, body: { step, kind: 'done', ...more } })
const refused = (id: string, step: string, more: Body = {}, by: Session = world.home.staff.worker) =>
  world.refused('recordStep', { params: { id }, by, body: { step, kind: 'done', ...more } })
const workOf = (id: string, by: Session = world.home.staff.agent) =>
  world.ok('readCaseWork', { params: { id }, by })

describe('procedures', () => {
  it('are published in versions; what is under way keeps its own', async () => {
    const first = everyKind()
    const one = await publish(first)
    expect(one).toMatchObject({ version: 1, publishedBy: world.home.staff.manager.name })
    const { id, caseId } = await ordered(first.procedureId)
    const two = await publish({ ...first, expectedVersion: 1, steps: first.steps.slice(0, 1) })
    expect(two.version).toBe(2)
    const { items } = await world.ok('readProcedure', {
      params: { communityId: world.home.communityId, procedureId: first.procedureId },
      by: world.home.staff.worker,
    })
    expect(items.map((it) => it.version)).toEqual([2, 1])
    const { orders } = await workOf(caseId)
    expect(orders.find((it) => it.id === id)).toMatchObject({
      procedure: { version: 1 },
      progress: { steps: 5, settled: 0, missing: 4 },
    })
    const stale = await world.refused('publishProcedure', {
      ...inCommunity(),
      by: world.home.staff.manager,
      body: { ...first, expectedVersion: 1 },
    })
    expect(stale).toMatchObject({ code: 'stale_version', detail: { version: 2 } })
  })

  it('of two published at the same instant one wins and the other sees the version', async () => {
    const first = everyKind()
    const both = await Promise.all(
      [1, 2].map(() =>
        world.call('publishProcedure', { ...inCommunity(), by: world.home.staff.manager, body: first }),
      ),
    )
    expect(both.map((it) => it.statusCode).toSorted()).toEqual([200, 409])
  })

  it('refuse a safety step behind work, twin steps, evidence without its details, by field', async () => {
    const first = everyKind()
    const [safe, press, before] = first.steps
    const bad = await world.refused('publishProcedure', {
      ...inCommunity(),
      by: world.home.staff.manager,
      body: { ...first, steps: [{ ...before, photo: null }, safe, { ...press, key: 'safe' }] },
    })
    expect(bad.code).toBe('procedure_invalid')
    expect(bad.fields?.map((it) => it.path).toSorted()).toEqual([
      'steps.0.photo',
      'steps.1.safety',
      'steps.2.key',
    ])
  })

  it('those retired are not offered and open nothing', async () => {
    const first = everyKind()
    await publish({ ...first, retired: true })
    const id = await sent()
    const { offers } = await workOf(id)
    expect(offers.some((it) => it.procedureId === first.procedureId)).toBe(false)
    const no = await world.refused('openWorkOrder', {
      params: { id },
      by: world.home.staff.agent,
      body: { id: v7(), procedureId: first.procedureId },
    })
    expect(no.code).toBe('procedure_unknown')
  })
})

describe('a work order', () => {
  it('is offered the procedure that fits best, with the reason', async () => {
    const { offers } = await workOf(await sent())
    expect(offers[0]).toMatchObject({
      procedureId: faucet,
      name: { 'zh-Hans': '更换水龙头、角阀' },
      words: expect.arrayContaining(['水龙头', '角阀']),
      byKind: true,
      byPlace: true,
    })
  })

  it('goes from opening to finishing: each step with its evidence, one event each on the timeline', async () => {
    const { worker, agent } = world.home.staff
    const first = everyKind()
    await publish(first)
    const { id, caseId } = await ordered(first.procedureId)
    const unfinished = await world.refused('finishWorkOrder', { params: { id }, by: worker, body: {} })
    expect(unfinished).toMatchObject({ code: 'work_unfinished' })

    world.clock.advance(60)
    await record(id, 'safe')
    expect((await refused(id, 'press')).fields).toMatchObject([{ path: 'reading', problem: 'required' }])
    expect((await refused(id, 'press', { reading: 900 })).fields).toMatchObject([{ path: 'note' }])
    await record(id, 'press', { reading: 900, note: '已调小减压阀' })
    expect((await refused(id, 'before')).fields).toMatchObject([{ path: 'photos', problem: 'required' }])
    await record(id, 'before', { photos: [await photo(worker)] })
    await record(id, 'parts', { materials: [{ name: '角阀', quantity: 1500, unit: '只' }] })

    const early = await workOf(caseId)
    expect(early.orders[0]).toMatchObject({ progress: { settled: 4, steps: 5, missing: 0 }, state: 'open' })
    expect(early.orders[0]?.steps[1]).toMatchObject({
      state: 'done',
      entries: [{ reading: 900, inRange: false, note: '已调小减压阀', by: { name: worker.name } }],
    })
    await world.ok('finishWorkOrder', { params: { id }, by: worker, body: {} })
    const over = await refused(id, 'sign', { photos: [await photo(worker)] })
    expect(over.code).toBe('work_over')
    const view = await world.ok('readCase', { params: { id: caseId }, by: agent })
    expect(view.timeline.map((it) => it.kind)).toEqual(['opened', 'assigned', 'work-opened', 'work-finished'])
  })

  it('keeps a case from being resolved until its required steps are done or passed over with a reason', async () => {
    const { worker } = world.home.staff
    const first = everyKind()
    await publish(first)
    const { id, caseId } = await ordered(first.procedureId)
    const resolve = () => ({
      params: { id: caseId },
      by: worker,
      body: { text: '修好了', noPhotoReason: '见派工单照片' },
    })
    const held = await world.refused('resolveCase', resolve())
    expect(held).toMatchObject({
      code: 'work_unfinished',
      detail: {
        orders: [{ id, steps: [{ key: 'safe' }, { key: 'press' }, { key: 'before' }, { key: 'parts' }] }],
      },
    })
    await record(id, 'safe')
    for (const step of ['press', 'before', 'parts']) {
      const bare = await refused(id, step, { kind: 'passed' })
      expect(bare.fields).toMatchObject([{ path: 'note', problem: 'required' }])
      await record(id, step, { kind: 'passed', note: '住户自备，未更换' })
    }
    const { version } = await world.ok('readCase', { params: { id: caseId }, by: worker })
    const done = await world.ok('resolveCase', {
      ...resolve(),
      body: { ...resolve().body, expectedVersion: version },
    })
    expect(done.status).toBe('resolved')
    const { orders } = await workOf(caseId)
    expect(orders[0]).toMatchObject({ state: 'done', closedBy: worker.name })
    expect(orders[0]?.steps[1]?.entries[0]).toMatchObject({ kind: 'passed', note: '住户自备，未更换' })
  })

  it('a case without a work order is resolved as before', async () => {
    const id = await sent()
    const { worker } = world.home.staff
    const body = { text: '好了', noPhotoReason: '无' }
    expect((await world.ok('resolveCase', { params: { id }, by: worker, body })).status).toBe('resolved')
  })

  it('of two who tick the same step at the same instant one wins and the other sees who', async () => {
    const { worker, agent } = world.home.staff
    const { id, caseId } = await ordered(faucet)
    const both = await Promise.all(
      [worker, agent].map((by) =>
        world.call('recordStep', { params: { id }, by, body: { step: 's1', kind: 'done' } }),
      ),
    )
    expect(both.map((it) => it.statusCode).toSorted()).toEqual([200, 409])
    const lost = both.find((it) => it.statusCode === 409)?.json()
    expect(lost).toMatchObject({ code: 'step_changed', detail: { kind: 'done', by: expect.any(String) } })
    const { orders } = await workOf(caseId)
    expect(orders[0]?.steps[0]?.entries).toHaveLength(1)
  })

  it('a correction is a new record beside the old, and only of what is in force', async () => {
    const { id, caseId } = await ordered(faucet)
    const first = await record(id, 's1')
    const again = await refused(id, 's1')
    expect(again).toMatchObject({ code: 'step_changed', detail: { entryId: first.id } })
    const second = await record(id, 's1', { kind: 'passed', note: '总阀锈死，已报主管', corrects: first.id })
    const stale = await refused(id, 's1', { corrects: first.id })
    expect(stale).toMatchObject({ code: 'step_changed', detail: { entryId: second.id } })
    const { orders } = await workOf(caseId)
    expect(orders[0]?.steps[0]).toMatchObject({
      state: 'passed',
      entries: [{ kind: 'done' }, { kind: 'passed', corrects: first.id }],
    })
  })

  it('refuses what belongs to another step, an unknown step, somebody else’s photo, an empty drop', async () => {
    const { worker, manager } = world.home.staff
    const { id } = await ordered(faucet)
    expect((await refused(id, 's1', { reading: 5 })).code).toBe('step_needs')
    expect((await refused(id, 'nowhere')).code).toBe('step_unknown')
    const foreign = await photo(manager)
    expect((await refused(id, 's3', { photos: [foreign] })).code).toBe('photo_unknown')
    const mine = await photo(worker)
    await record(id, 's3', { photos: [mine] })
    expect((await refused(id, 's7', { photos: [mine] })).code).toBe('photo_unknown')
    const drop = await world.refused('dropWorkOrder', { params: { id }, by: manager, body: { reason: ' ' } })
    expect(drop.code).toBe('invalid_fields')
  })

  it('dropped with a reason holds nothing up any more, and stays to be seen', async () => {
    const { worker, agent } = world.home.staff
    const { id, caseId } = await ordered(faucet)
    const no = await world.refused('dropWorkOrder', {
      params: { id },
      by: worker,
      body: { reason: '不想做' },
    })
    expect(no.code).toBe('not_found')
    await world.ok('dropWorkOrder', { params: { id }, by: agent, body: { reason: '改由厂家保修' } })
    const body = { text: '厂家已修', noPhotoReason: '厂家处理' }
    await world.ok('resolveCase', { params: { id: caseId }, by: worker, body })
    const { orders } = await workOf(caseId)
    expect(orders[0]).toMatchObject({ state: 'dropped', dropReason: '改由厂家保修' })
  })

  it('several may be on one case, each for somebody, who may work though the case is another’s', async () => {
    const { agent } = world.home.staff
    const other = await buildStaff(world, { ...world.home, role: 'worker' })
    const third = await buildStaff(world, { ...world.home, role: 'worker' })
    const { caseId } = await ordered(faucet)
    const id = v7()
    const body = { id, procedureId: faucet, assigneeId: other.accountId, note: '先去关总阀' }
    await world.ok('openWorkOrder', { params: { id: caseId }, by: agent, body })
    await record(id, 's1', {}, other)
    expect((await refused(id, 's2', {}, third)).code).toBe('case_not_yours')
    const { orders } = await workOf(caseId)
    expect(orders.map((it) => it.seq)).toEqual([1, 2])
    const told = await world.ok('listNotifications', { by: other })
    expect(JSON.stringify(told)).toContain('先去关总阀')
  })

  it('shows residents and the committee how far it is and the photos before and after, nothing else', async () => {
    const { owner, tenant, staff } = world.home
    const { id, caseId } = await ordered(faucet)
    await record(id, 's1', { note: '内部话' })
    const picture = await photo(staff.worker)
    await record(id, 's3', { photos: [picture] })
    for (const by of [owner, staff.committee]) {
      const seen = await workOf(caseId, by)
      expect(seen).toMatchObject({ offers: [], mayOpen: false })
      expect(seen.orders[0]).toMatchObject({ progress: { settled: 2 }, may: { record: false, drop: false } })
      expect(seen.orders[0]?.steps.map((it) => it.photo)).toEqual(['before'])
      expect(JSON.stringify(seen)).not.toContain('内部话')
    }
    const shown = await world.call('readFile', { params: { id: picture }, by: owner })
    expect(shown.statusCode).toBe(200)
    expect((await world.refused('readCaseWork', { params: { id: caseId }, by: tenant })).code).toBe(
      'not_found',
    )
    expect((await refused(id, 's2', {}, owner)).code).toBe('not_found')
    expect((await refused(id, 's2', {}, staff.auditor)).code).toBe('not_found')
  })

  it('needs somebody to do it; a worker may open one on what is theirs or nobody’s', async () => {
    const { owner, staff } = world.home
    const id = v7()
    await world.ok('openCase', { by: owner, body: { id, kind: 'repair', text: '龙头漏水' } })
    const ask = (by: Session, more: Body = {}) => ({
      params: { id },
      by,
      body: { id: v7(), procedureId: faucet, ...more },
    })
    expect((await world.refused('openWorkOrder', ask(staff.agent))).code).toBe('case_needs_assignee')
    const finance = await world.refused(
      'openWorkOrder',
      ask(staff.agent, { assigneeId: staff.finance.accountId }),
    )
    expect(finance.code).toBe('assignee_unavailable')
    await world.ok('openWorkOrder', ask(staff.worker))
    const other = await buildStaff(world, { ...world.home, role: 'worker' })
    await world.ok('acceptCase', { params: { id }, by: staff.worker, body: {} })
    expect((await world.refused('openWorkOrder', ask(other))).code).toBe('case_not_yours')
  })

  it('asked for twice by the same act is opened once', async () => {
    const caseId = await sent()
    const key = v7()
    const asking = {
      params: { id: caseId },
      by: world.home.staff.agent,
      key,
      body: { id: v7(), procedureId: faucet },
    }
    const first = await world.ok('openWorkOrder', asking)
    expect(await world.ok('openWorkOrder', asking)).toEqual(first)
    expect((await workOf(caseId)).orders).toHaveLength(1)
  })
})
