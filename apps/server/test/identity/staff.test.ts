import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { staffMember, staffOfCommunity } from '../../src/modules/identity/index.ts'
import { withClient } from '../../src/platform/postgres/connect.ts'
import { buildCommunity, buildHouse, buildStaff } from '../harness/builders.ts'
import type { BuiltStaff } from '../harness/builders.ts'
import { testClock } from '../harness/server.ts'
import { startIdentity } from './ground.ts'

const clock = testClock()
const openCases = new Map<string, number>()
let server: Awaited<ReturnType<typeof startIdentity>>
let house: Awaited<ReturnType<typeof buildHouse>>
let manager: BuiltStaff
let params: { communityId: string }

beforeAll(async () => {
  server = await startIdentity({ clock, openCases })
})
afterAll(() => server.close())
beforeEach(async () => {
  clock.set('2026-11-23T02:00:00.000Z')
  house = await buildHouse(server)
  manager = house.staff.manager
  params = { communityId: house.communityId }
})

const password = 'three brown owls'
const invitee = (more: Record<string, unknown> = {}) => ({
  name: '赵敏',
  login: `zhao.min-${v7().slice(-8)}`,
  roles: ['agent', 'dispatcher'],
  team: 'service',
  ...more,
})
const invite = (body = invitee(), by = manager) => server.ok('inviteStaff', { by, params, body })

const leave = (accountId: string, by = manager) =>
  server.call('endAppointment', { by, params: { ...params, accountId } })

describe('an invitation', () => {
  test('names whom it is for and becomes an account with a password, signed in', async () => {
    const body = invitee()
    const { accountId, token, expiresAt } = await invite(body)
    expect(expiresAt).toBe('2026-11-30T02:00:00.000Z')
    expect(await server.ok('readInvitation', { body: { token } })).toEqual({
      name: '赵敏',
      login: body.login,
      organization: `${house.communityName}物业`,
      expiresAt,
    })
    const by = await server.signIn('acceptInvitation', { body: { token, password } })
    const me = await server.ok('me', { by })
    expect(me.account).toMatchObject({ id: accountId, name: '赵敏' })
    expect(me.communities).toMatchObject([
      { id: house.communityId, roles: ['agent', 'dispatcher'], team: 'service' },
    ])
    await server.signIn('staffSignIn', { body: { login: body.login, password } })
  })

  test('is accepted once, even by two at the same time', async () => {
    const { token } = await invite()
    const both = await Promise.all([
      server.call('acceptInvitation', { body: { token, password } }),
      server.call('acceptInvitation', { body: { token, password: 'five grey herons' } }),
    ])
    expect(both.map((it) => it.statusCode).toSorted()).toEqual([200, 410])
    expect((await server.refused('acceptInvitation', { body: { token, password } })).code).toBe(
      'invitation_invalid',
    )
    expect((await server.refused('readInvitation', { body: { token } })).code).toBe('invitation_invalid')
  })

  test('ends after seven days, and answers like one that never was', async () => {
    const { token } = await invite()
    clock.advance(7 * 24 * 3600)
    const over = await server.refused('readInvitation', { body: { token } })
    const never = await server.refused('readInvitation', { body: { token: 'x'.repeat(43) } })
    expect({ ...over, request: '' }).toEqual({ ...never, request: '' })
    expect((await server.refused('acceptInvitation', { body: { token, password } })).status).toBe(410)
  })

  test('refuses a weak password without being used up', async () => {
    const { token } = await invite()
    const weak = { token, password: '1234567890' }
    expect((await server.refused('acceptInvitation', { body: weak })).code).toBe('password_weak')
    await server.ok('acceptInvitation', { body: { token, password } })
  })

  test('can not be signed in with before it is accepted', async () => {
    const body = invitee()
    await invite(body)
    const refused = await server.refused('staffSignIn', { body: { login: body.login, password } })
    expect(refused.code).toBe('sign_in_failed')
  })

  test('asked for twice with the same key is one account, and both secrets open it once', async () => {
    const body = invitee()
    const key = v7()
    const first = await server.ok('inviteStaff', { by: manager, params, body, key })
    const second = await server.ok('inviteStaff', { by: manager, params, body, key })
    expect(second.accountId).toBe(first.accountId)
    const both = await Promise.all(
      [first, second].map(({ token }) => server.call('acceptInvitation', { body: { token, password } })),
    )
    expect(both.map((it) => it.statusCode).toSorted()).toEqual([200, 410])
    for (const { token } of [first, second]) {
      expect((await server.refused('readInvitation', { body: { token } })).status).toBe(410)
    }
    const third = await server.refused('inviteStaff', { by: manager, params, body, key })
    expect(third.code).toBe('account_exists')
    const other = await server.refused('inviteStaff', { by: manager, params, body: invitee(), key })
    expect(other.code).toBe('key_reused')
  })

  test('keeps its secret out of the database', async () => {
    const { token } = await invite()
    const found = await withClient(server.urls.ownerUrl, (client) =>
      client.query(
        `select (select count(*)::int from identity.invitation i where i::text like $1)
           + (select count(*)::int from platform.act a where a::text like $1) as n`,
        [`%${token}%`],
      ),
    )
    expect(found.rows).toEqual([{ n: 0 }])
  })

  test('is refused for a login that exists, in whatever organization', async () => {
    const elsewhere = await buildCommunity(server)
    const stranger = await buildStaff(server, { ...elsewhere, role: 'agent' })
    const pending = invitee()
    await invite(pending)
    for (const login of [stranger.login, house.staff.agent.login, pending.login]) {
      const refused = await server.refused('inviteStaff', { by: manager, params, body: invitee({ login }) })
      expect(refused).toMatchObject({ code: 'account_exists', fields: [{ path: 'login' }] })
    }
  })

  test('can be given anew once it is over, by the same community only', async () => {
    const body = invitee()
    const { accountId } = await invite(body)
    clock.advance(8 * 24 * 3600)
    const other = await buildCommunity(server, { organizationId: house.organizationId })
    const foreign = await buildStaff(server, { ...other, role: 'manager' })
    const refused = await server.refused('inviteStaff', { by: foreign, params: { ...other }, body })
    expect(refused.code).toBe('account_exists')
    const here = await buildStaff(server, { ...house, role: 'manager' })
    const again = await invite({ ...body, roles: ['worker'], team: 'engineering' }, here)
    expect(again.accountId).toBe(accountId)
    const by = await server.signIn('acceptInvitation', { body: { token: again.token, password } })
    expect((await server.ok('me', { by })).communities[0]).toMatchObject({
      roles: ['worker'],
      team: 'engineering',
    })
  })

  test('to head office comes from head office only', async () => {
    const body = invitee({ roles: ['agent', 'head-office'] })
    const refused = await server.refused('inviteStaff', { by: manager, params, body })
    expect(refused).toMatchObject({
      code: 'invalid_fields',
      fields: [{ path: 'roles', problem: 'not_listed' }],
    })
    await invite(body, house.staff['head-office'])
  })

  test.each(['agent', 'dispatcher', 'worker', 'finance', 'committee', 'auditor'] as const)(
    'is not for a %s to give',
    async (role) => {
      const asking = { by: house.staff[role], params, body: invitee() }
      expect((await server.refused('inviteStaff', asking)).code).toBe('not_found')
    },
  )
})

describe('the staff of a community', () => {
  test('are listed with roles, state and open cases', async () => {
    openCases.set(house.staff.worker.accountId, 3)
    const { accountId } = await invite()
    const { items } = await server.ok('listStaff', { by: house.staff.agent, params })
    expect(items).toHaveLength(9)
    expect(items.find((it) => it.accountId === house.staff.worker.accountId)).toMatchObject({
      roles: ['worker'],
      team: 'engineering',
      state: 'active',
      openCases: 3,
    })
    expect(items.find((it) => it.accountId === accountId)).toMatchObject({ state: 'invited', openCases: 0 })
    expect(JSON.stringify(items)).not.toContain('hash')
  })

  test('are not there for other communities, residents and the owners’ committee', async () => {
    const elsewhere = await buildHouse(server)
    for (const by of [elsewhere.staff.manager, house.owner, house.staff.committee]) {
      expect((await server.refused('listStaff', { by, params })).code).toBe('not_found')
    }
  })

  test('who can be given work are appointed now and able to sign in', async () => {
    const { accountId } = await invite()
    const found = (id: string) => staffMember(server.database.house, house.communityId, id)
    expect(await found(house.staff.worker.accountId)).toMatchObject({
      roles: ['worker'],
      team: 'engineering',
    })
    expect(await found(accountId)).toBeUndefined()
    const elsewhere = await buildHouse(server)
    expect(await found(elsewhere.staff.worker.accountId)).toBeUndefined()
    expect(await staffOfCommunity(server.database.house, house.communityId)).toHaveLength(8)
  })
})

describe('leaving', () => {
  test('ends roles and sessions at once', async () => {
    const worker = house.staff.worker
    expect((await leave(worker.accountId)).statusCode).toBe(200)
    expect((await server.refused('me', { by: worker })).code).toBe('not_signed_in')
    const { items } = await server.ok('listStaff', { by: manager, params })
    expect(items.some((it) => it.accountId === worker.accountId)).toBe(false)
    expect((await leave(worker.accountId)).json().code).toBe('not_found')
  })

  test('one of two communities keeps the other', async () => {
    const other = await buildCommunity(server, { organizationId: house.organizationId })
    const both = await buildStaff(server, { ...house, role: 'worker' })
    await server.database.house
      .insertInto('identity.appointment')
      .values({
        id: v7(),
        account_id: both.accountId,
        community_id: other.communityId,
        role: 'worker',
        team: 'engineering',
        since: clock.now(),
      })
      .execute()
    expect((await leave(both.accountId)).statusCode).toBe(200)
    expect((await server.ok('me', { by: both })).communities.map((it) => it.id)).toEqual([other.communityId])
  })

  test('ends an invitation that was not accepted yet', async () => {
    const { accountId, token } = await invite()
    expect((await leave(accountId)).statusCode).toBe(200)
    expect((await server.refused('acceptInvitation', { body: { token, password } })).status).toBe(410)
  })

  test('is refused to the last manager, whoever asks', async () => {
    await invite(invitee({ roles: ['manager'] }))
    for (const by of [manager, house.staff['head-office']]) {
      expect((await leave(manager.accountId, by)).json().code).toBe('last_manager')
    }
    await server.ok('me', { by: manager })
  })

  test('of both managers at the same time leaves one', async () => {
    const second = await buildStaff(server, { ...house, role: 'manager' })
    const answers = await Promise.all([
      leave(second.accountId, manager),
      leave(manager.accountId, second),
      leave(manager.accountId, house.staff['head-office']),
    ])
    expect(answers.filter((it) => it.statusCode === 200)).toHaveLength(1)
    const { items } = await server.ok('listStaff', { by: house.staff.agent, params })
    expect(items.filter((it) => it.roles.includes('manager'))).toHaveLength(1)
  })

  test('of head office is not a manager’s to say', async () => {
    expect((await leave(house.staff['head-office'].accountId)).json().code).toBe('not_found')
    expect((await leave(house.staff.agent.accountId, house.staff['head-office'])).statusCode).toBe(200)
  })

  test('of another organization’s staff is not found, from here or from there', async () => {
    const elsewhere = await buildHouse(server)
    expect((await leave(elsewhere.staff.worker.accountId)).json().code).toBe('not_found')
    expect((await leave(house.staff.worker.accountId, elsewhere.staff.manager)).json().code).toBe('not_found')
    await server.ok('me', { by: house.staff.worker })
    await server.ok('me', { by: elsewhere.staff.worker })
  })
})
