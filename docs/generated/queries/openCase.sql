-- POST /api/v1/cases: Open a case, asked by: agent

select "community_id" as "communityId", "id", "kind", "label", "building_id" as "buildingId", "entrance_id" as "entranceId"
from "estate"."place"
where community_id = any($1::uuid[]) and "id" = $2;

select "id", "body"
from "cases"."policy_version"
where "community_id" = $1
order by "version" desc
limit $2;

select distinct on ("calendar_id") "id", "calendar_id", "version", "body", "published_at"
from "estate"."calendar_version"
where "community_id" = $1
order by "calendar_id", "version" desc;

with act as (
  insert into platform.act (account_id, key, endpoint, fingerprint, at)
  select $1::uuid, $2::uuid, $3, $4, $5::timestamptz
  on conflict (account_id, key) do nothing returning key
), numbered as (
  insert into platform.counter as c (community_id, kind, period, value)
  select $6::uuid, 'case', $7, 1 from act
  on conflict (community_id, kind, period) do update set value = c.value + 1
  returning $8 || '-' || lpad(value::text, greatest(5, length(value::text)), '0') as number
), opened as (
  insert into cases.case (community_id, id, number, kind, status, urgency, channel, text, concept, place_id, place_kind,
    place_label, person_id, reporter_name, tracker_id, tracker_name, policy_version_id, received_at, changed_at,
    due_at, due_kind, due_started_at, due_budget, escalate_at, alarm)
  select $9::uuid, $10::uuid, number, $11, 'new', $12, $13, $14, $15,
    $16::uuid, $17, $18, $19::uuid, $20,
    $21::uuid, $22, $23::uuid, $24::timestamptz, $25::timestamptz,
    $26::timestamptz, $27, $28::timestamptz, $29::integer,
    $30::timestamptz, $31
  from numbered returning number
), happened as (
  insert into cases.case_event (community_id, id, case_id, seq, kind, occurred_at, actor_kind, actor_id, actor_name,
    channel, interaction_id, text, photos, internal, detail)
  select $32::uuid, $33::uuid, $34::uuid, 1, 'opened', $35::timestamptz, $36,
    $37::uuid, $38, $39, $40::uuid, $41, $42::uuid[], false,
    $43::jsonb
  from opened
), clocked as (
  insert into cases.clock (community_id, id, case_id, kind, cycle, run, turn, policy_version_id,
    calendar_version_id, budget_seconds, started_at, deadline, stopped_at, breached_at, verdict, worked_seconds,
    wall_seconds, paused_seconds)
  select $44::uuid, gen_random_uuid(), $45::uuid, k.kind, k.cycle, k.run, k.turn, k.policy_version_id,
    k.calendar_version_id, k.budget_seconds, k.started_at, k.deadline, k.stopped_at, k.breached_at, k.verdict,
    k.worked_seconds, k.wall_seconds, k.paused_seconds
  from opened, jsonb_to_recordset($46::jsonb) as k(kind text, cycle int, run int, turn int, policy_version_id uuid, calendar_version_id uuid,
    budget_seconds int, started_at timestamptz, deadline timestamptz, stopped_at timestamptz,
    breached_at timestamptz, verdict text, worked_seconds int, wall_seconds int, paused_seconds int)
), told as (
  insert into platform.outbox (task, payload) select $47, $48::jsonb from opened
), woken as (
  insert into platform.outbox (task, payload, job_key)
  select 'cases:assign', $49::jsonb, $50
  from opened where exists (select from cases.assignment_policy where community_id = $51)
)
select number from opened;

insert into "messaging"."interaction" ("community_id", "id", "channel", "direction", "external_id", "subject_id", "person_id", "account_id", "text", "photos", "occurred_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict ("community_id", "channel", "external_id") do nothing
returning "id";
