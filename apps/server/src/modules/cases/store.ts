import type {
  AlarmState,
  CaseEventKind,
  CaseKind,
  Channel,
  PlaceKind,
  Team,
  Urgency,
} from '@zhanggui/contract'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Act } from '#platform/context'
import { nobody } from '#platform/context'
import type { Tx } from '#platform/database'
import { liveTask } from '#platform/outbox'
import type { LiveNews } from '#platform/outbox'
import { instantText } from '@zhanggui/rules'
import type { CaseRow } from './access.ts'
import type { ToldLevel } from './escalation.ts'

/** The rows of `clockRows`, as PostgreSQL reads them. */
const clockColumns =
  sql.raw(`k(kind text, cycle int, run int, turn int, policy_version_id uuid, calendar_version_id uuid,
        budget_seconds int, started_at timestamptz, deadline timestamptz, stopped_at timestamptz,
        breached_at timestamptz, verdict text, worked_seconds int, wall_seconds int, paused_seconds int)`)

export type NewEvent = {
  id: string
  kind: CaseEventKind
  occurredAt: string
  actorKind: 'staff' | 'resident' | 'system'
  actorId: string | null
  actorName: string | null
  channel: Channel | null
  interactionId: string | null
  text: string | null
  photos: string[]
  internal: boolean
  detail: Record<string, unknown>
}

export type NewCase = {
  communityId: string
  id: string
  kind: CaseKind
  urgency: Urgency
  channel: Channel
  text: string
  /** What it is mainly about, as the lexicon reads it. */
  concept: string | null
  place: { id: string; kind: PlaceKind; label: string } | null
  personId: string | null
  reporterName: string | null
  tracker: { id: string; name: string } | null
  policyVersionId: string
  receivedAt: string
  due: { due_at: string; due_kind: string | null; due_started_at: string | null; due_budget: number | null }
  clocks: string
  /** When the sweep looks first, or `infinity`. */
  escalateAt: string
  /** A danger: raised with the case. */
  alarm: AlarmState | null
  event: NewEvent
  /** YYMM of the number, in the community's zone. */
  period: string
}

/**
 * Opens a case in one statement: the act (so that a repeat finds it done), the next number of the month, the
 * case, its first event, its clocks, and news for open pages. Undefined when this act was done before: then
 * nothing is written and no number used.
 */
export async function insertCase(
  tx: Tx,
  it: NewCase,
  act: Act,
  accountId: string | null,
): Promise<{ number: string } | undefined> {
  const { event } = it
  const news: LiveNews = {
    kind: 'case',
    communityId: it.communityId,
    id: it.id,
    version: 1,
    ...(it.personId ? { personIds: [it.personId] } : {}),
  }
  const made = await sql<{ number: string }>`
    with act as (
      insert into platform.act (account_id, key, endpoint, fingerprint, at)
      select ${accountId ?? nobody}::uuid, ${act.key}::uuid, ${act.endpoint}, ${act.fingerprint}, ${it.receivedAt}::timestamptz
      on conflict (account_id, key) do nothing returning key
    ), numbered as (
      insert into platform.counter as c (community_id, kind, period, value)
      select ${it.communityId}::uuid, 'case', ${it.period}, 1 from act
      on conflict (community_id, kind, period) do update set value = c.value + 1
      returning ${it.period} || '-' || lpad(value::text, greatest(5, length(value::text)), '0') as number
    ), opened as (
      insert into cases.case (community_id, id, number, kind, status, urgency, channel, text, concept, place_id, place_kind,
        place_label, person_id, reporter_name, tracker_id, tracker_name, policy_version_id, received_at, changed_at,
        due_at, due_kind, due_started_at, due_budget, escalate_at, alarm)
      select ${it.communityId}::uuid, ${it.id}::uuid, number, ${it.kind}, 'new', ${it.urgency}, ${it.channel}, ${it.text}, ${it.concept},
        ${it.place?.id ?? null}::uuid, ${it.place?.kind ?? null}, ${it.place?.label ?? null}, ${it.personId}::uuid, ${it.reporterName},
        ${it.tracker?.id ?? null}::uuid, ${it.tracker?.name ?? null}, ${it.policyVersionId}::uuid, ${it.receivedAt}::timestamptz, ${it.receivedAt}::timestamptz,
        ${it.due.due_at}::timestamptz, ${it.due.due_kind}, ${it.due.due_started_at}::timestamptz, ${it.due.due_budget}::integer,
        ${it.escalateAt}::timestamptz, ${it.alarm}
      from numbered returning number
    ), happened as (
      insert into cases.case_event (community_id, id, case_id, seq, kind, occurred_at, actor_kind, actor_id, actor_name,
        channel, interaction_id, text, photos, internal, detail)
      select ${it.communityId}::uuid, ${event.id}::uuid, ${it.id}::uuid, 1, 'opened', ${event.occurredAt}::timestamptz, ${event.actorKind},
        ${event.actorId}::uuid, ${event.actorName}, ${event.channel}, ${event.interactionId}::uuid, ${event.text}, ${event.photos}::uuid[], false,
        ${JSON.stringify(event.detail)}::jsonb
      from opened
    ), clocked as (
      insert into cases.clock (community_id, id, case_id, kind, cycle, run, turn, policy_version_id,
        calendar_version_id, budget_seconds, started_at, deadline, stopped_at, breached_at, verdict, worked_seconds,
        wall_seconds, paused_seconds)
      select ${it.communityId}::uuid, gen_random_uuid(), ${it.id}::uuid, k.kind, k.cycle, k.run, k.turn, k.policy_version_id,
        k.calendar_version_id, k.budget_seconds, k.started_at, k.deadline, k.stopped_at, k.breached_at, k.verdict,
        k.worked_seconds, k.wall_seconds, k.paused_seconds
      from opened, jsonb_to_recordset(${it.clocks}::jsonb) as ${clockColumns}
    ), told as (
      insert into platform.outbox (task, payload) select ${liveTask}, ${JSON.stringify(news)}::jsonb from opened
    ), woken as (
      insert into platform.outbox (task, payload, job_key)
      select 'cases:assign', ${JSON.stringify({ communityId: it.communityId })}::jsonb, ${`cases:assign:${it.communityId}`}
      from opened where exists (select from cases.assignment_policy where community_id = ${it.communityId})
    )
    select number from opened`.execute(tx)
  return made.rows[0]
}

/** What a step leaves behind: the row's new state, the event, the clocks, the news, and when to wake up. */
export type Moved = {
  communityId: string
  caseId: string
  seq: number
  event: NewEvent
  clocks: string
  next: Pick<
    CaseRow,
    | 'status'
    | 'version'
    | 'changed_at'
    | 'assignee_id'
    | 'assignee_name'
    | 'tracker_id'
    | 'tracker_name'
    | 'due_at'
    | 'due_kind'
    | 'due_started_at'
    | 'due_budget'
    | 'paused_for'
    | 'resume_at'
    | 'resolved_at'
    | 'closed_at'
    | 'wake_at'
    | 'closure_basis'
    | 'cycle'
    | 'rating'
    | 'escalate_at'
    | 'escalated_at'
    | 'kind'
    | 'urgency'
    | 'place_id'
    | 'place_kind'
    | 'place_label'
    | 'policy_version_id'
    | 'closing_code'
    | 'call_backs'
    | 'returned'
    | 'appeal'
    | 'alarm'
    | 'merged_into'
    | 'merged_at'
    | 'recontacts'
  >
  /** What was offered or looked for is settled. */
  settlesOffer: boolean
  /** The team of whoever has it now: leads it when none does. */
  leadTeam: Team | null
  /** What waits for somebody is to be looked at, where work is given out by itself. */
  freesHands: boolean
  news: LiveNews
  wake: { task: string; key: string; at: string } | undefined
}

/**
 * Moves a case in one statement: its row, an event, its clocks as the history now says, news for open pages, and the
 * job that looks at it again when it changes by itself.
 */
export async function saveStep(tx: Tx, it: Moved): Promise<void> {
  const { communityId, caseId, event, next, wake } = it
  const payload = JSON.stringify({ communityId, caseId })
  await sql`
    with moved as (
      update cases.case set status = ${next.status}, version = ${next.version}, changed_at = ${next.changed_at},
        assignee_id = ${next.assignee_id}, assignee_name = ${next.assignee_name},
        tracker_id = ${next.tracker_id}, tracker_name = ${next.tracker_name},
        due_at = ${next.due_at}, due_kind = ${next.due_kind}, due_started_at = ${next.due_started_at},
        due_budget = ${next.due_budget}, paused_for = ${next.paused_for}, resume_at = ${next.resume_at},
        resolved_at = ${next.resolved_at}, closed_at = ${next.closed_at}, wake_at = ${next.wake_at},
        closure_basis = ${next.closure_basis}, cycle = ${next.cycle}, rating = ${next.rating},
        escalate_at = ${next.escalate_at}, escalated_at = ${next.escalated_at},
        kind = ${next.kind}, urgency = ${next.urgency}, place_id = ${next.place_id}, place_kind = ${next.place_kind},
        place_label = ${next.place_label}, policy_version_id = ${next.policy_version_id},
        closing_code = ${next.closing_code}, call_backs = ${next.call_backs}, returned = ${next.returned},
        appeal = ${next.appeal},
        alarm = ${next.alarm}, merged_into = ${next.merged_into}, merged_at = ${next.merged_at},
        recontacts = ${next.recontacts}
      where community_id = ${communityId} and id = ${caseId}
    ), clocked as (
      insert into cases.clock (community_id, id, case_id, kind, cycle, run, turn, policy_version_id,
        calendar_version_id, budget_seconds, started_at, deadline, stopped_at, breached_at, verdict, worked_seconds,
        wall_seconds, paused_seconds)
      select ${communityId}::uuid, gen_random_uuid(), ${caseId}::uuid, k.kind, k.cycle, k.run, k.turn, k.policy_version_id,
        k.calendar_version_id, k.budget_seconds, k.started_at, k.deadline, k.stopped_at, k.breached_at, k.verdict,
        k.worked_seconds, k.wall_seconds, k.paused_seconds
      from jsonb_to_recordset(${it.clocks}::jsonb) as ${clockColumns}
      -- Only what changes: a row that a conflict finds the same would still be locked, and most are the same.
      left join cases.clock c on c.community_id = ${communityId} and c.case_id = ${caseId}
        and c.kind = k.kind and c.cycle = k.cycle and c.run = k.run and c.turn = k.turn
      where c.id is null
        or (c.started_at, c.deadline, c.stopped_at, c.breached_at, c.verdict, c.paused_seconds)
          is distinct from (k.started_at, k.deadline, k.stopped_at, k.breached_at, k.verdict, k.paused_seconds)
      on conflict (community_id, case_id, kind, cycle, run, turn) do update
        set started_at = excluded.started_at, deadline = excluded.deadline, stopped_at = excluded.stopped_at,
          breached_at = excluded.breached_at, verdict = excluded.verdict, worked_seconds = excluded.worked_seconds,
          wall_seconds = excluded.wall_seconds, paused_seconds = excluded.paused_seconds
    ), queued as (
      insert into platform.outbox (task, payload, run_at, job_key)
      select ${liveTask}, ${JSON.stringify(it.news)}::jsonb, null, null
      union all
      select ${wake?.task ?? null}, ${payload}::jsonb, ${wake?.at ?? null}::timestamptz, ${wake?.key ?? null}
      where ${wake !== undefined}::boolean
      union all
      select 'cases:assign', ${JSON.stringify({ communityId })}::jsonb, null, ${`cases:assign:${communityId}`}
      where ${it.freesHands}::boolean
        and exists (select from cases.assignment_policy where community_id = ${communityId})
    ), beside as (
      insert into cases.dispatch as d (community_id, id, lead_team)
      select ${communityId}::uuid, ${caseId}::uuid, ${it.leadTeam}::text
      where ${it.leadTeam !== null || it.settlesOffer}::boolean
      on conflict (community_id, id) do update set lead_team = coalesce(d.lead_team, excluded.lead_team),
        offered_to_id = case when ${it.settlesOffer}::boolean then null else d.offered_to_id end,
        offered_to_name = case when ${it.settlesOffer}::boolean then null else d.offered_to_name end,
        offer_until = case when ${it.settlesOffer}::boolean then null else d.offer_until end,
        raised_at = case when ${it.settlesOffer}::boolean then null else d.raised_at end,
        raised_why = case when ${it.settlesOffer}::boolean then null else d.raised_why end
    )
    insert into cases.case_event (community_id, id, case_id, seq, kind, occurred_at, actor_kind, actor_id, actor_name,
      channel, interaction_id, text, photos, internal, detail)
    values (${communityId}, ${event.id}, ${caseId}, ${it.seq}, ${event.kind}, ${event.occurredAt}, ${event.actorKind}, ${event.actorId},
      ${event.actorName}, ${event.channel}, ${event.interactionId}, ${event.text}, ${event.photos}::uuid[], ${event.internal},
      ${JSON.stringify(event.detail)}::jsonb)`.execute(tx)
}

/** Events of a case in order, as much as clocks need. */
export async function eventsForClocks(tx: Tx, communityId: string, caseId: string) {
  // case_event_order
  const rows = await tx
    .selectFrom('cases.case_event')
    .select(['seq', 'kind', 'occurred_at', 'actor_kind', 'actor_id', 'detail'])
    .where('community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute()
  return rows.map((it) => ({
    seq: it.seq,
    kind: it.kind,
    occurredAt: it.occurred_at,
    actorKind: it.actor_kind,
    actorId: it.actor_id,
    detail: it.detail as Record<string, never>,
  }))
}

/**
 * Hangs uploaded photos on a case. True when all of them are there, uploaded by this account (null: without an
 * account) in this community, and not on another case; else nothing may be kept.
 */
export async function attachPhotos(
  tx: Tx,
  it: { communityId: string; caseId: string; photos: string[]; uploadedBy: string | null; internal: boolean },
): Promise<boolean> {
  if (it.photos.length === 0) return true
  const attached = await sql`
    insert into cases.case_photo (community_id, id, case_id, internal)
    select f.community_id, f.id, ${it.caseId}::uuid, ${it.internal}
    from platform.file f
    where f.community_id = ${it.communityId} and f.id = any(${it.photos}::uuid[])
      and f.uploaded_by is not distinct from ${it.uploadedBy}::uuid
    on conflict do nothing
    returning id`.execute(tx)
  return attached.rows.length === new Set(it.photos).size
}

/** Notes for ever that levels were told; breaks `escalation_once` when one of them was before. */
export async function recordEscalations(
  tx: Tx,
  it: {
    communityId: string
    caseId: string
    eventId: string
    levels: readonly ToldLevel[]
    told: readonly string[]
    at: string
  },
): Promise<void> {
  const rows = it.levels.flatMap(({ level, coalesced, subject, cycle, startedAt }) =>
    [level, ...coalesced].map((one) => ({
      community_id: it.communityId,
      id: v7(),
      case_id: it.caseId,
      event_id: it.eventId,
      subject,
      cycle,
      started_at: instantText(startedAt),
      level: one,
      told_by: one === level ? null : level,
      told: [...it.told],
      at: it.at,
    })),
  )
  await tx.insertInto('cases.escalation').values(rows).execute()
}

/** When the sweep looks again; no news of the case, so its version stays. */
export async function putOffLook(
  tx: Tx,
  it: { communityId: string; caseId: string },
  at: string,
): Promise<void> {
  await tx
    .updateTable('cases.case')
    .set({ escalate_at: at })
    .where('community_id', '=', it.communityId)
    .where('id', '=', it.caseId)
    .execute()
}

export const newEventId = (): string => v7()
