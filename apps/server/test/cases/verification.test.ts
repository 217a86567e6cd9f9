import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweepEscalations } from '../../src/modules/cases/index.ts'
import { buildStaff } from '../harness/builders.ts'
import type { BuiltStaff } from '../harness/builders.ts'
import { rederiveAll } from '../harness/rederive.ts'
import type { Session } from '../harness/server.ts'
import { again, startWorld } from '../harness/world.ts'
import type { World } from '../harness/world.ts'

let world: World
let caller: Session
beforeAll(async () => {
  world = await startWorld()
  caller = await buildStaff(world, { ...world.home, role: 'agent' })
  await publishSeven()
})
afterAll(() => world.close())

/** Times for all seven clocks, every hour of the day. */
async function publishSeven() {
  const { communityId, calendars, staff } = world.home
  const target = (seconds: number) => ({ seconds, calendarId: calendars.night })
  const targets = {
    accept: target(1800),
    first_response: target(3600),
    next_response: target(3600),
    on_site: target(7200),
    resolve: target(86_400),
    update: target(14_400),
    callback: target(86_400),
  }
  await world.ok('publishPolicy', {
    params: { communityId },
    by: staff.manager,
    body: {
      name: '服务时限',
      basis: '合同',
      expectedVersion: 1,
      reopenPercent: 50,
      reopenFloorSeconds: 7200,
      rules: [
        { kinds: [], urgencies: ['danger'], targets: { ...targets, resolve: target(14_400) } },
        { kinds: [], urgencies: [], targets },
      ],
    },
  })
}

/** So much later; sessions of that age are over, so everybody signs in anew. */
async function wait(seconds: number) {
  world.clock.advance(seconds)
  const { home } = world
  caller = await again(world, 'staff', caller as BuiltStaff)
  for (const role of Object.keys(home.staff) as (keyof typeof home.staff)[]) {
    home.staff[role] = await again(world, 'staff', home.staff[role])
  }
  home.owner = await again(world, 'resident', home.owner)
}

async function open(kind: 'repair' | 'complaint' = 'repair'): Promise<string> {
  const id = v7()
  await world.ok('openCase', { by: world.home.owner, body: { id, kind, text: '厨房水管漏水' } })
  return id
}
async function started(kind: 'repair' | 'complaint' = 'repair'): Promise<string> {
  const id = await open(kind)
  const { agent, worker } = world.home.staff
  await world.ok('assignCase', { params: { id }, by: agent, body: { assigneeId: worker.accountId } })
  return id
}
async function resolved(code?: 'cannot'): Promise<string> {
  const id = await started()
  await finish(id, code)
  return id
}
const finish = (id: string, code?: 'cannot') =>
  world.ok('resolveCase', {
    params: { id },
    by: world.home.staff.worker,
    body: { text: '换了角阀', noPhotoReason: '业主不便', ...(code ? { code } : {}) },
  })
const view = (id: string, by: Session = world.home.staff.manager) =>
  world.ok('readCase', { params: { id }, by })
const called = (
  id: string,
  body: { outcome: 'solved' | 'unsolved' | 'unreached'; text?: string },
  by = caller,
) => ({
  params: { id },
  by,
  body,
})
const clockOf = (seen: Awaited<ReturnType<typeof view>>, kind: string) =>
  seen.clocks.findLast((one) => one.kind === kind)
const later = (seconds: number) => new Date(Date.parse(world.clock.now()) + seconds * 1000).toISOString()
const told = async (by: Session) =>
  (await world.ok('listNotifications', { by })).items.map((one) => [one.kind, one.caseId])

describe('a visit', () => {
  it('has its clock from acceptance, moves to the appointment, and arrival stops it', async () => {
    const id = await started()
    expect(clockOf(await view(id), 'on_site')).toMatchObject({ verdict: 'running', run: 1 })
    const { worker } = world.home.staff
    const from = later(3 * 3600)
    await world.ok('appointOnCase', { params: { id }, by: worker, body: { from, to: later(4 * 3600) } })
    expect(clockOf(await view(id), 'on_site')).toMatchObject({ run: 2, startedAt: from })
    expect(await told(world.home.owner)).toContainEqual(['case-appointed', id])
    await world.ok('arriveOnCase', { params: { id }, by: worker })
    const seen = await view(id)
    expect(clockOf(seen, 'on_site')).toMatchObject({ verdict: 'met', workedSeconds: 0 })
    expect(seen.timeline.find((one) => one.kind === 'appointed')?.visit).toMatchObject({
      from,
      byResident: false,
    })
  })

  it('is put off by the staff without moving the clock, by the resident with it', async () => {
    const id = await started()
    const { worker } = world.home.staff
    const first = later(3600)
    const at = (hours: number) => ({ from: later(hours * 3600), to: later(hours * 3600 + 1800) })
    await world.ok('appointOnCase', { params: { id }, by: worker, body: { from: first, to: later(7200) } })
    await world.ok('appointOnCase', { params: { id }, by: worker, body: at(30) })
    expect(clockOf(await view(id), 'on_site')?.startedAt).toBe(first)
    const theirs = at(20)
    await world.ok('appointOnCase', { params: { id }, by: world.home.owner, body: theirs })
    expect(clockOf(await view(id), 'on_site')?.startedAt).toBe(theirs.from)
    expect(await told(worker)).toContainEqual(['case-appointed', id])
  })

  it.each([
    ['in the past', -3600, 3600, 'from'],
    ['in a hundred days', 8_640_000, 8_643_600, 'from'],
    ['with its end before its beginning', 7200, 3600, 'to'],
    ['over two days', 3600, 180_000, 'to'],
  ])('is refused %s', async (_, from, to, path) => {
    const id = await started()
    const body = { from: later(from), to: later(to) }
    const refused = await world.refused('appointOnCase', {
      params: { id },
      by: world.home.staff.worker,
      body,
    })
    expect(refused).toMatchObject({ code: 'appointment_invalid', fields: [{ path }] })
  })

  it('is nothing for a worker whose case it is not, and not there for a neighbour', async () => {
    const id = await open()
    const by = world.home.staff.worker
    expect((await world.refused('arriveOnCase', { params: { id }, by })).code).toBe('case_not_yours')
    const body = { from: later(3600), to: later(7200) }
    const neighbour = await world.refused('appointOnCase', { params: { id }, by: world.home.tenant, body })
    expect(neighbour.code).toBe('not_found')
  })
})

describe('answers owed', () => {
  it('a later question has a clock of its own until a person answers', async () => {
    const id = await started()
    const { worker } = world.home.staff
    await world.ok('replyToCase', { params: { id }, by: worker, body: { text: '下午到' } })
    world.clock.advance(60)
    await world.ok('supplementCase', { params: { id }, by: world.home.owner, body: { text: '几点？' } })
    await world.ok('noteOnCase', { params: { id }, by: worker, body: { text: '看过' } })
    expect(clockOf(await view(id), 'next_response')).toMatchObject({ verdict: 'running' })
    world.clock.advance(600)
    await world.ok('replyToCase', { params: { id }, by: worker, body: { text: '两点' } })
    const seen = await view(id)
    expect(clockOf(seen, 'next_response')).toMatchObject({ verdict: 'met', workedSeconds: 600 })
    expect(seen.clocks.filter((one) => one.kind === 'update').map((one) => one.run)).toEqual([1, 2])
  })
})

describe('calling back', () => {
  it('by somebody else closes the case on the word of the call, and only then it counts as solved', async () => {
    const id = await resolved()
    expect(await view(id)).toMatchObject({ closingCode: 'solved', solved: false })
    await world.ok('callBackOnCase', called(id, { outcome: 'solved', text: '说好了' }))
    expect(await view(id)).toMatchObject({
      status: 'closed',
      closureBasis: 'callback-confirmed',
      solved: true,
      callBacks: 1,
    })
    expect(clockOf(await view(id), 'callback')).toMatchObject({ verdict: 'met' })
  })

  it('is refused to whoever did the work, even when they have the right to call', async () => {
    const id = await started()
    const { agent } = world.home.staff
    await world.ok('assignCase', { params: { id }, by: agent, body: { assigneeId: agent.accountId } })
    await world.ok('resolveCase', {
      params: { id },
      by: agent,
      body: { text: '好了', noPhotoReason: '电话解决' },
    })
    expect((await view(id, agent)).actions).not.toContain('call-back')
    const refused = await world.refused('callBackOnCase', called(id, { outcome: 'solved' }, agent))
    expect(refused.code).toBe('case_own_work')
    // Handing the case on afterwards does not wash it off.
    expect((await view(id, caller)).actions).toContain('call-back')
  })

  it('that hears “not solved” says what was said, brings the case back, and twice tells the manager', async () => {
    const id = await resolved()
    const bare = await world.refused('callBackOnCase', called(id, { outcome: 'unsolved' }))
    expect(bare).toMatchObject({ code: 'invalid_fields', fields: [{ path: 'text', problem: 'required' }] })
    await world.ok('callBackOnCase', called(id, { outcome: 'unsolved', text: '还在滴' }))
    expect(await view(id)).toMatchObject({
      status: 'open',
      cycle: 2,
      returned: 1,
      closingCode: null,
      findings: [],
    })
    expect(await told(world.home.staff.manager)).not.toContainEqual(['case-returned-twice', id])
    await finish(id)
    await world.ok('rejectCase', { params: { id }, by: world.home.owner, body: { reason: '又漏了' } })
    expect((await view(id)).findings).toEqual(['returned-twice'])
    expect(await told(world.home.staff.manager)).toContainEqual(['case-returned-twice', id])
  })

  it('in vain is tried three times in different parts of the day, and then silence decides', async () => {
    const id = await resolved()
    const inVain = () => called(id, { outcome: 'unreached' })
    const waiting = async () =>
      (await world.ok('listCases', { by: caller, query: { waits: 'call-back', limit: 100 } })).items.some(
        (one) => one.id === id,
      )
    expect(await waiting()).toBe(true)
    await world.ok('callBackOnCase', inVain())
    expect((await world.refused('callBackOnCase', inVain())).code).toBe('case_called_lately')
    await wait(86_400)
    await world.ok('callBackOnCase', inVain())
    expect(clockOf(await view(id), 'callback')?.stoppedAt).toBeNull()
    await wait(86_400)
    await world.ok('callBackOnCase', inVain())
    expect(clockOf(await view(id), 'callback')?.stoppedAt).not.toBeNull()
    await wait(86_400)
    expect((await world.refused('callBackOnCase', inVain())).code).toBe('case_called_enough')
    expect(await waiting()).toBe(false)
    expect(await view(id)).toMatchObject({ status: 'resolved', callBacks: 3 })
  })

  it('that nobody makes in time is told like any other clock that runs out', async () => {
    const id = await resolved()
    await wait(86_400 + 60)
    await sweepEscalations(world.database, world.clock.now())
    const seen = await view(id)
    expect(seen.status).toBe('resolved')
    const levels = seen.timeline.flatMap((one) => one.escalation?.levels ?? [])
    expect(levels.map((one) => [one.subject, one.late])).toContainEqual(['callback', true])
    expect(await told(world.home.staff.dispatcher)).toContainEqual(['case-escalated', id])
  })

  it('and the resident’s own answer at the same instant: one wins, the other sees what changed', async () => {
    const id = await resolved()
    const { version } = await view(id)
    const calls = await Promise.all([
      world.call('confirmCase', { params: { id }, by: world.home.owner, body: { expectedVersion: version } }),
      world.call('callBackOnCase', {
        params: { id },
        by: caller,
        body: { outcome: 'solved', expectedVersion: version },
      }),
    ])
    expect(calls.map((one) => one.statusCode).toSorted()).toEqual([200, 409])
  })
})

describe('what it is', () => {
  it('changes with a reason, and the clocks count on from receipt under the rule that fits now', async () => {
    const id = await started()
    world.clock.advance(1000)
    const { agent } = world.home.staff
    const body = { urgency: 'danger' as const, reason: '水漫到配电箱' }
    await world.ok('reclassifyCase', { params: { id }, by: agent, body })
    const seen = await view(id)
    expect(seen).toMatchObject({ urgency: 'danger', findings: [] })
    const [before, now] = seen.clocks.filter((one) => one.kind === 'resolve')
    expect(before).toMatchObject({ verdict: 'superseded', turn: 1 })
    expect(now).toMatchObject({
      verdict: 'running',
      turn: 2,
      budgetSeconds: 14_400,
      startedAt: before?.startedAt,
    })
    expect((await view(id, world.home.owner)).timeline.map((one) => one.kind)).not.toContain('reclassified')
  })

  it('lowered close to a deadline is noted; a complaint made an enquiry needs a supervisor', async () => {
    const { agent, dispatcher } = world.home.staff
    const id = await open('complaint')
    world.clock.advance(600)
    const enquiry = { kind: 'enquiry' as const, reason: '只是问一下' }
    const refused = await world.refused('reclassifyCase', { params: { id }, by: agent, body: enquiry })
    expect(refused).toMatchObject({ status: 403, code: 'case_needs_supervisor' })
    await world.ok('reclassifyCase', { params: { id }, by: dispatcher, body: enquiry })
    await world.ok('reclassifyCase', {
      params: { id },
      by: agent,
      body: { urgency: 'urgent', reason: '催过' },
    })
    await world.ok('reclassifyCase', {
      params: { id },
      by: agent,
      body: { urgency: 'normal', reason: '不急' },
    })
    expect((await view(id)).findings).toEqual(['late-downgrade'])
  })

  it('is refused where nothing changes, where the place is elsewhere, and without a reason', async () => {
    const id = await open()
    const by = world.home.staff.agent
    const ask = (body: { kind?: 'repair'; placeId?: string; reason: string }) =>
      world.refused('reclassifyCase', { params: { id }, by, body })
    expect((await ask({ kind: 'repair', reason: '一样' })).code).toBe('invalid_fields')
    expect((await ask({ placeId: v7(), reason: '别处' })).code).toBe('place_unknown')
    expect((await ask({ placeId: world.home.ids.lobby, reason: '' })).code).toBe('invalid_fields')
  })
})

describe('coming back', () => {
  it('on the staff’s own finding begins a new cycle and tells the resident', async () => {
    const id = await resolved()
    await world.ok('reopenCase', { params: { id }, by: caller, body: { reason: '复查还在渗' } })
    expect(await view(id)).toMatchObject({ status: 'open', cycle: 2, returned: 0 })
    expect(await told(world.home.owner)).toContainEqual(['case-reopened', id])
  })

  it('of what could not be solved is no solution, whoever confirms it', async () => {
    const id = await resolved('cannot')
    await world.ok('confirmCase', { params: { id }, by: world.home.owner })
    expect(await view(id)).toMatchObject({ status: 'closed', closingCode: 'cannot', solved: false })
  })
})

describe('an appeal', () => {
  const closed = async () => {
    const id = await resolved()
    await world.ok('confirmCase', { params: { id }, by: world.home.owner })
    return id
  }
  const appeal = (id: string) => ({ params: { id }, by: world.home.owner, body: { reason: '没修好就办结' } })
  const rule = (id: string, ruling: 'upheld' | 'rejected', by: Session = world.home.staff.committee) => ({
    params: { id },
    by,
    body: { ruling, reason: '现场看过' },
  })

  it('is made once, waits on the committee’s list, and upheld brings the case back after the week', async () => {
    const id = await closed()
    await wait(20 * 86_400)
    await world.ok('appealCase', appeal(id))
    expect((await world.refused('appealCase', appeal(id))).code).toBe('case_already_appealed')
    const { committee, manager, worker } = world.home.staff
    const waiting = await world.ok('listCases', { by: committee, query: { waits: 'appeal' } })
    expect(waiting.items.map((one) => one.id)).toContain(id)
    expect((await view(id, committee)).actions).toContain('rule-on-appeal')
    expect((await world.refused('ruleOnAppeal', rule(id, 'upheld', manager))).code).toBe('not_found')
    await world.ok('ruleOnAppeal', rule(id, 'upheld'))
    expect(await view(id)).toMatchObject({ status: 'open', cycle: 2, appeal: 'upheld' })
    expect(await told(worker)).toContainEqual(['case-reopened', id])
  })

  it('rejected leaves it closed, and there is no second ruling and no second appeal', async () => {
    const id = await closed()
    await world.ok('appealCase', appeal(id))
    await world.ok('ruleOnAppeal', rule(id, 'rejected'))
    expect((await world.refused('ruleOnAppeal', rule(id, 'upheld'))).code).toBe('case_no_appeal')
    expect((await world.refused('appealCase', appeal(id))).code).toBe('case_already_appealed')
    expect(await view(id, world.home.owner)).toMatchObject({
      status: 'closed',
      appeal: 'rejected',
      appealUntil: null,
    })
  })

  it('comes too late after thirty days', async () => {
    const id = await closed()
    await wait(30 * 86_400 + 1)
    expect((await world.refused('appealCase', appeal(id))).code).toBe('case_appeal_window_over')
  })
})

describe('a rating', () => {
  it('says why on two axes, and a low one is told to the manager', async () => {
    const id = await resolved()
    const { manager } = world.home.staff
    await world.ok('rateCase', {
      params: { id },
      by: world.home.owner,
      body: { rating: 2, quality: ['not-solved'], speed: ['came-late', 'no-news'] },
    })
    expect((await view(id)).findings).toEqual(['rated-low'])
    expect(await told(manager)).toContainEqual(['case-rated-low', id])
    const wrong = await world.refused('rateCase', {
      params: { id },
      by: world.home.owner,
      body: { rating: 2, quality: ['bad' as never] },
    })
    expect(wrong.code).toBe('invalid_fields')
  })
})

it('everything stored follows from the events', async () => {
  expect(await rederiveAll(world.urls.appUrl, world.urls.ownerUrl)).toEqual([])
})
