-- GET /api/v1/cases/{id}/candidates: Who could be sent, likeliest first, and why, asked by: agent

select *
from "cases"."case"
where "community_id" = any($1::uuid[]) and "id" = $2;

select "version", "body", "published_at", "published_by_name"
from "cases"."assignment_policy"
where "community_id" = $1
order by "version" desc
limit 1;

select
  array(select distinct coalesce(e.detail->>'accountId', e.actor_id::text) from cases.case_event e
    where e.community_id = $1 and e.case_id = $2 and e.kind in ('refused', 'lapsed')) as refused,
  array(select distinct c.assignee_id::text from cases.case c
    where c.community_id = $3 and c.place_id = $4::uuid and c.id <> $5
      and c.assignee_id is not null and c.received_at > $6::timestamptz - interval '30 days') as here;

select account_id, count(*)::int as in_hand,
  sum(case urgency when 'danger' then $1::int when 'urgent' then $2::int else $3::int end)::int as load
from (
  select c.assignee_id as account_id, c.urgency from cases.case c
  where c.community_id = $4 and c.assignee_id is not null and c.status in ('new', 'open')
  union all
  select d.offered_to_id, c.urgency from cases.dispatch d
  join cases.case c on c.community_id = d.community_id and c.id = d.id
  where d.community_id = $5 and d.offered_to_id is not null and c.assignee_id is null
) held group by account_id;

select a.id, a.name, a.login, a.state,
  array_agg(p.role order by p.since, p.role) as roles,
  (array_agg(p.team order by p.since, p.role))[1] as team
from identity.appointment p
join identity.account a on a.id = p.account_id
where p.community_id = $1 and p.until is null and a.state <> 'left'
  and a.state = 'active'

group by a.id
order by a.name, a.login;

select "account_id", "skill"
from "workforce"."skill"
where "community_id" = $1
order by "account_id", "skill";

select "team", "account_id"
from "workforce"."team_leader"
where "community_id" = $1;

select distinct on (r.account_id) r.account_id, s.name as shift, r.ends_at as until
from workforce.roster r
join workforce.shift s on s.community_id = r.community_id and s.id = r.shift_id
where r.community_id = $1
  and r.starts_at <= $2::timestamptz and r.starts_at > $3::timestamptz - interval '26 hours'
  and r.ends_at > $4::timestamptz
  and not exists (
    select from workforce.leave l
    where l.community_id = r.community_id and l.account_id = r.account_id and l.cancelled_at is null
      and r.on_date between l.from_date and l.until_date)
order by r.account_id, r.ends_at desc;
