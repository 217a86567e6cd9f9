import { staffOfCommunity } from '#modules/identity'
import { activeStatuses, caseStatuses } from '@zhanggui/contract'
import type { CaseStatus, listCases as shape } from '@zhanggui/contract'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { callBackAttempts } from '@zhanggui/rules'
import type * as z from 'zod'
import { communitiesAllowing, permissionsIn, read } from '#platform/context'
import type { Context, Reach } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import { never } from '#platform/database'
import type { Tx } from '#platform/database'
import { Refusal } from '#platform/refusal'
import { maySeePerson, ownOnly } from './access.ts'
import { presentItem } from './present.ts'

type Input = z.output<typeof shape>

const columns = [
  'id',
  'community_id',
  'number',
  'kind',
  'status',
  'urgency',
  'channel',
  'text',
  'place_id',
  'place_kind',
  'place_label',
  'reporter_name',
  'assignee_id',
  'assignee_name',
  'tracker_id',
  'tracker_name',
  'received_at',
  'changed_at',
  'due_at',
  'due_kind',
  'due_started_at',
  'due_budget',
  'paused_for',
  'cycle',
  'version',
  'rating',
  'recontacts',
  'escalated_at',
  'closing_code',
  'call_backs',
  'returned',
  'appeal',
  'alarm',
] as const

// Statuses stand in the statement itself, so that the planner can prove that a partial index fits; they come
// from the closed list, never from the request's text.
const statusIn = (statuses: readonly CaseStatus[]): RawBuilder<boolean> =>
  sql<boolean>`status in (${sql.join(statuses.map((it) => sql.lit(it)))})`

/** The community a list is of: the one asked for, or the first in reach. Out of reach answers as not there. */
export function communityOf(context: Context, asked: string | undefined): Reach {
  const allowed = communitiesAllowing(context, 'case.read')
  const id = asked ?? allowed[0]
  const reach = context.actor.reach.find((it) => it.communityId === id)
  if (!reach || !allowed.includes(reach.communityId)) throw new Refusal('not_found')
  return reach
}

/**
 * Twenty (or `limit`) cases of one community, one statement (two for `assignee=team`), keyset paging. Sorted by
 * next deadline when only active statuses are asked for, else newest first.
 */
export async function listCases(context: Context, input: Input) {
  // A resident with homes in several communities sees all of their own reports in one list.
  const reaches =
    context.actor.kind === 'resident' && input.communityId === undefined
      ? context.actor.reach
      : [communityOf(context, input.communityId)]
  if (reaches.length === 0) return { items: [], nextCursor: null }
  return read(
    context,
    (tx) => listIn(context, tx, input, reaches),
    reaches.map((it) => it.communityId),
  )
}

async function listIn(context: Context, tx: Tx, input: Input, reaches: readonly Reach[]) {
  const statuses = statusesOf(input)
  const active = statuses?.every((it) => (activeStatuses as readonly CaseStatus[]).includes(it)) ?? false
  const byDeadline =
    (input.sort ?? (active ? 'deadline' : 'newest')) === 'deadline' && context.actor.kind !== 'resident'
  const own = reaches.every((it) => ownOnly(context, it)) ? reaches.flatMap((it) => it.personIds) : undefined
  const me = context.actor.accountId
  const [reach] = reaches
  if (!reach) throw new Error('a list of no community')
  let query = tx
    .selectFrom('cases.case')
    .select(columns)
    .where('community_id', '=', oneOrAny(reaches.map((it) => it.communityId)))
  // case_person_newest
  if (own) query = query.where('person_id', '=', oneOrAny(own))
  if (statuses && statuses.length < caseStatuses.length) query = query.where(statusIn(statuses))
  else if (byDeadline || input.late || input.escalated || input.alarm)
    query = query.where(statusIn(activeStatuses))
  if (input.kind) query = query.where('kind', 'in', input.kind)
  // case_assignee_due, case_assignee_newest, case_tracker_due
  if (input.assignee === 'none') query = query.where('assignee_id', 'is', null)
  else if (input.assignee === 'team')
    query = query.where('assignee_id', '=', sql<string>`any(${await teamOf(tx, reach)}::uuid[])`)
  else if (input.assignee !== undefined)
    query = query.where('assignee_id', '=', input.assignee === 'me' ? me : input.assignee)
  if (input.tracker !== undefined)
    query =
      input.tracker === 'me'
        ? query.where(followedBy(reach.communityId, me))
        : query.where('tracker_id', '=', input.tracker)
  // case_place_newest, case_person_newest
  if (input.placeId !== undefined) query = query.where('place_id', '=', input.placeId)
  if (input.personId !== undefined) query = query.where('person_id', '=', input.personId)
  if (input.waits === 'call-back')
    // case_due
    query = query.where(statusIn(['resolved'])).where('call_backs', '<', callBackAttempts)
  // case_appeals
  if (input.waits === 'appeal') query = query.where(sql<boolean>`appeal = 'lodged'`)
  if (input.late) query = query.where('due_at', '<', context.now)
  // case_escalated
  // case_alarm
  if (input.alarm) query = query.where(sql<boolean>`alarm = 'raised'`)
  if (input.escalated) query = query.where('escalated_at', 'is not', null)
  if (input.q) query = matching(query, input.q)
  const after = input.cursor === undefined ? undefined : readCursor(input.cursor)
  if (byDeadline) {
    // case_due
    if (after)
      query = query.where(
        sql<boolean>`(due_at, id) > (${after.at === never ? 'infinity' : after.at}::timestamptz, ${after.id}::uuid)`,
      )
    query = query.orderBy('due_at').orderBy('id')
  } else {
    // case_newest, case_status_newest
    if (after)
      query = query.where(sql<boolean>`(received_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
    query = query.orderBy('received_at', 'desc').orderBy('id', 'desc')
  }
  const rows = await query.limit(sql.lit(input.limit + 1)).execute()
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  const person = context.actor.kind === 'staff' && maySeePerson(new Set(permissionsIn(reach)))
  return {
    items: page.map((row) => presentItem(row, person)),
    nextCursor:
      rows.length > page.length && last
        ? writeCursor({ at: byDeadline ? last.due_at : last.received_at, id: last.id })
        : null,
  }
}

/** One id stands as itself, so that the planner sees an equality and takes the order from the index. */
const oneOrAny = (ids: readonly string[]) =>
  ids.length === 1 ? (ids[0] ?? '') : sql<string>`any(${ids}::uuid[])`

function statusesOf(input: Input): CaseStatus[] | undefined {
  const asked =
    input.status ??
    (input.waits === 'call-back' ? (['resolved'] as const) : undefined) ??
    (input.late || input.escalated || input.alarm ? (['active'] as const) : undefined)
  return (
    asked && [...new Set(asked.flatMap((it) => (it === 'active' ? [...activeStatuses] : [it])))].toSorted()
  )
}

function matching<Q extends { where(expression: RawBuilder<boolean>): Q }>(query: Q, q: string): Q {
  // A number, or its tail as people say it; otherwise words of the report or of the place.
  if (/^\d{4}-\d{1,9}$/.test(q)) return query.where(sql<boolean>`number = ${q}`)
  const words = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return query.where(
    sql<boolean>`(text ilike ${words} or place_label ilike ${words} or number like ${words})`,
  )
}

/** What somebody follows: as first responder, or in place of one who has left. */
function followedBy(communityId: string, me: string | null): RawBuilder<boolean> {
  // case_tracker_due; dispatch_follower
  return sql<boolean>`(tracker_id = ${me} or id = any(array(
    select d.id from cases.dispatch d where d.community_id = ${communityId} and d.follower_id = ${me})))`
}

async function teamOf(tx: Tx, reach: Reach): Promise<string[]> {
  const staff = await staffOfCommunity(tx, reach.communityId)
  return staff.filter((it) => it.team === reach.team).map((it) => it.id)
}

/** The figures of the desk's tabs, one statement over the active cases of the community. */
export async function countCases(context: Context, asked: string | undefined) {
  const reach = communityOf(context, asked)
  const own = ownOnly(context, reach)
  const me = context.actor.accountId
  return read(
    context,
    async (tx) => {
      const team = context.actor.kind === 'staff' ? await teamOf(tx, reach) : []
      // case_due
      const counted = await sql<
        Record<
          | 'mine'
          | 'team'
          | 'unassigned'
          | 'tracked'
          | 'active'
          | 'late'
          | 'escalated'
          | 'alarms'
          | 'paused'
          | 'awaiting',
          number
        >
      >`
        select count(*) filter (where assignee_id = ${me})::int as mine,
          count(*) filter (where assignee_id = any(${team}::uuid[]))::int as team,
          count(*) filter (where assignee_id is null)::int as unassigned,
          count(*) filter (where ${followedBy(reach.communityId, me)})::int as tracked,
          count(*)::int as active,
          count(*) filter (where due_at < ${context.now})::int as late,
          count(*) filter (where alarm = 'raised')::int as alarms,
          count(*) filter (where escalated_at is not null and status <> 'resolved')::int as escalated,
          count(*) filter (where status = 'paused')::int as paused,
          count(*) filter (where status = 'resolved')::int as awaiting
        from cases.case
        where community_id = ${reach.communityId} and ${statusIn(activeStatuses)}
          and ${own ? sql<boolean>`person_id = any(${own}::uuid[])` : sql<boolean>`true`}`.execute(tx)
      const row = counted.rows[0]
      if (!row) throw new Error('a count without a row')
      const { awaiting, ...counts } = row
      return { ...counts, awaitingResident: awaiting, at: context.now }
    },
    [reach.communityId],
  )
}

/** Cases of some communities whose next level has come, the earliest first: what the sweep looks at. */
export async function casesToEscalate(
  tx: Tx,
  communities: readonly string[],
  now: string,
  limit: number,
): Promise<{ communityId: string; caseId: string }[]> {
  // case_escalate
  return tx
    .selectFrom('cases.case')
    .select(['community_id as communityId', 'id as caseId'])
    .where('community_id', '=', sql<string>`any(${communities}::uuid[])`)
    .where(statusIn(activeStatuses))
    .where(sql<boolean>`escalate_at < 'infinity'`)
    .where('escalate_at', '<=', now)
    .orderBy('escalate_at')
    .limit(sql.lit(limit))
    .execute()
}

/** What was escalated, and who said to have seen it, in order. */
export async function escalationEvents(tx: Tx, communityId: string, caseId: string) {
  // case_event_order
  const rows = await tx
    .selectFrom('cases.case_event')
    .select(['kind', 'actor_id as actorId'])
    .where('community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .where('kind', 'in', ['escalated', 'acknowledged'])
    .orderBy('seq')
    .execute()
  return rows
}

/** Open cases by place, for the building chart. */
export async function casesByPlace(
  context: Context,
  tx: Tx,
  communityId: string,
): Promise<Map<string, { open: number; late: boolean }>> {
  // case_due
  const rows = await sql<{ place_id: string; open: number; late: boolean }>`
    select place_id, count(*)::int as open, bool_or(due_at < ${context.now}) as late
    from cases.case
    where community_id = ${communityId} and place_id is not null and ${statusIn(activeStatuses)}
    group by place_id`.execute(tx)
  return new Map(rows.rows.map((it) => [it.place_id, { open: it.open, late: it.late }]))
}

/** How many active cases each member of staff has. */
export async function openCasesByAssignee(
  context: Context,
  communityId: string,
): Promise<Map<string, number>> {
  return read(
    context,
    async (tx) => {
      // case_assignee_due
      const rows = await sql<{ assignee_id: string; open: number }>`
        select assignee_id, count(*)::int as open from cases.case
        where community_id = ${communityId} and assignee_id is not null and ${statusIn(activeStatuses)}
        group by assignee_id`.execute(tx)
      return new Map(rows.rows.map((it) => [it.assignee_id, it.open]))
    },
    [communityId],
  )
}

/** Cases by number or its tail, for the search box; newest first, at most ten. */
export async function findCases(_context: Context, tx: Tx, communityId: string, q: string) {
  if (!/^(\d{4}-)?\d{1,9}$/.test(q.trim())) return []
  const tail = q.trim()
  // case_number: the number itself; case_newest: its tail among the newest
  const rows = await tx
    .selectFrom('cases.case')
    .select(['id', 'number', 'kind', 'status', 'text', 'received_at'])
    .where('community_id', '=', communityId)
    .$if(tail.includes('-'), (query) =>
      query.where(
        'number',
        '=',
        tail.replace(/-(\d+)$/, (_, it: string) => `-${it.padStart(5, '0')}`),
      ),
    )
    .$if(!tail.includes('-'), (query) => query.where(sql<boolean>`number like ${`%-%${tail}`}`))
    .orderBy('received_at', 'desc')
    .limit(sql.lit(10))
    .execute()
  return rows.map((it) => ({
    id: it.id,
    number: it.number,
    kind: it.kind,
    status: it.status,
    excerpt: it.text.slice(0, 60),
    receivedAt: it.received_at,
  }))
}
