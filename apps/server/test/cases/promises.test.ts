import sharp from 'sharp'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judgePromises } from '../../src/modules/cases/index.ts'
import { rederiveAll } from '../harness/rederive.ts'
import type { Session } from '../harness/server.ts'
import { startWorld } from '../harness/world.ts'
import type { World } from '../harness/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const hour = 3600
const inHours = (hours: number) => new Date(Date.parse(world.clock.now()) + hours * hour * 1000).toISOString()

/** A case that the agent has answered with a promise; by default a visit within two hours. */
async function promised(more: Record<string, unknown> = {}) {
  const { owner, staff } = world.home
  const id = v7()
  await world.ok('openCase', { by: owner, body: { id, kind: 'repair', text: '厨房水管漏水' } })
  await world.ok('assignCase', {
    params: { id },
    by: staff.dispatcher,
    body: { assigneeId: staff.worker.accountId },
  })
  await world.ok('replyToCase', {
    params: { id },
    by: staff.agent,
    body: {
      text: '师傅两小时内到。',
      promise: {
        staffId: staff.worker.accountId,
        what: '上门修水管',
        by: inHours(2),
        evidence: 'visit',
        ...more,
      },
    },
  })
  const [promise] = (await view(id)).promises
  return { id, params: { id, promiseId: promise?.id ?? '' } }
}
const view = (id: string, by: Session = world.home.staff.agent) =>
  world.ok('readCase', { params: { id }, by })
const promiseOf = async (id: string, by?: Session) => (await view(id, by)).promises[0]
const judge = (caseId: string) =>
  judgePromises(world.database, { communityId: world.home.communityId, caseId }, world.clock.now())
const ask = (params: { id: string; promiseId: string }, hours = 5, by: Session = world.home.staff.worker) =>
  world.ok('askPromiseChange', { params, by, body: { reason: '配件下午到', by: inHours(hours) } })
const decide = (params: { id: string; promiseId: string }, verdict = 'approve') =>
  world.ok('decidePromiseChange', { params, by: world.home.staff.dispatcher, body: { verdict } })
const toldTo = async (by: Session, kind: string) =>
  (await world.ok('listNotifications', { by })).items.filter((it) => it.kind === kind)

describe('an answer', () => {
  it('carries a promise that the resident and the desk see: who, what, by when', async () => {
    const { id } = await promised()
    const { owner, staff } = world.home
    for (const by of [owner, staff.agent, staff.auditor]) {
      expect(await promiseOf(id, by)).toMatchObject({
        who: { id: staff.worker.accountId },
        what: '上门修水管',
        evidence: 'visit',
        dueAt: inHours(2),
        state: 'open',
        change: null,
      })
    }
    const { timeline } = await view(id, owner)
    expect(timeline.find((it) => it.kind === 'replied')?.promise).toMatchObject({
      act: 'made',
      what: '上门修水管',
    })
  })

  it('with words alone is taken as before and counted as not stated; a reason is counted as such', async () => {
    const { owner, staff } = world.home
    const id = v7()
    const figures = () => world.ok('readPromiseFigures', { by: staff.manager })
    const before = (await figures()).answers
    await world.ok('openCase', { by: owner, body: { id, kind: 'enquiry', text: '物业费怎么算' } })
    const reply = (body: Record<string, unknown>) =>
      world.ok('replyToCase', { params: { id }, by: staff.agent, body: { text: '按面积。', ...body } })
    await reply({})
    await reply({ noPromise: 'answered-in-full' })
    const after = (await figures()).answers
    expect(after.total - before.total).toBe(2)
    expect(after.notStated - before.notStated).toBe(1)
    expect(after.without['answered-in-full'] - before.without['answered-in-full']).toBe(1)
    expect((await view(id)).promises).toEqual([])
  })

  it('is refused with a promise and a reason against one, a time gone by, or a person of elsewhere', async () => {
    const { id } = await promised()
    const { agent } = world.home.staff
    const promise = { what: '上门', by: inHours(1), evidence: 'visit' }
    const refused = (body: Record<string, unknown>) =>
      world.refused('replyToCase', { params: { id }, by: agent, body: { text: '好', ...body } })
    expect((await refused({ promise, noPromise: 'thanks-only' })).code).toBe('invalid_fields')
    expect((await refused({ promise: { ...promise, by: inHours(0) } })).code).toBe('promise_time_invalid')
    expect((await refused({ promise: { ...promise, by: inHours(24 * 91) } })).code).toBe(
      'promise_time_invalid',
    )
    expect((await refused({ promise: { ...promise, staffId: v7() } })).code).toBe('assignee_unavailable')
    expect((await refused({ promise: { ...promise, evidence: 'word' } })).code).toBe('invalid_fields')
    expect((await refused({ noPromise: 'not-stated' })).code).toBe('invalid_fields')
    expect((await view(id)).promises).toHaveLength(1)
  })
})

describe('a promise', () => {
  it('is kept by evidence in the second of its deadline and kept late one second later', async () => {
    const { worker } = world.home.staff
    const at = async (seconds: number) => {
      const { id } = await promised()
      world.clock.advance(seconds)
      const body = { text: '换了角阀', noPhotoReason: '住户不便' }
      await world.ok('resolveCase', { params: { id }, by: worker, body })
      return promiseOf(id)
    }
    expect(await at(2 * hour)).toMatchObject({ state: 'kept', brokenAt: null })
    expect(await at(2 * hour + 1)).toMatchObject({ state: 'kept-late' })
  })

  it('of a photo is kept by a photo, not by words', async () => {
    const { staff } = world.home
    const { id } = await promised({ evidence: 'photo', staffId: undefined })
    const reply = (photos: string[]) =>
      world.ok('replyToCase', { params: { id }, by: staff.agent, body: { text: '请看', photos } })
    await reply([])
    expect((await promiseOf(id))?.state).toBe('open')
    const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#4b9a87' } })
      .png()
      .toBuffer()
    const headers = { 'content-type': 'image/png' }
    const photo = await world.ok('uploadFile', { by: staff.agent, body: picture, headers })
    await reply([photo.id])
    expect((await promiseOf(id))?.state).toBe('kept')
  })

  it('is broken at its deadline for whoever looks, before any job has run, and told once', async () => {
    const { staff, owner } = world.home
    const { id } = await promised()
    const before = (await toldTo(staff.worker, 'promise-broken')).length
    world.clock.advance(2 * hour + 1)
    const broken = { state: 'broken', brokenAt: (await promiseOf(id))?.dueAt }
    expect(await promiseOf(id, owner)).toMatchObject(broken)
    const listed = await world.ok('listPromises', {
      by: staff.manager,
      query: { state: 'broken', limit: 100 },
    })
    expect(listed.items.filter((it) => it.caseId === id)).toMatchObject([broken])
    world.clock.advance(hour)
    await Promise.all([judge(id), judge(id)])
    await judge(id)
    expect(await promiseOf(id)).toMatchObject(broken)
    expect((await toldTo(staff.worker, 'promise-broken')).length).toBe(before + 1)
  })

  it('that a person marks as kept names where that is written; a second mark is refused', async () => {
    const { agent } = world.home.staff
    const { id, params } = await promised()
    const keep = { params, by: agent, body: { reference: '上门单 0031' } }
    await world.ok('keepPromise', keep)
    expect(await promiseOf(id)).toMatchObject({ state: 'kept', reference: '上门单 0031' })
    expect((await world.refused('keepPromise', keep)).code).toBe('promise_settled')
    expect((await promiseOf(id, world.home.owner))?.reference).toBeNull()
  })

  it('is withdrawn by somebody else, before its time, and the resident is told why', async () => {
    const { staff, owner } = world.home
    const { id, params } = await promised()
    const withdraw = (by: Session) => ({ params, by, body: { reason: '您已请人修好' } })
    expect((await world.refused('withdrawPromise', withdraw(staff.agent))).code).toBe('not_found')
    await world.ok('withdrawPromise', withdraw(staff.manager))
    expect(await promiseOf(id)).toMatchObject({ state: 'withdrawn' })
    expect((await toldTo(owner, 'promise-withdrawn'))[0]).toMatchObject({ excerpt: '您已请人修好' })
    const late = await promised()
    world.clock.advance(3 * hour)
    const refused = await world.refused('withdrawPromise', {
      ...withdraw(staff.manager),
      params: late.params,
    })
    expect(refused.code).toBe('promise_settled')
  })

  it('outlives its case: closed by the resident it is kept, given up by them it is withdrawn', async () => {
    const { owner } = world.home
    const { id } = await promised()
    await world.ok('cancelCase', { params: { id }, by: owner })
    expect((await promiseOf(id))?.state).toBe('withdrawn')
  })
})

describe('another time', () => {
  it('needs a second person and the resident; then it is a promise of its own', async () => {
    const { staff, owner } = world.home
    const { id, params } = await promised()
    await ask(params)
    expect((await promiseOf(id, owner))?.change).toBeNull()
    expect((await promiseOf(id))?.change).toMatchObject({ state: 'asked', reason: '配件下午到' })
    const agree = { params, by: owner, body: { answer: 'agree' } }
    expect((await world.refused('answerPromiseChange', agree)).code).toBe('promise_no_change')
    await decide(params)
    expect((await toldTo(owner, 'promise-change-offered')).length).toBeGreaterThan(0)
    await world.ok('answerPromiseChange', agree)
    const [old, next] = (await view(id)).promises
    expect(old).toMatchObject({ state: 'renegotiated', change: { state: 'agreed' } })
    expect(next).toMatchObject({ state: 'open', dueAt: inHours(5), succeeds: old?.id, what: '上门修水管' })
    expect((await toldTo(staff.worker, 'promise-change-agreed')).length).toBeGreaterThan(0)
    // The clocks of the case have not heard of it.
    expect((await view(id)).clocks.filter((it) => it.verdict === 'paused')).toEqual([])
  })

  it('that the resident objects to leaves the old time to count', async () => {
    const { owner } = world.home
    const { id, params } = await promised()
    await ask(params)
    await decide(params)
    await world.ok('answerPromiseChange', { params, by: owner, body: { answer: 'object' } })
    world.clock.advance(2 * hour + 1)
    await judge(id)
    expect(await promiseOf(id)).toMatchObject({ state: 'broken', change: { state: 'objected' } })
  })

  it('is not approved by who asked, nor asked for three times in one case', async () => {
    const { dispatcher } = world.home.staff
    const { id, params } = await promised({ staffId: undefined })
    await ask(params, 5, dispatcher)
    const own = await world.refused('decidePromiseChange', {
      params,
      by: dispatcher,
      body: { verdict: 'approve' },
    })
    expect(own.code).toBe('promise_own_wish')
    const decided = { params, by: world.home.staff.manager, body: { verdict: 'refuse' } }
    await world.ok('decidePromiseChange', decided)
    const answer = (promiseId: string) =>
      world.ok('answerPromiseChange', {
        params: { id, promiseId },
        by: world.home.owner,
        body: { answer: 'agree' },
      })
    for (const hours of [5, 9]) {
      const last = (await view(id)).promises.at(-1)?.id ?? ''
      await ask({ id, promiseId: last }, hours)
      await decide({ id, promiseId: last })
      await answer(last)
    }
    const third = { id, promiseId: (await view(id)).promises.at(-1)?.id ?? '' }
    const body = { reason: '还要等', by: inHours(12) }
    const refused = await world.refused('askPromiseChange', {
      params: third,
      by: world.home.staff.worker,
      body,
    })
    expect(refused.code).toBe('promise_changes_used')
  })

  it('asked for twice at the same instant: one is taken, the other hears why not', async () => {
    const { params } = await promised()
    const { worker, agent } = world.home.staff
    const body = { reason: '等配件', by: inHours(6) }
    const answers = await Promise.all(
      [worker, agent].map((by) => world.call('askPromiseChange', { params, by, body })),
    )
    expect(answers.map((it) => it.statusCode).toSorted()).toEqual([200, 409])
    const lost = answers.find((it) => it.statusCode === 409)?.json<{ code: string }>()
    expect(lost?.code).toBe('promise_change_pending')
  })
})

describe('the ledger', () => {
  it('pages by deadline, filters by person, state and wish, and its figures add up to its rows', async () => {
    const { staff } = world.home
    const first = await world.ok('listPromises', { by: staff.manager, query: { limit: 2 } })
    const second = await world.ok('listPromises', {
      by: staff.manager,
      query: { limit: 2, cursor: first.nextCursor ?? '' },
    })
    const dues = [...first.items, ...second.items].map((it) => it.dueAt)
    expect(dues).toEqual(dues.toSorted())
    expect(new Set([...first.items, ...second.items].map((it) => it.id)).size).toBe(4)
    const mine = await world.ok('listPromises', { by: staff.worker, query: { staffId: 'me', limit: 100 } })
    expect(new Set(mine.items.map((it) => it.who.id))).toEqual(new Set([staff.worker.accountId]))
    const waiting = await world.ok('listPromises', {
      by: staff.manager,
      query: { change: 'asked', limit: 100 },
    })
    expect(waiting.items.length).toBeGreaterThan(0)

    const figures = await world.ok('readPromiseFigures', { by: staff.manager })
    const days = { from: figures.from, to: figures.to, limit: 100 }
    const rows = async (state: string) =>
      (await world.ok('listPromises', { by: staff.manager, query: { ...days, state } })).items.filter(
        (it) => it.dueAt <= figures.at,
      ).length
    const { kept, keptLate, broken } = figures.due
    expect([await rows('kept'), await rows('kept-late'), await rows('broken')]).toEqual([
      kept,
      keptLate,
      broken,
    ])
    expect(figures.rate).toEqual({ numerator: kept, denominator: kept + keptLate + broken })
    expect(broken).toBeGreaterThan(0)
  })

  it('is not for residents, and a period that ends before it begins is refused', async () => {
    const { staff, owner } = world.home
    expect((await world.refused('listPromises', { by: owner })).code).toBe('not_found')
    const query = { from: '2026-11-20', to: '2026-11-01' }
    expect((await world.refused('readPromiseFigures', { by: staff.manager, query })).code).toBe(
      'invalid_fields',
    )
  })

  it('follows from the events alone', async () => {
    expect(await rederiveAll(world.urls.appUrl, world.urls.ownerUrl)).toEqual([])
  })
})
