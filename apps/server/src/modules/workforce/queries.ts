import { staffOfCommunity } from '#modules/identity'
import { namesOf } from '#modules/estate'
import { dutyPhone, teams } from '@zhanggui/contract'
import type { DutyPhone, Member, Shift, Skill, Team } from '@zhanggui/contract'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Tx } from '#platform/database'

/** The community's zone. The transaction must reach it. */
export async function zoneOf(tx: Tx, communityId: string): Promise<string> {
  const [community] = await namesOf(tx, [communityId])
  if (!community) throw new Error('a community out of reach has no zone')
  return community.timeZone
}

/** What each member of staff can be sent for, by account. */
export async function skillsOf(tx: Tx, communityId: string): Promise<Map<string, Skill[]>> {
  // skill_once
  const rows = await tx
    .selectFrom('workforce.skill')
    .select(['account_id', 'skill'])
    .where('community_id', '=', communityId)
    .orderBy('account_id')
    .orderBy('skill')
    .execute()
  const skills = new Map<string, Skill[]>()
  for (const it of rows) skills.set(it.account_id, [...(skills.get(it.account_id) ?? []), it.skill])
  return skills
}

/** All who work here, with team and skills, by name. Two statements. */
export async function membersOf(tx: Tx, communityId: string): Promise<Member[]> {
  const staff = await staffOfCommunity(tx, communityId)
  const skills = await skillsOf(tx, communityId)
  return staff.map((it) => ({ ...it, skills: skills.get(it.id) ?? [] }))
}

/** Who leads which team, as far as they still work here. Every team is in the answer. */
export async function teamLeaders(
  tx: Tx,
  communityId: string,
  members?: readonly { id: string; name: string }[],
): Promise<Map<Team, { id: string; name: string } | null>> {
  const staff = members ?? (await staffOfCommunity(tx, communityId))
  // team_leader_once
  const rows = await tx
    .selectFrom('workforce.team_leader')
    .select(['team', 'account_id'])
    .where('community_id', '=', communityId)
    .execute()
  return new Map(
    teams.map((team) => {
      const leader = rows.find((it) => it.team === team)
      const found = staff.find((it) => it.id === leader?.account_id)
      return [team, found ? { id: found.id, name: found.name } : null]
    }),
  )
}

/** Shifts in use and those named, in their order. */
export async function shiftsOf(tx: Tx, communityId: string, also: readonly string[] = []): Promise<Shift[]> {
  const rows = await tx
    .selectFrom('workforce.shift')
    .select(['id', 'name', 'from_time as from', 'until_time as until', 'weekdays'])
    .where('community_id', '=', communityId)
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('id', '=', sql<string>`any(${[...also]}::uuid[])`)]))
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows
}

const phones = z.array(dutyPhone)

/** The duty phone list in force, in the order to ring; version 0 and nothing when none was published. */
export async function dutyPhones(
  tx: Tx,
  communityId: string,
): Promise<{ version: number; phones: DutyPhone[]; publishedAt: string | null; publishedBy: string | null }> {
  // duty_phones_version
  const row = await tx
    .selectFrom('workforce.duty_phones')
    .select(['version', 'phones', 'published_at', 'published_by_name'])
    .where('community_id', '=', communityId)
    .orderBy('version', 'desc')
    .limit(sql.lit(1))
    .executeTakeFirst()
  if (!row) return { version: 0, phones: [], publishedAt: null, publishedBy: null }
  return {
    version: row.version,
    phones: phones.parse(row.phones),
    publishedAt: row.published_at,
    publishedBy: row.published_by_name,
  }
}

/** Changes to one community's roster and leave take turns until commit. */
export async function takeTurn(tx: Tx, communityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`workforce:${communityId}`}, 0))`.execute(tx)
}
