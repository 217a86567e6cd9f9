import { onDuty } from '#modules/workforce'
import { assignmentBody, rolePermissions } from '@zhanggui/contract'
import type { AssignmentView, StaffRole } from '@zhanggui/contract'
import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { CaseRow } from './access.ts'
import { weights } from './rules/choose-assignee.ts'
import type { Choice } from './rules/choose-assignee.ts'

const nothingPublished: AssignmentView = {
  strategy: 'off',
  acceptSeconds: 900,
  capacity: 5,
  rules: [],
  version: 0,
  publishedAt: null,
  publishedBy: null,
}

/** How this community gives work out; `off` while it has published nothing. */
export async function assignmentOf(tx: Tx, communityId: string): Promise<AssignmentView> {
  // assignment_policy_version
  const row = await tx
    .selectFrom('cases.assignment_policy')
    .select(['version', 'body', 'published_at', 'published_by_name'])
    .where('community_id', '=', communityId)
    .orderBy('version', 'desc')
    .limit(sql.lit(1))
    .executeTakeFirst()
  if (!row) return nothingPublished
  return {
    ...assignmentBody.parse(row.body),
    version: row.version,
    publishedAt: row.published_at,
    publishedBy: row.published_by_name,
  }
}

/** One person at a time: whoever counts what somebody has in hand, to give them more, waits for others who do. */
export async function lockPerson(tx: Tx, accountId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`in-hand:${accountId}`}, 0))`.execute(tx)
}

/** What people have in hand: cases new or under way that are theirs, and those they are asked to take. */
export async function inHandOf(
  tx: Tx,
  communityId: string,
): Promise<Map<string, { inHand: number; load: number }>> {
  // case_assignee_due, dispatch_offered
  const rows = await sql<{ account_id: string; in_hand: number; load: number }>`
    select account_id, count(*)::int as in_hand,
      sum(case urgency when 'danger' then ${weights.danger}::int when 'urgent' then ${weights.urgent}::int else ${weights.normal}::int end)::int as load
    from (
      select c.assignee_id as account_id, c.urgency from cases.case c
      where c.community_id = ${communityId} and c.assignee_id is not null and c.status in ('new', 'open')
      union all
      select d.offered_to_id, c.urgency from cases.dispatch d
      join cases.case c on c.community_id = d.community_id and c.id = d.id
      where d.community_id = ${communityId} and d.offered_to_id is not null and c.assignee_id is null
    ) held group by account_id`.execute(tx)
  return new Map(rows.rows.map((it) => [it.account_id, { inHand: it.in_hand, load: it.load }]))
}

/** Who refused this case or let the time pass, and who worked at its place within 30 days. */
export async function pastOf(
  tx: Tx,
  row: Pick<CaseRow, 'community_id' | 'id' | 'place_id'>,
  now: string,
): Promise<{ refused: Set<string>; wasHere: Set<string> }> {
  // case_event_order; case_place_newest
  const found = await sql<{ refused: string[]; here: string[] }>`
    select
      array(select distinct coalesce(e.detail->>'accountId', e.actor_id::text) from cases.case_event e
        where e.community_id = ${row.community_id} and e.case_id = ${row.id} and e.kind in ('refused', 'lapsed')) as refused,
      array(select distinct c.assignee_id::text from cases.case c
        where c.community_id = ${row.community_id} and c.place_id = ${row.place_id}::uuid and c.id <> ${row.id}
          and c.assignee_id is not null and c.received_at > ${now}::timestamptz - interval '30 days') as here`.execute(
    tx,
  )
  const [past] = found.rows
  return { refused: new Set(past?.refused), wasHere: new Set(past?.here) }
}

export const canWork = (roles: readonly StaffRole[]): boolean =>
  roles.some((role) => rolePermissions[role].includes('case.resolve'))

export type OnDutyChoice = Choice & { name: string }

/** Those on duty who can finish cases, as far as one report needs to know. */
export async function choicesFor(
  tx: Tx,
  row: Pick<CaseRow, 'community_id' | 'id' | 'place_id'>,
  now: string,
): Promise<OnDutyChoice[]> {
  const past = await pastOf(tx, row, now)
  const held = await inHandOf(tx, row.community_id)
  const people = await onDuty(tx, row.community_id, now)
  return people
    .filter((it) => canWork(it.roles) && !it.roles.includes('manager'))
    .map(({ id, name, team, skills }) => ({
      id,
      name,
      team,
      skills,
      ...(held.get(id) ?? { inHand: 0, load: 0 }),
      wasHere: past.wasHere.has(id),
      refused: past.refused.has(id),
    }))
}
