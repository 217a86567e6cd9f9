import { identityEndpoints } from '@zhanggui/contract'
import { demoRoles, staffRoles } from '@zhanggui/contract'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoLogin, demoPhones, demoSignIn, holdPhone } from '../../src/modules/identity/index.ts'
import { systemContext } from '../../src/platform/context.ts'
import { buildCommunity, buildStaff } from '../harness/builders.ts'
import { startIdentity } from './ground.ts'

let demo: Awaited<ReturnType<typeof startIdentity>>

beforeAll(async () => {
  demo = await startIdentity({ demo: true })
  const community = await buildCommunity(demo)
  for (const role of staffRoles) await buildStaff(demo, { ...community, role, login: demoLogin(role) })
  const { communityId } = community
  await demo.database.transaction([communityId], async (tx) => {
    await holdPhone(tx, { communityId, personId: v7(), phone: demoPhones.resident, roles: ['owner'] })
    await holdPhone(tx, { communityId, personId: v7(), phone: demoPhones.tenant, roles: ['tenant'] })
  })
})
afterAll(() => demo.close())

test('every demo role signs in with one click, always as the same account', async () => {
  const roles = { resident: 'owner', tenant: 'tenant' } as Record<string, string>
  for (const role of demoRoles) {
    const first = await demo.ok('demoSignIn', { body: { role } })
    expect(first.demo).toBe(true)
    expect(first.communities).toMatchObject([{ roles: [roles[role] ?? role] }])
    const by = await demo.signIn('demoSignIn', { body: { role } })
    expect((await demo.ok('me', { by })).account.id).toBe(first.account.id)
  }
})

test('a role that the seed did not make is not found', async () => {
  await demo.database.house
    .updateTable('identity.account')
    .set({ state: 'left' })
    .where('login', '=', demoLogin('auditor'))
    .execute()
  expect((await demo.refused('demoSignIn', { body: { role: 'auditor' } })).code).toBe('not_found')
})

test('a production server has no one-click sign-in, even on a database that has demo accounts', async () => {
  const production = await startIdentity({ on: demo.urls })
  const refused = await production.call('demoSignIn', { body: { role: 'manager' } })
  expect([refused.statusCode, refused.json().code, refused.cookies]).toEqual([404, 'not_found', []])
  // Just as an address that never was: not even the shape of the body is looked at.
  const strange = await production.call('demoSignIn', { body: { nonsense: true } })
  expect(strange.json().code).toBe('not_found')
  const routes = production.app.printRoutes({ commonPrefix: false })
  expect(routes).not.toContain('demo')
  expect(demo.app.printRoutes({ commonPrefix: false })).toContain('demo')
  await production.close()
})

test('the action itself refuses outside demo mode', async () => {
  const begun: string[] = []
  const browser = { begin: (token: string) => void begun.push(token), end: () => undefined }
  const parts = {
    database: demo.database,
    demo: false,
    communityNames: async () => new Map(),
    openCasesByAssignee: async () => new Map(),
  }
  const context = systemContext(demo.database, demo.clock.now(), [])
  await expect(demoSignIn(parts, context, browser, 'manager')).rejects.toMatchObject({ code: 'not_found' })
  expect(begun).toEqual([])
})

test('every other endpoint of the contract is bound in production', async () => {
  const production = await startIdentity({ on: demo.urls })
  for (const name of Object.keys(identityEndpoints) as (keyof typeof identityEndpoints)[]) {
    if (name === 'demoSignIn') continue
    const params = { id: v7(), communityId: v7(), accountId: v7() }
    const answer = await production.call(name, { params, body: { unknown: true } })
    expect([name, answer.json().code]).not.toEqual([name, 'not_found'])
  }
  await production.close()
})
