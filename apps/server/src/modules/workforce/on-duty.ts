import type { Member, Skill, Team } from '@zhanggui/contract'
import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { membersOf, teamLeaders } from './queries.ts'

/** Somebody who works at an instant: until when (ISO), in which shift, and who leads their team. */
export type OnDuty = Member & { shift: string; until: string; leader: { id: string; name: string } | null }

/** Everybody who works in a community, by name, with their shift where they are on duty at this instant. */
export async function everybody(
  tx: Tx,
  communityId: string,
  at: string,
): Promise<(Member & { duty: OnDuty | undefined })[]> {
  const members = await membersOf(tx, communityId)
  const working = new Map((await workingAmong(tx, communityId, at, members)).map((it) => [it.id, it]))
  return members.map((it) => ({ ...it, duty: working.get(it.id) }))
}

/**
 * Who is on duty in a community at this instant (ISO 8601): on a shift of the roster that runs then, not on leave on
 * the date the shift began, and still appointed here; by name. Only one team or one skill when asked. Whoever has two
 * shifts at once is there once, until the later end. Four statements, whatever the number of people.
 */
export async function onDuty(
  tx: Tx,
  communityId: string,
  at: string,
  only: { team?: Team | undefined; skill?: Skill | undefined } = {},
): Promise<OnDuty[]> {
  const members = await membersOf(tx, communityId)
  return (await workingAmong(tx, communityId, at, members)).filter(
    (it) =>
      (only.team === undefined || it.team === only.team) &&
      (only.skill === undefined || it.skills.includes(only.skill)),
  )
}

async function workingAmong(
  tx: Tx,
  communityId: string,
  at: string,
  members: readonly Member[],
): Promise<OnDuty[]> {
  const leaders = await teamLeaders(tx, communityId, members)
  // roster_starting: a shift lasts a day at most, 25 hours where the clocks go back
  const rows = await sql<{ account_id: string; shift: string; until: string }>`
    select distinct on (r.account_id) r.account_id, s.name as shift, r.ends_at as until
    from workforce.roster r
    join workforce.shift s on s.community_id = r.community_id and s.id = r.shift_id
    where r.community_id = ${communityId}
      and r.starts_at <= ${at}::timestamptz and r.starts_at > ${at}::timestamptz - interval '26 hours'
      and r.ends_at > ${at}::timestamptz
      and not exists (
        select from workforce.leave l
        where l.community_id = r.community_id and l.account_id = r.account_id and l.cancelled_at is null
          and r.on_date between l.from_date and l.until_date)
    order by r.account_id, r.ends_at desc`.execute(tx)
  const working = new Map(rows.rows.map((it) => [it.account_id, it]))
  return members.flatMap((it) => {
    const now = working.get(it.id)
    return !now ? [] : [{ ...it, shift: now.shift, until: now.until, leader: leaders.get(it.team) ?? null }]
  })
}

/** Who works at this instant, and who leads which team, by account; whoever has left is for the caller to leave out. */
export async function standingAt(
  tx: Tx,
  communityId: string,
  at: string,
): Promise<{ working: Set<string>; leaders: Map<Team, string> }> {
  // roster_starting, team_leader_once
  const rows = await sql<{ account_id: string; team: Team | null }>`
    select r.account_id, null as team
    from workforce.roster r
    where r.community_id = ${communityId}
      and r.starts_at <= ${at}::timestamptz and r.starts_at > ${at}::timestamptz - interval '26 hours'
      and r.ends_at > ${at}::timestamptz
      and not exists (
        select from workforce.leave l
        where l.community_id = r.community_id and l.account_id = r.account_id and l.cancelled_at is null
          and r.on_date between l.from_date and l.until_date)
    union all
    select t.account_id, t.team from workforce.team_leader t where t.community_id = ${communityId}`.execute(
    tx,
  )
  return {
    working: new Set(rows.rows.filter((it) => it.team === null).map((it) => it.account_id)),
    leaders: new Map(
      rows.rows.flatMap((it) => (it.team === null ? [] : [[it.team, it.account_id] as const])),
    ),
  }
}
