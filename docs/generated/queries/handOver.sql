-- POST /api/v1/cases/{id}/hand-over: Offer the case to a named colleague; mine until they take it, asked by: agent

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

select *
from "cases"."case"
where "community_id" = any($1::uuid[]) and "id" = $2
for update;

select a.id, a.name, a.login, a.state,
  array_agg(p.role order by p.since, p.role) as roles,
  (array_agg(p.team order by p.since, p.role))[1] as team
from identity.appointment p
join identity.account a on a.id = p.account_id
where p.community_id = $1 and p.until is null and a.state <> 'left'
  and a.state = 'active'
  and a.id = $2
group by a.id
order by a.name, a.login;

select "seq", "kind", "occurred_at", "actor_kind", "actor_id", "detail"
from "cases"."case_event"
where "community_id" = $1 and "case_id" = $2
order by "seq";

with moved as (
  update cases.case set status = $1, version = $2, changed_at = $3,
    assignee_id = $4, assignee_name = $5,
    tracker_id = $6, tracker_name = $7,
    due_at = $8, due_kind = $9, due_started_at = $10,
    due_budget = $11, paused_for = $12, resume_at = $13,
    resolved_at = $14, closed_at = $15, wake_at = $16,
    closure_basis = $17, cycle = $18, rating = $19,
    escalate_at = $20, escalated_at = $21,
    kind = $22, urgency = $23, place_id = $24, place_kind = $25,
    place_label = $26, policy_version_id = $27,
    closing_code = $28, call_backs = $29, returned = $30,
    appeal = $31,
    alarm = $32, merged_into = $33, merged_at = $34,
    recontacts = $35
  where community_id = $36 and id = $37
), clocked as (
  insert into cases.clock (community_id, id, case_id, kind, cycle, run, turn, policy_version_id,
    calendar_version_id, budget_seconds, started_at, deadline, stopped_at, breached_at, verdict, worked_seconds,
    wall_seconds, paused_seconds)
  select $38::uuid, gen_random_uuid(), $39::uuid, k.kind, k.cycle, k.run, k.turn, k.policy_version_id,
    k.calendar_version_id, k.budget_seconds, k.started_at, k.deadline, k.stopped_at, k.breached_at, k.verdict,
    k.worked_seconds, k.wall_seconds, k.paused_seconds
  from jsonb_to_recordset($40::jsonb) as k(kind text, cycle int, run int, turn int, policy_version_id uuid, calendar_version_id uuid,
    budget_seconds int, started_at timestamptz, deadline timestamptz, stopped_at timestamptz,
    breached_at timestamptz, verdict text, worked_seconds int, wall_seconds int, paused_seconds int)
  -- Only what changes: a row that a conflict finds the same would still be locked, and most are the same.
  left join cases.clock c on c.community_id = $41 and c.case_id = $42
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
  select $43, $44::jsonb, null, null
  union all
  select $45, $46::jsonb, $47::timestamptz, $48
  where $49::boolean
  union all
  select 'cases:assign', $50::jsonb, null, $51
  where $52::boolean
    and exists (select from cases.assignment_policy where community_id = $53)
), beside as (
  insert into cases.dispatch as d (community_id, id, lead_team)
  select $54::uuid, $55::uuid, $56::text
  where $57::boolean
  on conflict (community_id, id) do update set lead_team = coalesce(d.lead_team, excluded.lead_team),
    offered_to_id = case when $58::boolean then null else d.offered_to_id end,
    offered_to_name = case when $59::boolean then null else d.offered_to_name end,
    offer_until = case when $60::boolean then null else d.offer_until end,
    raised_at = case when $61::boolean then null else d.raised_at end,
    raised_why = case when $62::boolean then null else d.raised_why end
)
insert into cases.case_event (community_id, id, case_id, seq, kind, occurred_at, actor_kind, actor_id, actor_name,
  channel, interaction_id, text, photos, internal, detail)
values ($63, $64, $65, $66, $67, $68, $69, $70,
  $71, $72, $73, $74, $75::uuid[], $76,
  $77::jsonb);

insert into "cases"."handover" ("community_id", "id", "case_id", "from_id", "from_name", "to_id", "to_name", "note", "offered_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

with queued as (
  insert into platform.outbox (task, payload)
  values ('messaging:send', $1::jsonb), ($2, $3::jsonb)
)
insert into messaging.delivery (community_id, id, kind, channel, person_id, account_id, interaction_id, case_id,
  case_number, excerpt, at)
values ($4, $5, $6, 'app', $7, $8, $9, $10,
  $11, $12, $13);

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
