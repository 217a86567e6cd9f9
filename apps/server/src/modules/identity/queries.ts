import type { Locale, StaffRole, Team } from '@zhanggui/contract'
import { sql } from 'kysely'
import type { House, Tx } from '#platform/database'
import { sessionLimits } from './rules/session-limits.ts'

/** What an account's own page needs of it, in one statement. */
export async function accountSheet(
  house: House,
  accountId: string,
): Promise<{
  name: string
  kind: 'staff' | 'resident'
  locale: Locale
  organization: { id: string; name: string } | null
  totp_enabled: boolean
  recovery_codes_left: number
}> {
  return house
    .selectFrom('identity.account as a')
    .leftJoin('identity.organization as o', 'o.id', 'a.organization_id')
    .where('a.id', '=', accountId)
    .select([
      'a.name',
      'a.kind',
      'a.locale',
      sql<{ id: string; name: string } | null>`case when o.id is not null
        then json_build_object('id', o.id, 'name', o.name) end`.as('organization'),
      sql<boolean>`a.totp_secret is not null`.as('totp_enabled'),
      sql<number>`(select count(*)::int from identity.recovery_code r
        where r.account_id = a.id and r.used_at is null)`.as('recovery_codes_left'),
    ])
    .executeTakeFirstOrThrow()
}

/** An account as signing in needs it. */
export type Credentials = {
  id: string
  kind: 'staff' | 'resident'
  login: string | null
  name: string
  state: 'invited' | 'active' | 'left'
  password_hash: string | null
  totp_secret: string | null
  totp_pending: string | null
}

const credentialColumns = [
  'id',
  'kind',
  'login',
  'name',
  'state',
  'password_hash',
  'totp_secret',
  'totp_pending',
] as const

export function credentialsByLogin(house: House, login: string): Promise<Credentials | undefined> {
  return house
    .selectFrom('identity.account')
    .select(credentialColumns)
    .where('login', '=', login)
    .executeTakeFirst()
}

export function credentialsOf(house: House, accountId: string): Promise<Credentials | undefined> {
  return house
    .selectFrom('identity.account')
    .select(credentialColumns)
    .where('id', '=', accountId)
    .executeTakeFirst()
}

/** An active member of staff by login, for commands that act on somebody's behalf. */
export async function staffByLogin(
  house: House | Tx,
  login: string,
): Promise<{ id: string; name: string; organizationId: string } | undefined> {
  const row = await house
    .selectFrom('identity.account')
    .select(['id', 'name', 'organization_id'])
    .where('login', '=', login)
    .where('kind', '=', 'staff')
    .where('state', '=', 'active')
    .executeTakeFirst()
  return row?.organization_id
    ? { id: row.id, name: row.name, organizationId: row.organization_id }
    : undefined
}

/** Sessions of an account that would still be let in, newest first; at most fifty. */
export function liveSessions(
  house: House,
  it: { accountId: string; kind: 'staff' | 'resident' },
  now: string,
): Promise<{ id: string; device: string; created_at: string; last_seen_at: string }[]> {
  return house
    .selectFrom('identity.session')
    .select(['id', 'device', 'created_at', 'last_seen_at'])
    .where('account_id', '=', it.accountId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', sql<string>`${now}::timestamptz - ${sessionLimits[it.kind].idle}::interval`)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(sql.lit(50))
    .execute()
}

/** A staff member in a community. */
export type StaffOfCommunity = {
  id: string
  name: string
  login: string
  roles: StaffRole[]
  team: Team
  state: 'invited' | 'active' | 'left'
}

/** Who is appointed in a community now, by name; found by `appointment_in_community`. */
export async function appointed(
  tx: House | Tx,
  communityId: string,
  only: { accountId?: string; active: boolean },
): Promise<StaffOfCommunity[]> {
  const found = await sql<StaffOfCommunity>`
    select a.id, a.name, a.login, a.state,
      array_agg(p.role order by p.since, p.role) as roles,
      (array_agg(p.team order by p.since, p.role))[1] as team
    from identity.appointment p
    join identity.account a on a.id = p.account_id
    where p.community_id = ${communityId} and p.until is null and a.state <> 'left'
      ${only.active ? sql`and a.state = 'active'` : sql``}
      ${only.accountId === undefined ? sql`` : sql`and a.id = ${only.accountId}`}
    group by a.id
    order by a.name, a.login`.execute(tx)
  return found.rows
}

/** An invitation that may still be accepted. */
export async function openInvitation(
  house: House,
  tokenHash: Buffer,
  now: string,
): Promise<
  { accountId: string; name: string; login: string; organization: string; expiresAt: string } | undefined
> {
  const row = await house
    .selectFrom('identity.invitation as i')
    .innerJoin('identity.account as a', 'a.id', 'i.account_id')
    .innerJoin('identity.organization as o', 'o.id', 'a.organization_id')
    .where('i.token_hash', '=', tokenHash)
    .where('i.used_at', 'is', null)
    .where('i.expires_at', '>', now)
    .where('a.state', '=', 'invited')
    .select(['a.id', 'a.name', 'a.login', 'o.name as organization', 'i.expires_at'])
    .executeTakeFirst()
  if (!row || row.login === null) return undefined
  return {
    accountId: row.id,
    name: row.name,
    login: row.login,
    organization: row.organization,
    expiresAt: row.expires_at,
  }
}

/**
 * Looks at the data of some persons, newest first, from just after a position: one index range of
 * `access_entry_of_person` for each person and community, of which there are a few.
 */
export function accessOfPersons(
  tx: Tx,
  communities: string[],
  persons: string[],
  after: { at: string; id: string } | undefined,
  limit: number,
) {
  let query = tx
    .selectFrom('identity.access_entry')
    .select(['id', 'at', 'account_name', 'role', 'what', 'purpose'])
    .where('community_id', '=', sql<string>`any(${communities}::uuid[])`)
    .where('person_id', '=', sql<string>`any(${persons}::uuid[])`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  if (after) query = query.where(sql<boolean>`(at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
  return query.execute()
}

/** Resident accounts whose phone the archive holds for a person. */
export async function accountsOfPerson(
  tx: House | Tx,
  communityId: string,
  personId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('identity.phone_holding as h')
    .innerJoin('identity.account as a', 'a.phone', 'h.phone')
    .where('h.community_id', '=', communityId)
    .where('h.person_id', '=', personId)
    .where('a.kind', '=', 'resident')
    .where('a.state', '=', 'active')
    .select('a.id')
    .execute()
  return rows.map((it) => it.id)
}

/** A staff member whom others may be shown or cases given to. */
export type StaffMember = { id: string; name: string; roles: StaffRole[]; team: Team }

/** A member of a community's staff: appointed there now and able to sign in; else undefined. */
export async function staffMember(
  tx: House | Tx,
  communityId: string,
  accountId: string,
): Promise<StaffMember | undefined> {
  const [found] = await appointed(tx, communityId, { accountId, active: true })
  return found && { id: found.id, name: found.name, roles: found.roles, team: found.team }
}

/** All of a community's staff who are appointed now and able to sign in, by name. */
export async function staffOfCommunity(tx: House | Tx, communityId: string): Promise<StaffMember[]> {
  const found = await appointed(tx, communityId, { active: true })
  return found.map(({ id, name, roles, team }) => ({ id, name, roles, team }))
}

/** Every community that somebody works in now. */
export async function communitiesServed(house: House): Promise<string[]> {
  const rows = await house
    .selectFrom('identity.appointment')
    .select('community_id')
    .distinct()
    .where('until', 'is', null)
    .execute()
  return rows.map((it) => it.community_id)
}
