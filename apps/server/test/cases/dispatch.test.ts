import type { AssignmentBody } from '@zhanggui/contract'
import { v7 } from 'uuid'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { assignWaiting, passOnFollowing } from '../../src/modules/cases/index.ts'
import { buildStaff } from '../harness/builders.ts'
import type { BuiltStaff } from '../harness/builders.ts'
import { rederiveAll } from '../harness/rederive.ts'
import type { Session } from '../harness/server.ts'
import { settle, startWorld } from '../harness/world.ts'
import type { Community, World } from '../harness/world.ts'

let world: World
let home: Community
const week = [1, 2, 3, 4, 5, 6, 7]
// Every test in a community of its own: who has what in hand elsewhere is no matter here.
beforeEach(async () => {
  world ??= await startWorld()
  home = await settle(world)
})
afterAll(async () => {
  const differences = await rederiveAll(world.urls.appUrl, world.urls.ownerUrl)
  await world.close()
  expect(differences).toEqual([])
})

const params = () => ({ communityId: home.communityId })
const open = async (more: Record<string, unknown> = {}, by: Session = home.owner) => {
  const id = v7()
  await world.ok('openCase', { by, body: { id, kind: 'repair', text: '厨房水管漏水', ...more } })
  return id
}
const view = (id: string, by: Session = home.staff.dispatcher) => world.ok('readCase', { params: { id }, by })
const beside = (id: string, by: Session = home.staff.dispatcher) =>
  world.ok('readDispatch', { params: { id }, by })
const kinds = async (id: string) => (await view(id)).timeline.map((it) => it.kind)
const give = () => assignWaiting(world.database, home.communityId, world.clock.now())
const publish = (more: Partial<AssignmentBody> = {}) =>
  world.ok('publishAssignment', {
    params: params(),
    by: home.staff.manager,
    body: { expectedVersion: 0, strategy: 'least-load', acceptSeconds: 900, capacity: 3, rules: [], ...more },
  })

/** Hands on duty now and for the next days. */
async function hands(count: number, skills: ('plumbing' | 'lift')[] = []): Promise<BuiltStaff[]> {
  const shiftId = v7()
  const by = home.staff.manager
  await world.ok('addShift', {
    params: params(),
    by,
    body: { id: shiftId, name: `班${shiftId.slice(-8)}`, from: '00:00', until: '24:00', weekdays: week },
  })
  const today = new Date(Date.parse(world.clock.now()) + 8 * 3_600_000)
  const found: BuiltStaff[] = []
  for (let index = 0; index < count; index += 1) {
    const hand = await buildStaff(world, { ...home, role: 'worker' })
    found.push(hand)
    const { accountId } = hand
    const changes = [0, 1, 2].map((days) => ({
      on: new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10),
      shiftId,
      accountId,
      works: true,
    }))
    await world.ok('setDutyRoster', { params: params(), by, body: { changes } })
    if (skills.length > 0)
      await world.ok('setSkills', { params: { ...params(), accountId }, by, body: { skills } })
  }
  return found.toSorted((a, b) => (a.accountId < b.accountId ? -1 : 1))
}

describe('giving work out', () => {
  it('does nothing where the community has not asked for it', async () => {
    await hands(1)
    const id = await open()
    await give()
    expect(await kinds(id)).toEqual(['opened'])
  })

  it('offers a report to somebody on duty who has the skill, and the accept clock runs until they take it', async () => {
    const [plumber] = await hands(1, ['plumbing'])
    await hands(1, ['lift'])
    await publish({ rules: [{ kinds: ['repair'], words: ['漏水'], team: null, skill: 'plumbing' }] })
    const id = await open()
    await give()
    expect((await beside(id)).offer?.to.id).toBe(plumber?.accountId)
    const before = await view(id)
    expect(before).toMatchObject({ status: 'new', assignee: null })
    expect(before.clocks.find((it) => it.kind === 'accept')?.verdict).toBe('running')
    const waiting = await world.ok('readWaiting', { by: plumber as BuiltStaff, query: params() })
    expect(waiting.offers.map((it) => it.caseId)).toEqual([id])
    await world.ok('acceptCase', { params: { id }, by: plumber as BuiltStaff, body: {} })
    expect(await view(id)).toMatchObject({ status: 'open', assignee: { id: plumber?.accountId } })
    expect(await beside(id)).toMatchObject({ offer: null, leadTeam: 'engineering' })
  })

  it('asks the next after a refusal with its reason or when the time passes, and a person after three', async () => {
    const people = await hands(4)
    await publish()
    const id = await open()
    await give()
    const first = (await beside(id)).offer?.to.id
    const by = people.find((it) => it.accountId === first) as BuiltStaff
    await world.ok('refuseCase', { params: { id }, by, body: { reason: '手上漏水还没停' } })
    await give()
    const second = (await beside(id)).offer
    expect(second?.to.id).not.toBe(first)
    // The case's own calendar runs day and night here: fifteen minutes are fifteen minutes.
    world.clock.advance(899)
    await give()
    expect((await beside(id)).offer?.to.id).toBe(second?.to.id)
    world.clock.advance(1)
    await give()
    expect([first, second?.to.id]).not.toContain((await beside(id)).offer?.to.id)
    world.clock.advance(900)
    await give()
    await give()
    const last = await beside(id)
    expect(last).toMatchObject({ offer: null, offers: 3, raised: { why: 'moves-used-up' } })
    expect(await kinds(id)).toEqual([
      'opened',
      'offered',
      'refused',
      'offered',
      'lapsed',
      'offered',
      'lapsed',
      'raised',
    ])
    const waiting = await world.ok('readWaiting', { by: home.staff.dispatcher, query: params() })
    expect(waiting.raised).toMatchObject([{ caseId: id, why: 'moves-used-up' }])
  })

  it('says once that nobody can take it, and offers it when somebody’s shift has begun', async () => {
    await publish()
    const id = await open()
    await give()
    await give()
    expect(await kinds(id)).toEqual(['opened', 'raised'])
    const told = await world.ok('listNotifications', { by: home.staff.dispatcher })
    expect(told.items.filter((it) => it.kind === 'case-needs-you' && it.caseId === id)).toHaveLength(1)
    const [hand] = await hands(1)
    await give()
    expect(await beside(id)).toMatchObject({ raised: null, offer: { to: { id: hand?.accountId } } })
  })

  it('gives exactly one case to one person of capacity one, when ten look at the same instant', async () => {
    await hands(1)
    await publish({ capacity: 1 })
    const ids = []
    for (let index = 0; index < 10; index += 1) ids.push(await open())
    await Promise.all(Array.from({ length: 10 }, give))
    const offered = []
    for (const id of ids) if ((await beside(id)).offer) offered.push(id)
    expect(offered).toEqual([ids[0]])
  })

  it('takes from the queue the most urgent and then the oldest, as hands become free', async () => {
    const [hand] = await hands(1)
    await publish({ capacity: 1 })
    const by = hand as BuiltStaff
    const first = await open()
    await give()
    await world.ok('acceptCase', { params: { id: first }, by, body: {} })
    const older = await open()
    world.clock.advance(60)
    const newer = await open()
    world.clock.advance(60)
    const urgent = await open({ urgency: 'urgent' })
    await give()
    expect((await beside(older)).offer).toBeNull()
    for (const [done, next] of [
      [first, urgent],
      [urgent, older],
      [older, newer],
    ] as const) {
      await world.ok('resolveCase', {
        params: { id: done },
        by,
        body: { text: '好了', noPhotoReason: '住户不便' },
      })
      await give()
      expect((await beside(next)).offer?.to.id).toBe(by.accountId)
      await world.ok('acceptCase', { params: { id: next }, by, body: {} })
    }
  })

  it('goes round in turn, remembering the last in the database', async () => {
    const people = await hands(3)
    await publish({ strategy: 'in-turn' })
    const asked = []
    for (let index = 0; index < 4; index += 1) {
      const id = await open({ placeId: home.ids.garden })
      await give()
      asked.push((await beside(id)).offer?.to.id)
    }
    const order = people.map((it) => it.accountId)
    expect(asked).toEqual([...order, order[0]])
  })

  it('sends whoever was at this place within thirty days', async () => {
    const people = await hands(3)
    await publish({ capacity: 9 })
    const known = people[2] as BuiltStaff
    const before = await open()
    await world.ok('assignCase', {
      params: { id: before },
      by: home.staff.dispatcher,
      body: { assigneeId: known.accountId },
    })
    const again = await open()
    await give()
    expect((await beside(again)).offer?.to.id).toBe(known.accountId)
    const { items } = await world.ok('listCandidates', { params: { id: again }, by: home.staff.dispatcher })
    expect(items.find((it) => it.id === known.accountId)).toMatchObject({
      onDuty: true,
      wasHere: true,
      inHand: 2,
    })
  })
})

describe('taking a case', () => {
  it('is won by the first of ten at the same instant; the others are told who has it', async () => {
    const people = await hands(10)
    const id = await open()
    const answers = await Promise.all(
      people.map((by) => world.call('acceptCase', { params: { id }, by, body: {} })),
    )
    expect(answers.filter((it) => it.statusCode === 200)).toHaveLength(1)
    const winner = (await view(id)).assignee
    for (const it of answers.filter((one) => one.statusCode !== 200)) {
      expect(it.statusCode).toBe(409)
      expect(it.json()).toMatchObject({ code: 'case_not_yours', detail: { assignee: winner } })
    }
  })

  it('is refused with full hands where work is given out, however many are tried at once', async () => {
    const [hand] = await hands(1)
    await publish({ strategy: 'pool', capacity: 1 })
    const ids = [await open(), await open(), await open()]
    const answers = await Promise.all(
      ids.map((id) => world.call('acceptCase', { params: { id }, by: hand as BuiltStaff, body: {} })),
    )
    expect(answers.map((it) => it.statusCode).toSorted()).toEqual([200, 409, 409])
    expect(answers.find((it) => it.statusCode === 409)?.json()).toMatchObject({ code: 'at_capacity' })
  })

  it('leaves nothing on the timeline when it is given to whoever has it already', async () => {
    const id = await open()
    const give1 = () =>
      world.ok('assignCase', {
        params: { id },
        by: home.staff.dispatcher,
        body: { assigneeId: home.staff.worker.accountId },
      })
    const first = await give1()
    expect(await give1()).toMatchObject({ version: first.version })
    expect(await kinds(id)).toEqual(['opened', 'assigned'])
  })
})

describe('the first responder', () => {
  it('is the guard who was told in person and registered it, whoever takes, helps or rules later', async () => {
    const guard = await buildStaff(world, { ...home, role: 'worker', team: 'security', name: '门岗' })
    const id = await open({ placeId: home.ids.lobby }, guard)
    await world.ok('acceptCase', { params: { id }, by: home.staff.worker, body: {} })
    expect((await view(id)).tracker).toEqual({ id: guard.accountId, name: '门岗' })
    const mine = await world.ok('listCases', { by: guard, query: { tracker: 'me', status: 'active' } })
    expect(mine.items.map((it) => it.id)).toEqual([id])
  })

  it('keeps the name when they leave, and the leader of their team follows the case from then on', async () => {
    const agent = await buildStaff(world, { ...home, role: 'agent', name: '离职管家' })
    const leader = home.staff.agent
    const by = home.staff.manager
    await world.ok('setLeader', {
      params: { ...params(), team: 'service' },
      by,
      body: { accountId: leader.accountId },
    })
    const id = await open({ placeId: home.ids.lobby }, agent)
    await world.ok('endAppointment', { params: { ...params(), accountId: agent.accountId }, by })
    const left = { communityId: home.communityId, accountId: agent.accountId, team: 'service' as const }
    await passOnFollowing(world.database, left, world.clock.now())
    await passOnFollowing(world.database, left, world.clock.now())
    expect((await view(id)).tracker?.name).toBe('离职管家')
    expect((await beside(id)).follower?.id).toBe(leader.accountId)
    expect((await kinds(id)).filter((it) => it === 'followed')).toHaveLength(1)
    const mine = await world.ok('listCases', { by: leader, query: { tracker: 'me', status: 'active' } })
    expect(mine.items.map((it) => it.id)).toEqual([id])
    const counts = await world.ok('countCases', { by: leader, query: params() })
    expect(counts.tracked).toBe(1)
  })

  it('hears when somebody else has finished or declined what they follow', async () => {
    const { agent, worker, dispatcher } = home.staff
    const id = await open({ placeId: home.ids.lobby }, agent)
    await world.ok('assignCase', { params: { id }, by: dispatcher, body: { assigneeId: worker.accountId } })
    await world.ok('resolveCase', {
      params: { id },
      by: worker,
      body: { text: '换好了', noPhotoReason: '住户不便' },
    })
    const told = await world.ok('listNotifications', { by: agent })
    expect(told.items.find((it) => it.caseId === id)).toMatchObject({
      kind: 'case-needs-you',
      excerpt: '换好了',
    })
  })
})

describe('a hand-over', () => {
  it('counts only when the receiver takes it; until then the giver has it', async () => {
    const { agent, worker, dispatcher } = home.staff
    const id = await open()
    await world.ok('acceptCase', { params: { id }, by: agent, body: {} })
    const hand = { toId: worker.accountId, note: '业主约了下午三点' }
    await world.ok('handOver', { params: { id }, by: agent, body: hand })
    expect(await view(id)).toMatchObject({ assignee: { id: agent.accountId } })
    const twice = await world.refused('handOver', {
      params: { id },
      by: agent,
      body: { ...hand, toId: dispatcher.accountId },
    })
    expect(twice.code).toBe('handover_waits')
    const stranger = { params: { id }, by: dispatcher, body: { answer: 'take' as const } }
    expect((await world.refused('answerHandOver', stranger)).code).toBe('case_not_yours')
    const waiting = await world.ok('readWaiting', { by: worker, query: params() })
    expect(waiting.handovers).toMatchObject([{ caseId: id, from: agent.name }])
    await world.ok('answerHandOver', { params: { id }, by: worker, body: { answer: 'take' } })
    expect(await view(id)).toMatchObject({
      assignee: { id: worker.accountId },
      tracker: { id: agent.accountId },
    })
  })

  it('stays with the giver when it is refused, which needs a reason', async () => {
    const { agent, worker } = home.staff
    const id = await open()
    await world.ok('acceptCase', { params: { id }, by: agent, body: {} })
    await world.ok('handOver', {
      params: { id },
      by: agent,
      body: { toId: worker.accountId, note: '请接手' },
    })
    const without = await world.refused('answerHandOver', {
      params: { id },
      by: worker,
      body: { answer: 'refuse' },
    })
    expect(without).toMatchObject({ code: 'invalid_fields', fields: [{ path: 'reason' }] })
    await world.ok('answerHandOver', {
      params: { id },
      by: worker,
      body: { answer: 'refuse', reason: '今天休息' },
    })
    expect(await view(id)).toMatchObject({ assignee: { id: agent.accountId } })
    const over = await world.refused('answerHandOver', {
      params: { id },
      by: worker,
      body: { answer: 'take' },
    })
    expect(over.code).toBe('handover_over')
  })

  it('takes a new case on: the accept clock stops at the receiver, never at the offer', async () => {
    const { agent, worker } = home.staff
    const id = await open({ placeId: home.ids.lobby }, agent)
    await world.ok('handOver', {
      params: { id },
      by: agent,
      body: { toId: worker.accountId, note: '请接手' },
    })
    const verdict = async () => (await view(id)).clocks.find((it) => it.kind === 'accept')?.verdict
    expect(await verdict()).toBe('running')
    await world.ok('answerHandOver', { params: { id }, by: worker, body: { answer: 'take' } })
    expect(await verdict()).toBe('met')
    expect(await view(id)).toMatchObject({ status: 'open' })
  })

  it('is answered once, though it is taken and refused at the same instant', async () => {
    const { agent, worker } = home.staff
    const id = await open()
    await world.ok('acceptCase', { params: { id }, by: agent, body: {} })
    await world.ok('handOver', {
      params: { id },
      by: agent,
      body: { toId: worker.accountId, note: '请接手' },
    })
    const answers = await Promise.all([
      world.call('answerHandOver', { params: { id }, by: worker, body: { answer: 'take' } }),
      world.call('answerHandOver', {
        params: { id },
        by: worker,
        body: { answer: 'refuse', reason: '没空' },
      }),
    ])
    expect(answers.map((it) => it.statusCode).toSorted()).toEqual([200, 409])
  })
})

describe('helping', () => {
  it('has a time of its own and reports to the leading team, which stays the same', async () => {
    const { worker, dispatcher, agent } = home.staff
    const id = await open()
    await world.ok('assignCase', { params: { id }, by: dispatcher, body: { assigneeId: worker.accountId } })
    const own = await world.refused('addCoHandler', {
      params: { id },
      by: worker,
      body: { team: 'engineering', asked: '帮忙' },
    })
    expect(own.code).toBe('co_handler_taken')
    await world.ok('addCoHandler', {
      params: { id },
      by: worker,
      body: { team: 'service', asked: '请联系楼上业主', hours: 2 },
    })
    const { coHandlers, leadTeam } = await beside(id)
    expect(leadTeam).toBe('engineering')
    const due = Date.parse(coHandlers[0]?.dueAt ?? '') - Date.parse(coHandlers[0]?.askedAt ?? '')
    expect(due).toBe(7_200_000)
    const stranger = { params: { id }, by: worker, body: { team: 'service' as const, result: '好了' } }
    expect((await world.refused('returnResult', stranger)).code).toBe('case_not_yours')
    await world.ok('returnResult', {
      params: { id },
      by: agent,
      body: { team: 'service', result: '楼上已关阀' },
    })
    expect((await beside(id)).coHandlers).toMatchObject([{ result: '楼上已关阀', returnedBy: agent.name }])
    expect(await view(id)).toMatchObject({ assignee: { id: worker.accountId } })
  })
})

describe('a dispute over whose matter it is', () => {
  async function disputed() {
    const { worker, dispatcher } = home.staff
    const id = await open()
    await world.ok('assignCase', { params: { id }, by: dispatcher, body: { assigneeId: worker.accountId } })
    const before = (await view(id)).clocks
    await world.ok('disputeCase', {
      params: { id },
      by: worker,
      body: { reason: '外墙渗水，属开发商保修', proposedTeam: 'office' },
    })
    return { id, before }
  }

  it('never stops the case’s clocks, and is ruled on within two open hours', async () => {
    const { id, before } = await disputed()
    const now = await view(id)
    expect(now.status).toBe('open')
    expect(now.clocks.map((it) => [it.kind, it.deadline, it.verdict])).toEqual(
      before.map((it) => [it.kind, it.deadline, it.verdict]),
    )
    const { dispute } = await beside(id)
    expect(Date.parse(dispute?.dueAt ?? '') - Date.parse(dispute?.raisedAt ?? '')).toBe(7_200_000)
    const waiting = await world.ok('readWaiting', { by: home.staff.dispatcher, query: params() })
    expect(waiting.disputes.map((it) => it.caseId)).toEqual([id])
  })

  it('is had once, by those who lead the case, and ruled on by dispatcher or manager alone', async () => {
    const { worker, agent, dispatcher, manager } = home.staff
    const { id } = await disputed()
    const body = { reason: '再提一次', proposedTeam: 'cleaning' as const }
    expect((await world.refused('disputeCase', { params: { id }, by: worker, body })).code).toBe(
      'dispute_once',
    )
    const ruling = { ruling: 'dismissed' as const, words: '先行处置，费用另议' }
    for (const by of [worker, agent])
      expect((await world.refused('ruleDispute', { params: { id }, by, body: ruling })).code).toBe(
        'not_found',
      )
    await world.ok('ruleDispute', { params: { id }, by: dispatcher, body: ruling })
    expect((await world.refused('ruleDispute', { params: { id }, by: manager, body: ruling })).code).toBe(
      'dispute_over',
    )
    expect((await world.refused('disputeCase', { params: { id }, by: worker, body })).code).toBe(
      'dispute_once',
    )
    const other = await open()
    await world.ok('assignCase', {
      params: { id: other },
      by: dispatcher,
      body: { assigneeId: worker.accountId },
    })
    const stranger = await world.refused('disputeCase', { params: { id: other }, by: agent, body })
    expect(stranger.code).toBe('case_not_yours')
  })

  it('moves the case and its lead when it is upheld; the first responder stays', async () => {
    const { manager, dispatcher } = home.staff
    const { id } = await disputed()
    const tracker = (await view(id)).tracker
    const nobody = await world.refused('ruleDispute', {
      params: { id },
      by: dispatcher,
      body: { ruling: 'upheld', words: '归管理处' },
    })
    expect(nobody.fields?.[0]?.path).toBe('assigneeId')
    await world.ok('ruleDispute', {
      params: { id },
      by: dispatcher,
      body: { ruling: 'upheld', assigneeId: manager.accountId, words: '归管理处联系开发商' },
    })
    expect(await view(id)).toMatchObject({ assignee: { id: manager.accountId }, tracker })
    expect((await beside(id)).leadTeam).toBe('office')
  })

  it('is never seen by the resident, and neither are offers, hand-overs and help', async () => {
    const { id } = await disputed()
    const seen = await view(id, home.owner)
    expect(seen.timeline.map((it) => it.kind)).toEqual(['opened', 'assigned'])
    expect((await world.refused('readDispatch', { params: { id }, by: home.owner })).code).toBe('not_found')
  })
})
