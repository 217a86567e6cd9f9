import type { ResidentRole, StaffRole, Team } from '@zhanggui/contract'
import { sql } from 'kysely'
import type { Actor, Reach } from '#platform/context'
import type { Database } from '#platform/database'
import { seenEvery, sessionLimits } from '../rules/session-limits.ts'
import { digest } from '../secrets.ts'

type Found = {
  session_id: string
  account_id: string
  kind: 'staff' | 'resident'
  name: string
  organization_id: string | null
  appointments: { communityId: string; role: StaffRole; team: Team }[] | null
  holdings: { communityId: string; personId: string; roles: ResidentRole[] }[] | null
}

/**
 * Who a session token belongs to, with the reach of this moment, in one statement: found by the unique index
 * on the digest, the appointments by `appointment_once`, the holdings by their primary key. Undefined for a
 * session that is unknown, revoked, idle too long, too old, or of an account that left.
 */
export async function authenticate(
  database: Database,
  token: string,
  now: string,
): Promise<Actor | undefined> {
  const found = await sql<Found>`
    with it as (
      select s.id as session_id, a.id as account_id, a.kind, a.name, a.organization_id, a.phone
      from identity.session s
      join identity.account a on a.id = s.account_id
      where s.token_hash = ${digest(token)}
        and s.revoked_at is null
        and s.expires_at > ${now}::timestamptz
        and s.last_seen_at > ${now}::timestamptz - case a.kind
          when 'staff' then ${sql.lit(sessionLimits.staff.idle)}::interval
          else ${sql.lit(sessionLimits.resident.idle)}::interval end
        and a.state = 'active'
    ), seen as (
      update identity.session set last_seen_at = ${now}::timestamptz
      where id = (select session_id from it)
        and last_seen_at < ${now}::timestamptz - ${sql.lit(seenEvery)}::interval
    )
    select it.session_id, it.account_id, it.kind, it.name, it.organization_id,
      (select json_agg(json_build_object('communityId', p.community_id, 'role', p.role, 'team', p.team)
          order by p.community_id, p.since, p.role)
        from identity.appointment p
        where it.kind = 'staff' and p.account_id = it.account_id and p.until is null) as appointments,
      (select json_agg(json_build_object('communityId', h.community_id, 'personId', h.person_id, 'roles', h.roles)
          order by h.community_id, h.person_id)
        from identity.phone_holding h
        where it.kind = 'resident' and h.phone = it.phone and h.roles <> '{}') as holdings
    from it`.execute(database.house)
  const row = found.rows[0]
  if (!row) return undefined
  return {
    kind: row.kind,
    accountId: row.account_id,
    sessionId: row.session_id,
    name: row.name,
    organizationId: row.organization_id,
    reach: reachOf(row),
  }
}

function reachOf(row: Found): Reach[] {
  const reach = new Map<string, Reach>()
  const at = (communityId: string): Reach => {
    const known = reach.get(communityId) ?? { communityId, roles: [], team: null, personIds: [] }
    reach.set(communityId, known)
    return known
  }
  for (const it of row.appointments ?? []) {
    const place = at(it.communityId)
    place.roles.push(it.role)
    place.team ??= it.team
  }
  for (const it of row.holdings ?? []) {
    const place = at(it.communityId)
    place.personIds.push(it.personId)
    for (const role of it.roles) if (!place.roles.includes(role)) place.roles.push(role)
  }
  return [...reach.values()]
}
