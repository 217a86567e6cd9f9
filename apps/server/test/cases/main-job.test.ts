import sharp from 'sharp'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wakeCase } from '../../src/modules/cases/index.ts'
import type { Session } from '../harness/server.ts'
import { again, startWorld } from '../harness/world.ts'
import type { World } from '../harness/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const photo = () =>
  sharp({ create: { width: 32, height: 24, channels: 3, background: '#4b9a87' } })
    .png()
    .toBuffer()

/** A resident's report, and what it answered. */
async function report(more: Record<string, unknown> = {}) {
  const id = v7()
  const receipt = await world.ok('openCase', {
    by: world.home.owner,
    body: { id, kind: 'repair', text: '厨房水管漏水', ...more },
  })
  return { id, receipt }
}
const view = (id: string, by: Session = world.home.staff.agent) =>
  world.ok('readCase', { params: { id }, by })

describe('the main job', () => {
  it('goes from a report to a confirmed and rated case, on one timeline', async () => {
    const { owner, staff } = world.home
    const picture = await world.ok('uploadFile', {
      by: owner,
      body: await photo(),
      headers: { 'content-type': 'image/png' },
    })
    const { id, receipt } = await report({ photos: [picture.id] })
    expect(receipt).toMatchObject({
      id,
      status: 'new',
      version: 1,
      number: expect.stringMatching(/^2611-\d{5}$/),
    })

    const listed = await world.ok('listCases', { by: staff.agent, query: { status: 'active' } })
    expect(listed.items.find((it) => it.id === id)).toMatchObject({
      place: { label: '1栋1单元101' },
      reporter: '王小明',
      due: { kind: 'accept' },
    })

    world.clock.advance(600)
    await world.ok('acceptCase', { params: { id }, by: staff.agent, body: { expectedVersion: 1 } })
    await world.ok('replyToCase', {
      params: { id },
      by: staff.agent,
      body: { text: '王先生，师傅马上联系您。' },
    })
    await world.ok('noteOnCase', { params: { id }, by: staff.agent, body: { text: '业主家有老人' } })
    await world.ok('assignCase', {
      params: { id },
      by: staff.agent,
      body: { assigneeId: staff.worker.accountId },
    })

    world.clock.advance(1800)
    const after = await world.ok('uploadFile', {
      by: staff.worker,
      body: await photo(),
      headers: { 'content-type': 'image/png' },
    })
    const bare = await world.refused('resolveCase', {
      params: { id },
      by: staff.worker,
      body: { text: '换了角阀' },
    })
    expect(bare.code).toBe('case_needs_evidence')
    await world.ok('resolveCase', {
      params: { id },
      by: staff.worker,
      body: { text: '换了角阀，试压不漏', photos: [after.id] },
    })

    const mine = await view(id, owner)
    expect(mine.actions).toEqual(expect.arrayContaining(['confirm', 'reject', 'rate', 'supplement']))
    expect(mine.timeline.map((one) => one.kind)).toEqual([
      'opened',
      'accepted',
      'replied',
      'assigned',
      'resolved',
    ])
    await world.ok('confirmCase', { params: { id }, by: owner })
    await world.ok('rateCase', { params: { id }, by: owner, body: { rating: 5, comment: '很快' } })

    const done = await view(id)
    expect(done).toMatchObject({
      status: 'closed',
      closureBasis: 'resident-confirmed',
      rating: 5,
      tracker: { id: staff.agent.accountId },
      assignee: { id: staff.worker.accountId },
    })
    expect(done.timeline.map((one) => one.kind)).toEqual([
      'opened',
      'accepted',
      'replied',
      'noted',
      'assigned',
      'resolved',
      'confirmed',
      'rated',
    ])
    expect(done.clocks.map((one) => [one.kind, one.verdict, one.workedSeconds])).toEqual(
      expect.arrayContaining([
        ['accept', 'met', 600],
        ['first_response', 'met', 600],
        ['resolve', 'met', 2400],
      ]),
    )
    const picked = await world.call('readFile', { params: { id: after.id }, by: owner })
    expect(picked.headers['content-type']).toBe('image/jpeg')
  })

  it('keeps the first responder, whoever takes over', async () => {
    const { staff } = world.home
    const { id } = await report()
    await world.ok('replyToCase', { params: { id }, by: staff.dispatcher, body: { text: '收到' } })
    await world.ok('acceptCase', { params: { id }, by: staff.agent })
    await world.ok('assignCase', {
      params: { id },
      by: staff.manager,
      body: { assigneeId: staff.worker.accountId },
    })
    expect((await view(id)).tracker?.id).toBe(staff.dispatcher.accountId)
  })

  it('starts a new cycle when the resident sends it back, and keeps the first verdict', async () => {
    const { owner, staff } = world.home
    const { id } = await report()
    await world.ok('assignCase', {
      params: { id },
      by: staff.agent,
      body: { assigneeId: staff.worker.accountId },
    })
    await world.ok('resolveCase', {
      params: { id },
      by: staff.worker,
      body: { text: '好了', noPhotoReason: '住户不便拍照' },
    })
    world.clock.advance(3600)
    await world.ok('rejectCase', { params: { id }, by: owner, body: { reason: '又漏了' } })
    const back = await view(id)
    expect(back).toMatchObject({ status: 'open', cycle: 2, assignee: { id: staff.worker.accountId } })
    const resolve = back.clocks.filter((one) => one.kind === 'resolve')
    expect(resolve.map((one) => [one.cycle, one.verdict, one.budgetSeconds])).toEqual([
      [1, 'met', 86_400],
      [2, 'running', 43_200],
    ])
    const told = await world.ok('listNotifications', { by: staff.worker })
    expect(told.items[0]).toMatchObject({ kind: 'case-reopened', caseId: id })
  })

  it('pauses only with a reason and a time, and goes on by itself or by the resident’s word', async () => {
    const { owner, staff, communityId } = world.home
    const { id } = await report()
    await world.ok('acceptCase', { params: { id }, by: staff.agent })
    const past = await world.refused('pauseCase', {
      params: { id },
      by: staff.agent,
      body: { reason: 'weather', resumeAt: '2020-01-01T00:00:00.000Z' },
    })
    expect(past).toMatchObject({ code: 'resume_at_invalid', fields: [{ path: 'resumeAt' }] })
    const resumeAt = new Date(Date.parse(world.clock.now()) + 7200_000).toISOString()
    await world.ok('pauseCase', {
      params: { id },
      by: staff.agent,
      body: { reason: 'awaiting-parts', resumeAt },
    })
    expect((await view(id)).clocks.find((one) => one.kind === 'resolve')).toMatchObject({
      verdict: 'paused',
      deadline: null,
    })
    world.clock.set(resumeAt)
    await wakeCase(world.database, { communityId, caseId: id }, world.clock.now())
    expect((await view(id)).status).toBe('open')
    const again = new Date(Date.parse(world.clock.now()) + 86_400_000).toISOString()
    await world.ok('pauseCase', {
      params: { id },
      by: staff.agent,
      body: { reason: 'awaiting-resident', resumeAt: again, text: '请告知方便的时间' },
    })
    await world.ok('supplementCase', { params: { id }, by: owner, body: { text: '明天上午在家' } })
    expect(await view(id)).toMatchObject({ status: 'open', pausedFor: null })
  })

  it('refuses a stale version and says what the present one is', async () => {
    const { staff } = world.home
    const { id } = await report()
    await world.ok('noteOnCase', { params: { id }, by: staff.agent, body: { text: '看过' } })
    const stale = await world.refused('acceptCase', {
      params: { id },
      by: staff.manager,
      body: { expectedVersion: 1 },
    })
    expect(stale).toMatchObject({ status: 409, code: 'stale_version', detail: { version: 2 } })
  })

  it('does an act once, however often it is sent, and refuses its key for anything else', async () => {
    const { owner, staff } = world.home
    const id = v7()
    const body = { id, kind: 'repair', text: '灯不亮' }
    const first = await world.ok('openCase', { by: owner, body, key: id })
    const repeats = await Promise.all(
      Array.from({ length: 20 }, () => world.ok('openCase', { by: owner, body, key: id })),
    )
    for (const it of repeats) expect(it).toEqual(first)
    expect(
      await world.refused('openCase', { by: owner, body: { ...body, text: '别的' }, key: id }),
    ).toMatchObject({ code: 'key_reused' })
    expect(await world.refused('openCase', { by: owner, body, key: v7() })).toMatchObject({
      code: 'key_reused',
    })

    const key = v7()
    const reply = { params: { id }, by: staff.agent, body: { text: '马上来' }, key }
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.ok('replyToCase', reply)))
    expect(new Set(answers.map((it) => JSON.stringify(it))).size).toBe(1)
    expect((await view(id)).timeline.filter((one) => one.kind === 'replied')).toHaveLength(1)
  })

  it('keeps nothing of a repeat: a newcomer at the counter is one person, other words are another report', async () => {
    const { agent } = world.home.staff
    const body = { id: v7(), kind: 'repair', text: '门口地砖松了', onBehalfOf: { name: '访客钱先生' } }
    const by = { by: agent, key: null }
    const first = await world.ok('openCase', { ...by, body })
    const repeats = await Promise.all([1, 2, 3].map(() => world.ok('openCase', { ...by, body })))
    for (const it of repeats) expect(it).toEqual(first)
    const people = await world.ok('listPeople', {
      params: { communityId: world.home.communityId },
      by: agent,
      query: { q: '访客钱先生' },
    })
    expect(people.items).toHaveLength(1)
    expect(await world.refused('openCase', { ...by, body: { ...body, text: '另一件事' } })).toMatchObject({
      status: 409,
      code: 'key_reused',
    })
  })

  it('gives numbers without gaps or doubles, whoever reports at once', async () => {
    const { owner, tenant } = world.home
    const opened = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        world.ok('openCase', {
          by: index % 2 ? owner : tenant,
          body: { id: v7(), kind: 'enquiry', text: `问 ${index}` },
        }),
      ),
    )
    const numbers = opened.map((it) => Number(it.number.slice(5))).toSorted((a, b) => a - b)
    expect(numbers.at(-1)! - numbers[0]!).toBe(39)
    expect(new Set(numbers).size).toBe(40)
  })

  it('lets a worker act on their own cases only', async () => {
    const { staff } = world.home
    const { id } = await report()
    await world.ok('acceptCase', { params: { id }, by: staff.agent })
    expect(
      await world.refused('replyToCase', { params: { id }, by: staff.worker, body: { text: '好' } }),
    ).toMatchObject({ code: 'case_not_yours' })
    expect((await view(id, staff.worker)).actions).toEqual(['note'])
  })

  it('shows residents their own cases only, and no internal notes', async () => {
    const { tenant, staff } = world.home
    const { id } = await report()
    await world.ok('noteOnCase', { params: { id }, by: staff.agent, body: { text: '内部' } })
    expect(await world.refused('readCase', { params: { id }, by: tenant })).toMatchObject({
      code: 'not_found',
    })
    expect((await world.ok('listCases', { by: tenant })).items.map((it) => it.id)).not.toContain(id)
    await world.ok('assignCase', {
      params: { id },
      by: staff.agent,
      body: { assigneeId: staff.worker.accountId, note: '带长梯' },
    })
    const mine = await view(id, world.home.owner)
    expect(mine.timeline.some((one) => one.internal)).toBe(false)
    expect(JSON.stringify(mine)).not.toContain('带长梯')
    expect(JSON.stringify(await view(id))).toContain('带长梯')
  })

  it('hides who reported from committee and auditor', async () => {
    const { staff } = world.home
    const { id } = await report()
    for (const role of ['committee', 'auditor'] as const) {
      const seen = await view(id, staff[role])
      expect(seen).toMatchObject({ reporter: null, person: null, actions: [] })
      expect(JSON.stringify(seen)).not.toContain('王小明')
    }
  })

  it('records silence as silence after seven days, and not a second earlier', async () => {
    const { owner, staff, communityId } = world.home
    const { id } = await report()
    await world.ok('assignCase', {
      params: { id },
      by: staff.agent,
      body: { assigneeId: staff.worker.accountId },
    })
    await world.ok('resolveCase', {
      params: { id },
      by: staff.worker,
      body: { text: '好了', noPhotoReason: '无' },
    })
    world.clock.advance(7 * 86_400 - 1)
    const agent = await again(world, 'staff', staff.agent)
    const resident = await again(world, 'resident', owner)
    await wakeCase(world.database, { communityId, caseId: id }, world.clock.now())
    expect((await view(id, agent)).status).toBe('resolved')
    world.clock.advance(1)
    await wakeCase(world.database, { communityId, caseId: id }, world.clock.now())
    await wakeCase(world.database, { communityId, caseId: id }, world.clock.now())
    const closed = await view(id, resident)
    expect(closed).toMatchObject({ status: 'closed', closureBasis: 'timeout' })
    expect(closed.timeline.filter((one) => one.kind === 'closed')).toHaveLength(1)
    await world.ok('rejectCase', { params: { id }, by: resident, body: { reason: '还是漏' } })
    expect((await view(id, agent)).status).toBe('open')
  })
})
