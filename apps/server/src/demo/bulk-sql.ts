import type pg from 'pg'
import { budgets } from './bulk-town.ts'
import type { Named, Town } from './bulk-town.ts'
import { chance } from './chance.ts'
import { say } from './say.ts'
import { matters } from './words/index.ts'

/** A stretch of time with its share of cases; or, `active`, those under way now, whose months follow from when. */
export type Slot = {
  from: string
  seconds: number
  /** YYMM of the numbers. */
  period: string
  count: number
  /** How many of the community's cases come before, so that no two are alike. */
  before: number
  active: boolean
  /** With events and clocks; the archive's oldest are bare rows. */
  whole: boolean
  /** How many numbers of a month the finished cases took; for the slot of those under way. */
  taken: ReadonlyMap<string, number>
}

/** Numbers the community's places, with somebody who lives there, for choosing by remainder. */
export async function stageCommunity(client: pg.ClientBase, { communityId }: Town): Promise<void> {
  await client.query(`drop table if exists bulk_place`)
  await client.query(
    `create temporary table bulk_place on commit drop as
     select row_number() over (order by p.room_key nulls last, p.id) - 1 as n, p.id, p.kind, p.label,
       r.person_id, r.name
     from estate.place p
     left join lateral (
       select r.person_id, person.name from people.residency r
       join people.person person on person.community_id = r.community_id and person.id = r.person_id
       where r.community_id = p.community_id and r.home_id = p.id limit 1) r on true
     where p.community_id = '${communityId}' and p.kind in ('home', 'common')`,
  )
  await client.query('create unique index on bulk_place (n)')
  await client.query('analyze bulk_place')
}

const takenBefore = ({ taken }: Slot): string =>
  `coalesce((select v.n from (values ('', 0)${[...taken].map(([period, n]) => `, ('${period}', ${n})`).join('')}) as v (period, n)
     where v.period = to_char(received at time zone 'Asia/Shanghai', 'YYMM')), 0)`

const list = (values: readonly string[]) =>
  `array[${values.map((it) => `'${it.replaceAll("'", "''")}'`).join(', ')}]`
const ids = (all: readonly Named[]) => `${list(all.map((it) => it.id))}::uuid[]`
const names = (all: readonly Named[]) => list(all.map((it) => it.name))

// Pieces of the statement.
const budget = (kind: 'accept' | 'first_response' | 'resolve') =>
  `case urgency when 'normal' then ${budgets.normal[kind]} when 'urgent' then ${budgets.urgent[kind]} else ${budgets.danger[kind]} end`
const interval = (seconds: string) => `make_interval(secs => ${seconds})`

/** A UUIDv7 of an instant, made from a number: the same for the same number. */
const idOf = (at: string, number: string) =>
  `(lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0') || '7' || substr(h, ${number}, 3) || '8' || substr(h, ${number} + 3, 15))::uuid`

/**
 * Cases of one slot with their events and clocks, in one statement. What happened when follows from the case's
 * number alone: received, sent to a worker, answered when the resident reported it by phone, resolved, and confirmed
 * or, after seven days, closed by silence.
 */
export async function fillSlot(client: pg.ClientBase, town: Town, slot: Slot, now: string): Promise<void> {
  const said = chance('bulk/words')
  const texts = matters.flatMap((it) => it.troubles.map((one) => say(said, one.said[0] ?? '')))
  const community = `'${town.communityId}'::uuid`
  const target = (seconds: number) => ({ seconds, calendarVersionId: town.calendarVersionId })
  const terms = (urgency: keyof typeof budgets) =>
    `'${JSON.stringify({
      policyVersionId: town.policyId,
      targets: {
        accept: target(budgets[urgency].accept),
        first_response: target(budgets[urgency].first_response),
        resolve: target(budgets[urgency].resolve),
      },
      reopenPercent: 50,
      reopenFloorSeconds: 7200,
    })}'::jsonb`
  // A case under way: when it was received follows from how far it has come.
  const stage = `case when g % 20 = 0 then 'new' when g % 20 < 10 then 'open' when g % 20 < 12 then 'paused' else 'resolved' end`
  const received = slot.active
    ? `date_trunc('second', '${now}'::timestamptz - case ${stage}
         when 'new' then ${interval('(g * 13 % 2400)::double precision')}
         when 'open' then ${interval('(5400 + g * 7919 % 250000)::double precision')}
         when 'paused' then ${interval('(20000 + g * 7919 % 380000)::double precision')}
         else ${interval('(90000 + g * 7919 % 420000)::double precision')} end)`
    : `date_trunc('second', '${slot.from}'::timestamptz + ${interval(`(g - 0.5) * ${slot.seconds} / ${slot.count}`)})`
  const numbered = slot.active
    ? `to_char(received at time zone 'Asia/Shanghai', 'YYMM') || '-' || pg_temp.case_number(row_number() over (
         partition by to_char(received at time zone 'Asia/Shanghai', 'YYMM') order by received, g)
         + ${takenBefore(slot)})`
    : `'${slot.period}-' || pg_temp.case_number(g)`
  const places = `(select count(*) from bulk_place)`
  const sql = `
    with numbers as materialized (
      select g, (g + ${slot.before})::bigint as k, md5((g + ${slot.before})::text || '${town.communityId}') as h,
        ${slot.active ? stage : `'closed'`} as stage, ${received} as received
      from generate_series(1, ${slot.count}) g
    ), drawn as materialized (
      select numbers.*, ${numbered} as number, ${idOf('received', '1')} as id,
        (array['repair', 'repair', 'enquiry', 'repair', 'complaint', 'enquiry', 'suggestion', 'praise'])[(1 + k % 8)::int] as kind,
        case when k % 100 = 7 then 'danger' when k % 9 = 0 then 'urgent' else 'normal' end as urgency,
        k % 10 < 7 as counter,
        (${list(texts)})[(1 + k % ${texts.length})::int] as text,
        place.id as place_id, place.kind as place_kind, place.label as place_label, place.person_id, place.name as reporter,
        (${ids(town.agents)})[(1 + k % ${town.agents.length})::int] as agent_id, (${names(town.agents)})[(1 + k % ${town.agents.length})::int] as agent,
        (${ids(town.workers)})[(1 + k / 3 % ${town.workers.length})::int] as worker_id, (${names(town.workers)})[(1 + k / 3 % ${town.workers.length})::int] as worker
      from numbers join bulk_place place on place.n = k * 31 % ${places}
    ), sent as materialized (
      select *, ${budget('accept')} as accept_budget, ${budget('first_response')} as answer_budget,
        ${budget('resolve')} as resolve_budget,
        case when stage <> 'new' then received + ${interval('(60 + k * 37 % 2200)::double precision')} end as sent_at
      from drawn
    ), worked as materialized (
      select *,
        case when not counter then sent_at + interval '5 minutes' end as answered_at,
        case when stage = 'paused' then sent_at + interval '50 minutes' end as paused_at,
        case when stage in ('resolved', 'closed') then sent_at + ${interval(`(1200 + k * 7907 % ${slot.active ? 60_000 : 170_000})::double precision`)} end as resolved_at
      from sent
    ), whole as materialized (
      select *,
        case when stage = 'closed' then case when k % 20 < 11
          then resolved_at + ${interval('(600 + k * 104729 % 500000)::double precision')}
          else resolved_at + interval '7 days 1 second' end end as done_at,
        k % 20 < 11 as confirmed,
        2 + (sent_at is not null)::int - 1 + (answered_at is not null)::int + (paused_at is not null)::int
          + (resolved_at is not null)::int + (stage = 'closed')::int as events
      from worked
    )`
  const rows = `      insert into cases.case (community_id, id, number, kind, status, urgency, channel, text, place_id, place_kind,
        place_label, person_id, reporter_name, tracker_id, tracker_name, assignee_id, assignee_name, policy_version_id,
        received_at, changed_at, due_at, due_kind, due_started_at, due_budget, paused_for, resume_at, resolved_at,
        closed_at, wake_at, closure_basis, version)
      select ${community}, id, number, kind, stage, urgency, case when counter then 'counter' else 'app' end, text,
        place_id, place_kind, place_label, person_id, reporter,
        case when counter or sent_at is not null then agent_id end, case when counter or sent_at is not null then agent end,
        case when sent_at is not null then worker_id end, case when sent_at is not null then worker end,
        '${town.policyId}'::uuid, received, coalesce(done_at, resolved_at, paused_at, answered_at, sent_at, received),
        case stage when 'new' then received + ${interval('accept_budget')} when 'open' then received + ${interval('resolve_budget')} else 'infinity' end,
        case stage when 'new' then 'accept' when 'open' then 'resolve' end,
        case when stage in ('new', 'open') then received end,
        case stage when 'new' then accept_budget when 'open' then resolve_budget end,
        case when stage = 'paused' then 'awaiting-parts' end,
        case when stage = 'paused' then '${now}'::timestamptz + interval '1 day' end,
        resolved_at, done_at,
        case stage when 'paused' then '${now}'::timestamptz + interval '1 day' when 'resolved' then resolved_at + interval '7 days' end,
        case when stage = 'closed' then case when confirmed then 'resident-confirmed' else 'timeout' end end,
        events
      from whole`
  const histories = `happened as (
      insert into cases.case_event (community_id, id, case_id, seq, kind, occurred_at, actor_kind, actor_id, actor_name,
        channel, text, detail)
      select ${community}, ${idOf('e.at', '5 + e.seq::int')}, whole.id, e.seq, e.kind, e.at, e.actor_kind, e.actor_id, e.actor_name,
        e.channel, e.text, e.detail
      from whole cross join lateral (
        select row_number() over (order by at, rank) as seq, v.*
        from (values
          (1, 'opened', received, case when counter then 'staff' else 'resident' end,
            case when counter then agent_id end, case when counter then agent else reporter end,
            case when counter then 'counter' else 'app' end, text,
            jsonb_build_object('terms', case urgency when 'normal' then ${terms('normal')} when 'urgent' then ${terms('urgent')} else ${terms('danger')} end,
              'liveContact', counter, 'kind', whole.kind, 'urgency', urgency)),
          (2, 'assigned', sent_at, 'staff', agent_id, agent, null, null,
            jsonb_build_object('assigneeId', worker_id, 'assigneeName', worker)),
          (3, 'replied', answered_at, 'staff', agent_id, agent, 'app', '您好，已安排师傅，稍后联系您。', '{}'),
          (4, 'paused', paused_at, 'staff', worker_id, worker, null, '等配件到货。',
            jsonb_build_object('reason', 'awaiting-parts', 'resumeAt', '${new globalThis.Date(globalThis.Date.parse(now) + 86_400_000).toISOString()}')),
          (5, 'resolved', resolved_at, 'staff', worker_id, worker, null, '已处理，现场试过正常。', '{}'),
          (6, case when confirmed then 'confirmed' else 'closed' end, done_at, case when confirmed then 'resident' else 'system' end,
            null::uuid, case when confirmed then reporter end, null, null,
            jsonb_build_object('basis', case when confirmed then 'resident-confirmed' else 'timeout' end))
        ) as v (rank, kind, at, actor_kind, actor_id, actor_name, channel, text, detail)
        where at is not null) e
    )
    insert into cases.clock (community_id, id, case_id, kind, cycle, policy_version_id, calendar_version_id,
      budget_seconds, started_at, deadline, stopped_at, breached_at, verdict)
    select ${community}, ${idOf('received', '10 + c.n')}, whole.id, c.kind, 1, '${town.policyId}'::uuid, '${town.calendarVersionId}'::uuid,
      c.budget, received, case when c.verdict = 'paused' then null else received + ${interval('c.budget')} end, c.stopped,
      case when c.verdict = 'breached' then received + ${interval('c.budget')} end, c.verdict
    from whole cross join lateral (
      select v.*, case when v.kind = 'resolve' and stage = 'paused' then 'paused'
        when coalesce(v.stopped, coalesce(answered_at, sent_at, received)) > received + ${interval('v.budget')} then 'breached'
        when v.stopped is null then 'running' else 'met' end as verdict
      from (values
        (1, 'accept', accept_budget, sent_at),
        (2, 'first_response', answer_budget, case when counter then received else answered_at end),
        (3, 'resolve', resolve_budget, resolved_at)) as v (n, kind, budget, stopped)) c`
  await client.query(slot.whole ? `${sql}, opened as (${rows}), ${histories}` : `${sql} ${rows}`)
}

/** Numbers as the program writes them: five figures, or as many as it takes. */
export const numberFunction = `
  create or replace function pg_temp.case_number(value bigint) returns text language sql immutable
  return lpad(value::text, greatest(5, length(value::text)), '0')`
