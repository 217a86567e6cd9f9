import { v7 } from 'uuid'
import { composeHouse } from '../../src/composition.ts'
import { publishPolicyTx } from '../../src/modules/cases/index.ts'
import { addPlacesTx, publishCalendarTx } from '../../src/modules/estate/index.ts'
import { beginSession } from '../../src/modules/identity/index.ts'
import { addPersonTx, addResidencyTx } from '../../src/modules/people/index.ts'
import { buildHouse, buildResident } from './builders.ts'
import type { BuiltResident } from './builders.ts'
import type { TestDatabase } from './database.ts'
import { startTestServer } from './server.ts'
import type { TestClock, TestServer } from './server.ts'
import { memoryStore } from './memory-store.ts'

/** A whole server with one community in it: a building, homes, residents, staff of every role, calendars, policy. */
export type World = TestServer & { home: Community }

export type Community = Awaited<ReturnType<typeof settle>>

/** Every endpoint on a copied database, and a community to use them in. */
export async function startWorld(options: { demo?: boolean; clock?: TestClock } = {}): Promise<World> {
  const server = await startHouse(options)
  return { ...server, home: await settle(server) }
}

/** Every endpoint on a copied database without anything in it. */
export async function startHouse(
  options: { demo?: boolean; clock?: TestClock; on?: TestDatabase } = {},
): Promise<TestServer> {
  return startTestServer({
    ...options,
    bindings: ({ database, config, now }) =>
      composeHouse({ config, database, store: memoryStore(), now }).bindings,
  })
}

const always = [{ from: '00:00', to: '24:00' }]
const everyDay = { 1: always, 2: always, 3: always, 4: always, 5: always, 6: always, 7: always }
const office = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '18:00' },
]
const weekdays = { 1: office, 2: office, 3: office, 4: office, 5: office, 6: [], 7: [] }

/**
 * Makes a community to live in: 1栋 with one entrance and four homes, a lobby, a garden. `mark` stands in every name
 * there, by which a test recognises whose data it sees.
 */
export async function settle(server: TestServer, it: { organizationId?: string; mark?: string } = {}) {
  const { mark = '' } = it
  const house = await buildHouse(server, it)
  const { communityId } = house
  const now = server.clock.now()
  const ids = {
    building: v7(),
    entrance: v7(),
    homes: [v7(), v7(), v7(), v7()] as [string, string, string, string],
    lobby: v7(),
    garden: v7(),
  }
  const calendars = await server.database.transaction([communityId], async (tx) => {
    await addPlacesTx(
      tx,
      communityId,
      [
        { id: ids.building, kind: 'building', parentId: null, name: `${mark}1栋` },
        { id: ids.entrance, kind: 'entrance', parentId: ids.building, name: '1单元' },
        ...ids.homes.map((id, index) => ({
          id,
          kind: 'home' as const,
          parentId: ids.entrance,
          name: `${index + 1}01`,
          floor: String(index + 1),
          home: { use: 'dwelling' as const, area: 8937 },
        })),
        { id: ids.lobby, kind: 'common', parentId: ids.entrance, name: `${mark}大堂` },
        { id: ids.garden, kind: 'common', parentId: null, name: `${mark}中心花园` },
      ],
      now,
    )
    const common = { timeZone: 'Asia/Shanghai', overrides: [] }
    const day = await publishCalendarTx(tx, {
      communityId,
      by: null,
      now,
      body: { ...common, name: `${mark}客服工作时间`, publicHolidays: 'cn', weekly: weekdays },
    })
    const night = await publishCalendarTx(tx, {
      communityId,
      by: null,
      now,
      body: { ...common, name: `${mark}全天`, publicHolidays: 'none', weekly: everyDay },
    })
    const targets = (accept: number, first: number, resolve: number, calendarId: string) => ({
      accept: { seconds: accept, calendarId },
      first_response: { seconds: first, calendarId },
      resolve: { seconds: resolve, calendarId },
    })
    await publishPolicyTx(
      tx,
      communityId,
      {
        name: '服务时限',
        basis: `${mark}测试`,
        expectedVersion: 0,
        reopenPercent: 50,
        reopenFloorSeconds: 7200,
        rules: [
          { kinds: [], urgencies: ['danger'], targets: targets(300, 900, 14_400, night.id) },
          { kinds: ['repair'], urgencies: [], targets: targets(1800, 3600, 86_400, night.id) },
          { kinds: [], urgencies: [], targets: targets(3600, 7200, 28_800, day.id) },
        ],
      },
      { id: null, name: '测试' },
      now,
    )
    return { day: day.id, night: night.id }
  })
  const move = (
    name: string,
    phone: string,
    homeId: string,
    role: 'owner' | 'tenant',
  ): Promise<BuiltResident> => moveIn(server, { communityId, name, phone, homeId, role })
  const unique = communityId.replaceAll(/\D/g, '').slice(-7).padStart(7, '0')
  return {
    ...house,
    ids,
    calendars,
    owner: await move(`${mark}王小明`, `1380${unique}`, ids.homes[0], 'owner'),
    tenant: await move(`${mark}李租客`, `1381${unique}`, ids.homes[1], 'tenant'),
  }
}

/** A resident of a home, in the archive and signed in. */
export async function moveIn(
  server: TestServer,
  it: {
    communityId: string
    name: string
    phone: string
    homeId: string
    role: 'owner' | 'tenant' | 'family'
  },
): Promise<BuiltResident> {
  const personId = v7()
  const now = server.clock.now()
  await server.database.transaction([it.communityId], async (tx) => {
    await addPersonTx(tx, it.communityId, { id: personId, name: it.name, phone: it.phone }, now)
    await addResidencyTx(
      tx,
      it.communityId,
      { id: v7(), personId, homeId: it.homeId, role: it.role, since: null },
      now,
    )
  })
  return buildResident(server, { communityId: it.communityId, personId, phone: it.phone, roles: [it.role] })
}

/** A fresh session of the same account, for a test whose clock has moved past the old one's life. */
export async function again<T extends { accountId: string; token: string }>(
  server: TestServer,
  kind: 'staff' | 'resident',
  who: T,
): Promise<T> {
  const now = server.clock.now()
  const { token } = await server.database.transaction([], (tx) =>
    beginSession(tx, { accountId: who.accountId, kind, device: 'test', now }),
  )
  return { ...who, token }
}
