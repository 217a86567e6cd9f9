import { staffRoles } from '@zhanggui/contract'
import type { Role } from '@zhanggui/contract'
import { v7 } from 'uuid'
import { appoint, beginSession, foundOrganization } from '../../src/modules/identity/index.ts'
import { withClient } from '../../src/platform/postgres/connect.ts'
import { buildStaff } from '../harness/builders.ts'
import type { BuiltResident, BuiltStaff } from '../harness/builders.ts'
import type { Session, TestServer } from '../harness/server.ts'
import { moveIn, settle } from '../harness/world.ts'
import type { Community } from '../harness/world.ts'

/** Whose data something is, as seen from the community that the callers are of. */
export type SideName = 'own' | 'sibling' | 'stranger'

/** Strings that stand in the names and texts of one community or household and nowhere else. */
export const marks = { own: '甲缄', neighbour: '邻缄', sibling: '乙缄', stranger: '丙缄' } as const

/** What residents are called, by which a test sees whether somebody learned who lives where. */
export const residentNames = ['王小明', '李租客', '孙家属', '赵邻居']

/** A household: who reports, from which home, and the mark their words carry. */
export type Holder = { resident: BuiltResident; homeId: string; mark: string }

/** A community with its households, and an agent who has a password. */
export type Side = Community & {
  name: SideName
  mark: string
  first: Holder
  neighbour: Holder
  door: BuiltStaff
  password: string
}

/** Who asks: their session, if any, and their roles in each community. */
export type Caller = {
  name: string
  kind: 'staff' | 'resident' | 'nobody'
  session: Session | undefined
  accountId: string | undefined
  roles: Partial<Record<SideName, readonly Role[]>>
  /** Residents: the household whose things are their own. */
  holder: Holder | undefined
  /** For whoever signs in: the account a fresh session is made for. */
  live: boolean
}

export type Ground = {
  server: TestServer
  sides: Record<SideName, Side>
  callers: Caller[]
  caller(name: string): Caller
}

export const password = 'Deng-Huo-Lan-Shan-27'

/**
 * Three communities, two of one organization and one of another, each with staff of every role and four households;
 * and everybody who asks in the matrix: each role, nobody, and people whose session or role has ended.
 */
export async function layGround(server: TestServer): Promise<Ground> {
  // Both know the organization's name, so it carries no mark.
  const organizationId = v7()
  await server.database.transaction([], (tx) =>
    foundOrganization(tx, { id: organizationId, name: '同司物业', now: server.clock.now() }),
  )
  const own = await sideOf(server, 'own', { organizationId })
  const sibling = await sideOf(server, 'sibling', { organizationId })
  const stranger = await sideOf(server, 'stranger', {})
  const { communityId } = own
  const family = await moveIn(server, {
    communityId,
    name: `${marks.own}孙家属`,
    phone: '13722220001',
    homeId: own.ids.homes[2],
    role: 'family',
  })
  const holder = (resident: BuiltResident, home: number): Holder => ({
    resident,
    homeId: own.ids.homes[home] ?? '',
    mark: own.mark,
  })
  const resident = (name: Role, it: Holder): Caller => ({
    name,
    kind: 'resident',
    session: it.resident,
    accountId: it.resident.accountId,
    roles: { own: [name] },
    holder: it,
    live: true,
  })
  const staff = (name: string, it: BuiltStaff, roles: Caller['roles']): Caller => ({
    name,
    kind: 'staff',
    session: it,
    accountId: it.accountId,
    roles,
    holder: undefined,
    live: true,
  })
  const nobody = (name: string, session: Session | undefined): Caller => ({
    name,
    kind: 'nobody',
    session,
    accountId: undefined,
    roles: {},
    holder: undefined,
    live: false,
  })

  // A manager here who is auditor next door: what one may here must not follow one there.
  const both = await buildStaff(server, { ...own, role: 'manager', name: '两地经理' })
  // A manager who left this community and is auditor next door.
  const former = await buildStaff(server, { ...own, role: 'manager', name: '前任经理' })
  for (const it of [both, former]) {
    await server.database.transaction([sibling.communityId], (tx) =>
      appoint(tx, {
        accountId: it.accountId,
        communityId: sibling.communityId,
        role: 'auditor',
        team: 'office',
        now: server.clock.now(),
      }),
    )
  }
  await server.ok('endAppointment', {
    params: { communityId, accountId: former.accountId },
    by: own.staff.manager,
  })
  const expired = await buildStaff(server, { ...own, role: 'manager' })
  await withClient(server.urls.ownerUrl, (client) =>
    client.query(`update identity.session set expires_at = created_at where account_id = $1`, [
      expired.accountId,
    ]),
  )
  const callers: Caller[] = [
    ...staffRoles.map((role) => staff(role, own.staff[role], { own: [role] })),
    resident('owner', holder(own.owner, 0)),
    resident('tenant', holder(own.tenant, 1)),
    resident('family', holder(family, 2)),
    staff('manager here, auditor next door', both, { own: ['manager'], sibling: ['auditor'] }),
    staff('former manager, auditor next door', former, { sibling: ['auditor'] }),
    await movedAway(server, own),
    nobody('anonymous', undefined),
    nobody('expired session', expired),
  ]
  return {
    server,
    sides: { own, sibling, stranger },
    callers,
    caller: (name) => {
      const found = callers.find((it) => it.name === name)
      if (!found) throw new Error(`nobody is called ${name}`)
      return found
    },
  }
}

async function sideOf(server: TestServer, name: SideName, it: { organizationId?: string }): Promise<Side> {
  const mark = marks[name]
  const community = await settle(server, { ...it, mark })
  const { communityId, organizationId, ids } = community
  const neighbourMark = name === 'own' ? marks.neighbour : mark
  const neighbour = await moveIn(server, {
    communityId,
    name: `${neighbourMark}赵邻居`,
    phone: `1372222${{ own: '1001', sibling: '1002', stranger: '1003' }[name]}`,
    homeId: ids.homes[3],
    role: 'owner',
  })
  const login = `door-${name}`
  const door = await buildStaff(server, {
    communityId,
    organizationId,
    role: 'agent',
    login,
    password,
    name: `${mark}门岗`,
  })
  return {
    ...community,
    name,
    mark,
    password,
    door,
    first: { resident: community.owner, homeId: ids.homes[0], mark },
    neighbour: { resident: neighbour, homeId: ids.homes[3], mark: neighbourMark },
  }
}

/** An owner who moved away: the account and the session stand, the reach is gone. */
async function movedAway(server: TestServer, own: Side): Promise<Caller> {
  const { communityId } = own
  const resident = await moveIn(server, {
    communityId,
    name: `${marks.own}钱搬走`,
    phone: '13722220002',
    homeId: own.ids.homes[1],
    role: 'owner',
  })
  const home = await server.ok('readPerson', { params: { id: resident.personId }, by: own.staff.manager })
  await server.ok('endResidency', {
    params: { id: home.residencies[0]?.id ?? '' },
    by: own.staff.manager,
    body: { until: server.clock.now().slice(0, 10) },
  })
  return {
    name: 'owner who moved away',
    kind: 'resident',
    session: resident,
    accountId: resident.accountId,
    roles: {},
    holder: undefined,
    live: true,
  }
}

/** Another session of the same account, for requests that end the one they come by. */
export async function freshSession(server: TestServer, caller: Caller): Promise<Session | undefined> {
  const { accountId, kind } = caller
  if (!caller.live || accountId === undefined || kind === 'nobody') return caller.session
  return server.database.transaction([], (tx) =>
    beginSession(tx, { accountId, kind, device: 'test', now: server.clock.now() }),
  )
}
