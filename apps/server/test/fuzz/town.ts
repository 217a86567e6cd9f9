import { v7 } from 'uuid'
import { appoint, beginSession } from '../../src/modules/identity/index.ts'
import { withClient } from '../../src/platform/postgres/connect.ts'
import type { TestServer } from '../harness/server.ts'
import { exampleOf } from '../matrix/examples.ts'
import type { At } from '../matrix/examples.ts'
import type { Ground, Side, SideName } from '../matrix/ground.ts'
import type { Sent } from './files.ts'
import { learn, newPool, remember } from './pool.ts'
import type { Pool, Thing } from './pool.ts'
import type { Town } from './send.ts'

/** What the fuzzing knows at the beginning: the things of one community, and those of two others. */
export async function layTown(
  server: TestServer,
  ground: Ground,
  files: { pictures: Sent[]; rosters: Sent[] },
): Promise<Town> {
  const pool = newPool()
  await settle(server, ground, ground.sides.own, pool.own, pool)
  await settle(server, ground, ground.sides.sibling, pool.foreign, undefined)
  await settle(server, ground, ground.sides.stranger, pool.foreign, undefined)
  // Secrets are the right to what they open, so nobody may find those of others.
  for (const it of ['token', 'secret', 'invitation'] as const) pool.foreign[it] = [v7()]
  return { pool, callers: ground.callers, ...files, now: server.clock.now }
}

async function settle(
  server: TestServer,
  ground: Ground,
  side: Side,
  list: Record<Thing, string[]>,
  pool: Pool | undefined,
): Promise<void> {
  const put = (thing: Thing, ...ids: string[]) => ids.forEach((id) => remember(list[thing], id, 40))
  put('community', side.communityId)
  put('place', ...side.ids.homes, side.ids.lobby, side.ids.garden, side.ids.entrance, side.ids.building)
  put('home', ...side.ids.homes)
  put('calendar', side.calendars.day, side.calendars.night)
  put('account', ...Object.values(side.staff).map((it) => it.accountId), side.door.accountId)
  const manager = ground.caller('manager')
  const at: At = { server, side, holder: side.first, caller: manager, absent: false, mine: true }
  for (const { resident } of [side.first, side.neighbour]) {
    put('person', resident.personId)
    const seen = await server.ok('readPerson', { params: { id: resident.personId }, by: side.staff.manager })
    put('residency', ...seen.residencies.map((it) => it.id))
    const sessions = await server.ok('listSessions', { by: resident })
    put('session', ...sessions.items.map((it) => it.id))
  }
  for (const name of [
    'readCase',
    'replyToCase',
    'resumeCase',
    'confirmCase',
    'acceptCase',
    'readFile',
    'readRoster',
  ] as const) {
    for (const holder of [side.first, side.neighbour]) {
      const asking = await exampleOf(name)({ ...at, holder })
      const thing = name === 'readFile' ? 'file' : name === 'readRoster' ? 'roster' : 'case'
      put(thing, asking.params?.['id'] ?? '')
    }
  }
  const told = await server.ok('listNotifications', { by: side.first.resident })
  put('notification', ...told.items.map((it) => it.id))
  if (!pool) return
  for (const name of ['makePlaceCode', 'inviteStaff', 'openPublicCase', 'uploadFile'] as const) {
    const asking = await exampleOf(name)(at)
    learn(pool, name, await server.ok(name, { by: side.staff.manager, ...asking }))
  }
}

/**
 * Puts the callers back to what they were: requests have ended their sessions, appointments and residencies, changed
 * phones and set up authenticators. Otherwise soon nobody could get in any more.
 */
export async function restore(server: TestServer, ground: Ground, town: Town): Promise<void> {
  const { door } = ground.sides.own
  const live = [
    ...ground.callers.filter((it) => it.live && it.accountId !== undefined),
    // Whoever signs in by password is nobody who asks, yet examples begin with them.
    {
      accountId: door.accountId,
      kind: 'staff' as const,
      roles: { own: ['agent'] },
      session: door,
      holder: undefined,
    },
  ]
  const accounts = live.map((it) => it.accountId)
  await withClient(server.urls.ownerUrl, async (client) => {
    await client.query(
      `update identity.account set state = 'active', totp_secret = null, totp_pending = null where id = any ($1)`,
      [accounts],
    )
  })
  for (const caller of live) {
    const { accountId, kind, roles } = caller
    if (accountId === undefined || kind === 'nobody') continue
    if (kind === 'staff') {
      for (const [where, all] of Object.entries(roles)) {
        const { communityId } = ground.sides[where as SideName]
        for (const role of all) {
          await server.database.transaction([communityId], (tx) =>
            appoint(tx, {
              accountId,
              communityId,
              role: role as 'agent',
              team: 'service',
              now: server.clock.now(),
            }),
          )
        }
      }
    }
    const { token } = await server.database.transaction([], (tx) =>
      beginSession(tx, { accountId, kind, device: 'fuzz', now: server.clock.now() }),
    )
    // The same object that the ground's staff and residents are.
    if (caller.session) caller.session.token = token
  }
  for (const caller of live) if (caller.holder) await moveBackIn(server, ground, caller.holder)
  // Codes, invitations and cases in every state are used up.
  const { own } = ground.sides
  const at: At = {
    server,
    side: own,
    holder: own.first,
    caller: ground.caller('manager'),
    absent: false,
    mine: true,
  }
  // Under rules of chance nobody might be able to take anything any more.
  await server.ok('publishAssignment', {
    ...(await exampleOf('publishAssignment')(at)),
    by: at.caller.session,
  })
  for (const name of ['makePlaceCode', 'inviteStaff'] as const) {
    learn(town.pool, name, await server.ok(name, { ...(await exampleOf(name)(at)), by: at.caller.session }))
  }
}

async function moveBackIn(
  server: TestServer,
  ground: Ground,
  { resident, homeId }: Side['first'],
): Promise<void> {
  const by = ground.caller('manager').session
  const params = { id: resident.personId }
  const seen = await server.ok('readPerson', { params, by })
  await server.ok('changePerson', {
    params,
    by,
    body: { expectedVersion: seen.version, phone: resident.phone },
  })
  if (seen.residencies.some((it) => it.until === null)) return
  await server.ok('addResidency', { params, by, body: { id: v7(), homeId, role: 'owner' } })
}
