import { staffRoles } from '@zhanggui/contract'
import type { ResidentRole, StaffRole, Team } from '@zhanggui/contract'
import { v7 } from 'uuid'
import {
  appoint,
  beginSession,
  foundOrganization,
  hashPassword,
  holdPhone,
  makeResident,
  makeStaff,
} from '../../src/modules/identity/index.ts'
import { withClient } from '../../src/platform/postgres/connect.ts'
import type { Session, TestServer } from './server.ts'

/** What builders need of a test server. */
export type Ground = Pick<TestServer, 'database' | 'urls' | 'clock'>

export type BuiltCommunity = { organizationId: string; communityId: string; communityName: string }
export type BuiltStaff = Session & { accountId: string; login: string; name: string }
export type BuiltResident = Session & { accountId: string; personId: string; phone: string }

let serial = 0
const next = (): number => (serial += 1)

const teamOf: Record<StaffRole, Team> = {
  agent: 'service',
  dispatcher: 'service',
  worker: 'engineering',
  manager: 'office',
  finance: 'office',
  'head-office': 'office',
  committee: 'office',
  auditor: 'office',
}

/** A community, of a new organization unless one is given. */
export async function buildCommunity(
  ground: Ground,
  it: { organizationId?: string; name?: string } = {},
): Promise<BuiltCommunity> {
  const now = ground.clock.now()
  const organizationId = it.organizationId ?? v7()
  const communityId = v7()
  const name = it.name ?? `第${next()}小区`
  if (it.organizationId === undefined) {
    await ground.database.transaction([], (tx) =>
      foundOrganization(tx, { id: organizationId, name: `${name}物业`, now }),
    )
  }
  await withClient(ground.urls.ownerUrl, async (client) => {
    await client.query(`set app.communities = '${communityId}'`)
    await client.query(
      `insert into estate.community (id, organization_id, name, created_at) values ($1, $2, $3, $4)`,
      [communityId, organizationId, name, now],
    )
  })
  return { organizationId, communityId, communityName: name }
}

/** A staff member with a session; with a password only when one is given. */
export async function buildStaff(
  ground: Ground,
  it: {
    organizationId: string
    communityId: string
    role: StaffRole | StaffRole[]
    team?: Team
    login?: string
    name?: string
    password?: string
  },
): Promise<BuiltStaff> {
  const now = ground.clock.now()
  const roles = [it.role].flat()
  const accountId = v7()
  const login = it.login ?? `${roles[0]}-${next()}`
  const name = it.name ?? `员工${next()}`
  const passwordHash = it.password === undefined ? null : await hashPassword(it.password)
  return ground.database.transaction([it.communityId], async (tx) => {
    await makeStaff(tx, { id: accountId, organizationId: it.organizationId, login, name, passwordHash, now })
    for (const role of roles) {
      await appoint(tx, { accountId, communityId: it.communityId, role, team: it.team ?? teamOf[role], now })
    }
    const { token } = await beginSession(tx, { accountId, kind: 'staff', device: 'test', now })
    return { accountId, login, name, token }
  })
}

/**
 * A resident who has signed in: an account, and their phone held for a person. The archive itself (the person,
 * the home) is not written; give `personId` when there is one.
 */
export async function buildResident(
  ground: Ground,
  it: { communityId: string; personId?: string; phone?: string; roles?: ResidentRole[] },
): Promise<BuiltResident> {
  const now = ground.clock.now()
  const personId = it.personId ?? v7()
  const phone = it.phone ?? `1390000${String(next()).padStart(4, '0')}`
  return ground.database.transaction([it.communityId], async (tx) => {
    await holdPhone(tx, { communityId: it.communityId, personId, phone, roles: it.roles ?? ['owner'] })
    const account = await makeResident(tx, { phone, now })
    if (!account) throw new Error('this phone may not sign in')
    const { token } = await beginSession(tx, {
      accountId: account.id,
      kind: 'resident',
      device: 'test',
      now,
    })
    return { accountId: account.id, personId, phone, token }
  })
}

/**
 * A community with a staff member of each role signed in there, an owner and a tenant; of a new organization
 * unless one is given. `mark` stands in the names, by which a test recognises whose they are.
 */
export async function buildHouse(
  ground: Ground,
  it: { organizationId?: string; mark?: string } = {},
): Promise<
  BuiltCommunity & {
    staff: Record<StaffRole, BuiltStaff>
    owner: BuiltResident
    tenant: BuiltResident
  }
> {
  const { mark = '', ...organization } = it
  const community = await buildCommunity(ground, {
    ...organization,
    ...(mark === '' ? {} : { name: `${mark}小区${next()}` }),
  })
  const staff = {} as Record<StaffRole, BuiltStaff>
  for (const role of staffRoles) {
    staff[role] = await buildStaff(ground, { ...community, role, name: `${mark}员工${next()}` })
  }
  const owner = await buildResident(ground, { ...community, roles: ['owner'] })
  const tenant = await buildResident(ground, { ...community, roles: ['tenant'] })
  return { ...community, staff, owner, tenant }
}
