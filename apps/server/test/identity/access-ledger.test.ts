import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountsOfPerson, authenticate, recordAccess } from '../../src/modules/identity/index.ts'
import { withClient } from '../../src/platform/postgres/connect.ts'
import { systemContext } from '../../src/platform/context.ts'
import { buildHouse, buildResident } from '../harness/builders.ts'
import type { BuiltResident, BuiltStaff } from '../harness/builders.ts'
import { testClock } from '../harness/server.ts'
import { startIdentity } from './ground.ts'

const clock = testClock()
let server: Awaited<ReturnType<typeof startIdentity>>
let house: Awaited<ReturnType<typeof buildHouse>>

beforeAll(async () => {
  server = await startIdentity({ clock })
  house = await buildHouse(server)
})
afterAll(() => server.close())

async function look(by: BuiltStaff, at: BuiltResident, purpose: string | null = 'call-back') {
  const actor = await authenticate(server.database, by.token, clock.now())
  if (!actor) throw new Error('not signed in')
  const { communityId } = house
  const context = { ...systemContext(server.database, clock.now(), []), actor }
  await server.database.transaction([communityId], (tx) =>
    recordAccess(tx, context, { communityId, personId: at.personId, what: 'phone', purpose }),
  )
}

test('whoever was looked at sees who, when, what and why; nobody else does', async () => {
  await look(house.staff.agent, house.owner)
  const { items, nextCursor } = await server.ok('listMyAccess', { by: house.owner })
  expect(items).toMatchObject([
    { at: clock.now(), by: `${house.staff.agent.name}（客服）`, what: 'phone', purpose: 'call-back' },
  ])
  expect(nextCursor).toBeNull()
  const english = await server.ok('listMyAccess', {
    by: house.owner,
    headers: { 'accept-language': 'en-GB' },
  })
  expect(english.items[0]?.by).toBe(`${house.staff.agent.name} (Service agent)`)
  for (const by of [house.tenant, house.staff.agent, house.staff.manager]) {
    expect(await server.ok('listMyAccess', { by })).toEqual({ items: [], nextCursor: null })
  }
})

test('a long list comes in pages, newest first, none twice and none left out', async () => {
  const resident = await buildResident(server, house)
  for (let n = 0; n < 7; n += 1) {
    // Several in the same instant: the order must still be one.
    if (n % 3 === 0) clock.advance(60)
    await look(house.staff.dispatcher, resident, `purpose ${n}`)
  }
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const query: Record<string, string | number> = cursor === null ? { limit: 2 } : { limit: 2, cursor }
    const page = await server.ok('listMyAccess', { by: resident, query })
    seen.push(...page.items.map((it) => `${it.at} ${it.purpose}`))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(seen).toHaveLength(7)
  expect(new Set(seen).size).toBe(7)
  expect(seen.map((it) => it.slice(0, 24))).toEqual(
    seen.map((it) => it.slice(0, 24)).toSorted((a, b) => b.localeCompare(a)),
  )
  const odd = await server.refused('listMyAccess', { by: resident, query: { cursor: 'odd' } })
  expect(odd).toMatchObject({ code: 'invalid_fields', fields: [{ path: 'cursor', problem: 'bad_format' }] })
})

test('what is in it stays, whoever asks', async () => {
  await look(house.staff.agent, house.tenant)
  await withClient(server.urls.ownerUrl, async (client) => {
    await client.query(`set app.communities = '${house.communityId}'`)
    await expect(client.query('delete from identity.access_entry')).rejects.toThrow('append-only')
    await expect(client.query(`update identity.access_entry set purpose = 'none'`)).rejects.toThrow(
      'append-only',
    )
  })
})

test('a person is told through every account that holds their phone', async () => {
  const resident = await buildResident(server, house)
  const { communityId } = house
  expect(await accountsOfPerson(server.database.house, communityId, resident.personId)).toEqual([
    resident.accountId,
  ])
  expect(await accountsOfPerson(server.database.house, communityId, house.communityId)).toEqual([])
})
