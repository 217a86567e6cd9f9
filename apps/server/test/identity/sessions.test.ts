import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { holdPhone } from '../../src/modules/identity/index.ts'
import { withClient } from '../../src/platform/postgres/connect.ts'
import { buildHouse, buildResident, buildStaff } from '../harness/builders.ts'
import { testClock } from '../harness/server.ts'
import { startIdentity } from './ground.ts'

let server: Awaited<ReturnType<typeof startIdentity>>
let house: Awaited<ReturnType<typeof buildHouse>>
const password = 'three brown owls'

beforeAll(async () => {
  server = await startIdentity()
  house = await buildHouse(server)
})
afterAll(() => server.close())

const hour = 3600
const day = 24 * hour

describe('who I am', () => {
  test('a staff member sees community, roles, team and permissions', async () => {
    const me = await server.ok('me', { by: house.staff.manager })
    expect(me).toMatchObject({
      account: { id: house.staff.manager.accountId, kind: 'staff', locale: 'zh-Hans' },
      organization: { id: house.organizationId },
      communities: [
        {
          id: house.communityId,
          name: house.communityName,
          timeZone: 'Asia/Shanghai',
          roles: ['manager'],
          team: 'office',
        },
      ],
      totp: { enabled: false, recoveryCodesLeft: 0 },
      demo: false,
      now: server.clock.now(),
    })
    expect(me.communities[0]?.permissions).toContain('staff.manage')
    expect(me.communities[0]?.permissions).not.toContain('home.own')
  })

  test('a resident sees their roles and no team, organization or authenticator', async () => {
    const me = await server.ok('me', { by: house.tenant })
    expect(me).toMatchObject({
      organization: null,
      totp: null,
      communities: [{ roles: ['tenant'], team: null }],
    })
    expect(me.communities[0]?.permissions).toContain('home.own')
  })

  test('a chosen language is kept', async () => {
    await server.ok('setPreferences', { by: house.owner, body: { locale: 'en' } })
    expect((await server.ok('me', { by: house.owner })).account.locale).toBe('en')
  })

  test('nobody is signed in without a session or with a made-up one', async () => {
    expect((await server.refused('me')).code).toBe('not_signed_in')
    expect((await server.refused('me', { by: { token: 'a'.repeat(43) } })).code).toBe('not_signed_in')
  })
})

describe('a session ends', () => {
  test('when it is revoked, at once and for good', async () => {
    const login = 'two.browsers'
    await buildStaff(server, { ...house, role: 'agent', login, password })
    const here = await server.signIn('staffSignIn', { body: { login, password } })
    const there = await server.signIn('staffSignIn', {
      body: { login, password },
      device: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) MicroMessenger/8.0',
    })
    const { items } = await server.ok('listSessions', { by: here })
    expect(items.map((it) => [it.device, it.current])).toContainEqual(['WeChat · iPhone', false])
    const other = items.find((it) => it.device === 'WeChat · iPhone')
    await server.ok('revokeSession', { by: here, params: { id: other?.id ?? '' } })
    expect((await server.refused('me', { by: there })).code).toBe('not_signed_in')
    await server.ok('me', { by: here })
    expect((await server.refused('revokeSession', { by: here, params: { id: other?.id ?? '' } })).code).toBe(
      'not_found',
    )
  })

  test('but nobody ends a session that is not theirs', async () => {
    const { items } = await server.ok('listSessions', { by: house.staff.agent })
    const params = { id: items[0]?.id ?? '' }
    expect((await server.refused('revokeSession', { by: house.staff.manager, params })).code).toBe(
      'not_found',
    )
    await server.ok('me', { by: house.staff.agent })
  })

  test('by signing out', async () => {
    const resident = await buildResident(server, house)
    const answer = await server.call('signOut', { by: resident })
    expect(answer.cookies).toMatchObject([{ name: 'zhanggui', value: '' }])
    expect((await server.refused('me', { by: resident })).code).toBe('not_signed_in')
  })

  test('of the browser that signs in anew, which gets another token', async () => {
    const login = 'again'
    const before = await buildStaff(server, { ...house, role: 'agent', login, password })
    const after = await server.signIn('staffSignIn', { body: { login, password }, by: before })
    expect(after.token).not.toBe(before.token)
    expect((await server.refused('me', { by: before })).code).toBe('not_signed_in')
  })
})

describe('a session lasts', () => {
  test('twelve hours without use for staff, fourteen days for residents', async () => {
    const clock = testClock()
    const later = await startIdentity({ on: server.urls, clock })
    const staff = await buildStaff(later, { ...house, role: 'worker' })
    const resident = await buildResident(later, house)
    clock.advance(12 * hour - 1)
    await later.ok('me', { by: staff })
    clock.advance(12 * hour - 1)
    await later.ok('me', { by: staff })
    clock.advance(12 * hour)
    await later.refused('me', { by: staff })
    clock.set('2026-12-07T01:59:59.000Z')
    await later.ok('me', { by: resident })
    clock.advance(14 * day)
    await later.refused('me', { by: resident })
    await later.close()
  })

  test('seven days at most for staff, however busy', async () => {
    const clock = testClock()
    const later = await startIdentity({ on: server.urls, clock })
    const staff = await buildStaff(later, { ...house, role: 'worker' })
    for (let hours = 11; hours < 7 * 24; hours += 11) {
      clock.advance(11 * hour)
      await later.ok('me', { by: staff })
    }
    clock.set('2026-11-30T02:00:00.000Z')
    expect((await later.refused('me', { by: staff })).code).toBe('not_signed_in')
    await later.close()
  })

  test('and writes down its use every five minutes only', async () => {
    const clock = testClock()
    const later = await startIdentity({ on: server.urls, clock })
    const staff = await buildStaff(later, { ...house, role: 'worker' })
    const seen = async () => (await later.ok('listSessions', { by: staff })).items[0]?.lastSeenAt
    clock.advance(299)
    expect(await seen()).toBe('2026-11-23T02:00:00.000Z')
    clock.advance(2)
    await later.ok('me', { by: staff })
    expect(await seen()).toBe('2026-11-23T02:05:01.000Z')
    await later.close()
  })
})

describe('the cookie', () => {
  test('over https is bound to the host, hidden from scripts and kept from other sites', async () => {
    const login = 'https.agent'
    await buildStaff(server, { ...house, role: 'agent', login, password })
    const secure = await startIdentity({ on: server.urls, publicUrl: 'https://desk.example.com' })
    const answer = await secure.call('staffSignIn', { body: { login, password } })
    expect(answer.cookies).toMatchObject([
      { name: '__Host-zhanggui', path: '/', httpOnly: true, secure: true, sameSite: 'Lax' },
    ])
    expect(answer.cookies[0]).not.toHaveProperty('domain')
    expect(answer.headers['strict-transport-security']).toContain('max-age=31536000')
    await secure.close()
  })

  test('carries a secret that the database does not hold', async () => {
    const { token } = house.staff.auditor
    const found = await withClient(server.urls.ownerUrl, (client) =>
      client.query(`select count(*)::int as n from identity.session s where s::text like $1`, [`%${token}%`]),
    )
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(found.rows).toEqual([{ n: 0 }])
  })

  test.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ])('is no use to another site: %o', async (headers) => {
    const asking = { by: house.staff.finance, body: { locale: 'en' } } as const
    expect((await server.refused('setPreferences', { ...asking, headers })).code).toBe('origin_refused')
    await server.ok('setPreferences', {
      ...asking,
      headers: { host: 'desk.test', origin: 'http://desk.test' },
    })
  })
})

describe('reach is asked anew with every request', () => {
  test('a role that ended ends with the next request', async () => {
    const leaving = await buildStaff(server, { ...house, role: 'agent' })
    await server.ok('listStaff', { by: leaving, params: { communityId: house.communityId } })
    await server.database.house
      .updateTable('identity.appointment')
      .set({ until: server.clock.now() })
      .where('account_id', '=', leaving.accountId)
      .execute()
    const refused = await server.refused('listStaff', {
      by: leaving,
      params: { communityId: house.communityId },
    })
    expect(refused.code).toBe('not_found')
    expect((await server.ok('me', { by: leaving })).communities).toEqual([])
  })

  test('a resident who moved away reaches nothing any more', async () => {
    const moving = await buildResident(server, house)
    const held = { communityId: house.communityId, personId: moving.personId, phone: moving.phone }
    await server.database.transaction([], (tx) => holdPhone(tx, { ...held, roles: [] }))
    expect((await server.ok('me', { by: moving })).communities).toEqual([])
    await server.database.transaction([], (tx) => holdPhone(tx, { ...held, roles: ['family'] }))
    expect((await server.ok('me', { by: moving })).communities[0]?.roles).toEqual(['family'])
    await server.database.transaction([], (tx) => holdPhone(tx, { ...held, phone: null, roles: ['family'] }))
    expect((await server.ok('me', { by: moving })).communities).toEqual([])
  })
})
