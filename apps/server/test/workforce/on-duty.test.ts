import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { dutyPhones, onDuty, teamLeaders } from '../../src/modules/workforce/index.ts'
import { buildStaff } from '../harness/builders.ts'
import type { BuiltStaff } from '../harness/builders.ts'
import { startWorld } from '../harness/world.ts'
import type { World } from '../harness/world.ts'

let world: World
let params: { communityId: string }
let by: BuiltStaff
const week = [1, 2, 3, 4, 5, 6, 7]
beforeAll(async () => {
  world = await startWorld()
  params = { communityId: world.home.communityId }
  by = world.home.staff.manager
})
afterAll(() => world.close())

const day = (ahead: number) =>
  new Date(Date.parse(world.clock.now()) + ahead * 86_400_000).toISOString().slice(0, 10)
const at = (date: string, time: string) => new Date(`${date}T${time}:00.000+08:00`).toISOString()
const shift = async (from: string, until: string, weekdays = week) => {
  const id = v7()
  await world.ok('addShift', { params, by, body: { id, name: `班${id.slice(-6)}`, from, until, weekdays } })
  return id
}
const hand = () => buildStaff(world, { ...world.home, role: 'worker' })
const put = (on: string, shiftId: string, accountId: string, works = true) =>
  ({ params, by, body: { changes: [{ on, shiftId, accountId, works }] } }) as const
const working = (instant: string, only: Parameters<typeof onDuty>[3] = {}) =>
  world.database.transaction([params.communityId], async (tx) =>
    (await onDuty(tx, params.communityId, instant, only)).map((it) => it.id),
  )

describe('who is on duty', () => {
  it('is whoever’s shift runs, from its first second to before its last, over midnight too', async () => {
    const night = await shift('22:00', '06:00')
    const { accountId } = await hand()
    await world.ok('setDutyRoster', put(day(2), night, accountId))
    expect(await working(at(day(2), '21:59'))).not.toContain(accountId)
    expect(await working(at(day(2), '22:00'))).toContain(accountId)
    expect(await working(at(day(3), '05:59'))).toContain(accountId)
    expect(await working(at(day(3), '06:00'))).not.toContain(accountId)
  })

  it('is nobody who is on leave on the day the shift began, and again when the leave is taken back', async () => {
    const early = await shift('07:00', '15:00')
    const { accountId } = await hand()
    await world.ok('setDutyRoster', put(day(4), early, accountId))
    const id = v7()
    await world.ok('recordLeave', {
      params,
      by,
      body: { id, accountId, kind: 'sick', from: day(4), until: day(5) },
    })
    expect(await working(at(day(4), '08:00'))).not.toContain(accountId)
    await world.ok('cancelLeave', { params: { ...params, id }, by })
    expect(await working(at(day(4), '08:00'))).toContain(accountId)
  })

  it('can be asked for one team or one skill, and names the team’s leader and the end of the shift', async () => {
    const late = await shift('15:00', '23:00')
    const [plumber, guard] = [
      await hand(),
      await buildStaff(world, { ...world.home, role: 'worker', team: 'security' }),
    ]
    for (const it of [plumber, guard]) await world.ok('setDutyRoster', put(day(6), late, it.accountId))
    await world.ok('setSkills', {
      params: { ...params, accountId: plumber.accountId },
      by,
      body: { skills: ['plumbing', 'plumbing', 'lift'] },
    })
    await world.ok('setLeader', {
      params: { ...params, team: 'engineering' },
      by,
      body: { accountId: plumber.accountId },
    })
    const then = at(day(6), '16:00')
    expect(await working(then, { skill: 'plumbing' })).toEqual([plumber.accountId])
    expect(await working(then, { team: 'security' })).toEqual([guard.accountId])
    const [seen] = await world.database.transaction([params.communityId], (tx) =>
      onDuty(tx, params.communityId, then, { skill: 'lift' }),
    )
    expect(seen).toMatchObject({
      until: at(day(6), '23:00'),
      skills: ['lift', 'plumbing'],
      leader: { id: plumber.accountId },
    })
  })

  it('is nobody who has left the community', async () => {
    const early = await shift('07:00', '15:00')
    const { accountId } = await hand()
    await world.ok('setDutyRoster', put(day(8), early, accountId))
    await world.ok('endAppointment', { params: { ...params, accountId }, by })
    expect(await working(at(day(8), '08:00'))).not.toContain(accountId)
  })
})

describe('the roster', () => {
  it('refuses a day the shift does not have, a stranger, and a shift that is over, and then takes nothing', async () => {
    const daily = await shift('07:00', '15:00')
    const monday = await shift('08:00', '12:00', [1])
    const { accountId } = await hand()
    const tuesday = [1, 2, 3, 4, 5, 6, 7].map(day).find((it) => new Date(it).getUTCDay() === 2) ?? ''
    const refused = await world.refused('setDutyRoster', {
      params,
      by,
      body: {
        changes: [
          { on: day(9), shiftId: daily, accountId, works: true },
          { on: tuesday, shiftId: monday, accountId, works: true },
          { on: day(9), shiftId: daily, accountId: v7(), works: true },
          { on: day(-2), shiftId: daily, accountId, works: true },
          { on: day(9), shiftId: v7(), accountId, works: true },
        ],
      },
    })
    expect(refused.code).toBe('roster_invalid')
    expect(refused.fields?.map((it) => it.path)).toEqual([
      'changes.1.on',
      'changes.2.accountId',
      'changes.3.on',
      'changes.4.shiftId',
    ])
    const { entries } = await world.ok('readDutyRoster', { params, by, query: { from: day(9), days: 1 } })
    expect(entries.filter((it) => it.staff.id === accountId)).toEqual([])
  })

  it('puts nobody in two places at once, not even when two people plan at the same instant', async () => {
    const [early, midday] = [await shift('07:00', '15:00'), await shift('12:00', '20:00')]
    const { accountId } = await hand()
    const answers = await Promise.all([
      world.call('setDutyRoster', put(day(10), early, accountId)),
      world.call('setDutyRoster', put(day(10), midday, accountId)),
    ])
    expect(answers.map((it) => it.statusCode).toSorted()).toEqual([200, 422])
  })

  it('is the same when the same is asked twice, and counts what it changed', async () => {
    const early = await shift('07:00', '15:00')
    const { accountId } = await hand()
    expect(await world.ok('setDutyRoster', put(day(11), early, accountId))).toEqual({ added: 1, removed: 0 })
    expect(await world.ok('setDutyRoster', put(day(11), early, accountId))).toEqual({ added: 0, removed: 0 })
    expect(await world.ok('setDutyRoster', put(day(11), early, accountId, false))).toEqual({
      added: 0,
      removed: 1,
    })
  })

  it('loses what was planned for a shift that is ended, and keeps its name for another', async () => {
    const early = await shift('07:00', '15:00')
    const { accountId } = await hand()
    await world.ok('setDutyRoster', put(day(12), early, accountId))
    await world.ok('endShift', { params: { ...params, id: early }, by })
    expect(await working(at(day(12), '08:00'))).not.toContain(accountId)
    const again = await world.refused('endShift', { params: { ...params, id: early }, by })
    expect(again.code).toBe('not_found')
  })
})

describe('leave', () => {
  it('is refused for days that are away already, in the wrong order, or for a stranger', async () => {
    const { accountId } = await hand()
    const leave = (from: number, until: number, who = accountId) =>
      ({
        params,
        by,
        body: { id: v7(), accountId: who, kind: 'annual', from: day(from), until: day(until) },
      }) as const
    await world.ok('recordLeave', leave(20, 22))
    expect((await world.refused('recordLeave', leave(22, 23))).code).toBe('leave_overlaps')
    expect((await world.refused('recordLeave', leave(30, 29))).code).toBe('invalid_fields')
    expect((await world.refused('recordLeave', leave(30, 31, v7()))).code).toBe('assignee_unavailable')
  })
})

describe('the duty phones', () => {
  it('are published whole, in order, by one of two who edit at once; the other is told the version', async () => {
    const phones = [
      { topic: 'lift' as const, name: '电梯维保', phone: '0571-85550131', note: '' },
      { topic: 'fire' as const, name: '火警', phone: '119', note: '' },
    ]
    const publish = () =>
      world.call('publishDutyPhones', { params, by, body: { expectedVersion: 0, phones } })
    const answers = await Promise.all([publish(), publish()])
    expect(answers.map((it) => it.statusCode).toSorted()).toEqual([200, 409])
    const seen = await world.ok('readDutyPhones', { params, by: world.home.staff.worker })
    expect(seen).toMatchObject({ version: 1, phones })
    const [list, leaders] = await world.database.transaction([params.communityId], async (tx) => [
      await dutyPhones(tx, params.communityId),
      await teamLeaders(tx, params.communityId),
    ])
    expect(list.phones.find((it) => it.topic === 'fire')?.phone).toBe('119')
    expect(leaders.get('cleaning')).toBeNull()
  })

  it('refuse a number that can not be rung from here, beside its line', async () => {
    const refused = await world.refused('publishDutyPhones', {
      params,
      by,
      body: { expectedVersion: 1, phones: [{ topic: 'gas', name: '燃气', phone: '85550177', note: '' }] },
    })
    expect(refused).toMatchObject({ code: 'phone_invalid', fields: [{ path: 'phones.0.phone' }] })
  })

  it('are there for every member of staff, and for managers alone to change', async () => {
    for (const role of ['agent', 'worker', 'finance'] as const) {
      const mine = world.home.staff[role]
      await world.ok('readDutyPhones', { params, by: mine })
      const refused = await world.refused('publishDutyPhones', {
        params,
        by: mine,
        body: { expectedVersion: 1, phones: [] },
      })
      expect(refused.code).toBe('not_found')
    }
    expect((await world.refused('readDutyPhones', { params, by: world.home.owner })).code).toBe('not_found')
  })
})
