-- GET /api/v1/cases/{id}: A case with its timeline and clocks, asked by: agent

select *
from "cases"."case"
where "community_id" = any($1::uuid[]) and "id" = $2;

select "seq", "kind", "occurred_at", "actor_kind", "actor_id", "detail"
from "cases"."case_event"
where "community_id" = $1 and "case_id" = $2
order by "seq";

select "e".*, "c"."number" from "cases"."case_event" as "e" inner join "cases"."case" as "c" on "c"."community_id" = "e"."community_id" and "c"."id" = "e"."case_id" where "e"."community_id" = $1 and e.case_id in (
with recursive tree(id) as (
  select $2::uuid
  union
  select c.id from cases.case c join tree on c.merged_into = tree.id where c.community_id = $3
) select id from tree) and (e.case_id = $4 or e.kind not in ('merged', 'escalated')) order by "e"."occurred_at", "e"."recorded_at", "e"."case_id", "e"."seq";

select "community_id" as "communityId", "id", "name", "phone", "note", "version"
from "people"."person"
where community_id = any($1::uuid[]) and "id" = $2;

select a.id, a.name, a.login, a.state,
  array_agg(p.role order by p.since, p.role) as roles,
  (array_agg(p.team order by p.since, p.role))[1] as team
from identity.appointment p
join identity.account a on a.id = p.account_id
where p.community_id = $1 and p.until is null and a.state <> 'left'
  and a.state = 'active'

group by a.id
order by a.name, a.login;

select r.account_id, null as team
from workforce.roster r
where r.community_id = $1
  and r.starts_at <= $2::timestamptz and r.starts_at > $3::timestamptz - interval '26 hours'
  and r.ends_at > $4::timestamptz
  and not exists (
    select from workforce.leave l
    where l.community_id = r.community_id and l.account_id = r.account_id and l.cancelled_at is null
      and r.on_date between l.from_date and l.until_date)
union all
select t.account_id, t.team from workforce.team_leader t where t.community_id = $5;

select "id", "number", "merged_at"
from "cases"."case"
where "community_id" = $1 and "merged_into" = $2
order by "merged_at", "id"
limit 50;

select l.kind, l.case_id = $1 as outgoing, c.id, c.number, c.status, left(c.text, 120) as text
from cases.case_link l
join cases.case c on c.community_id = l.community_id
  and c.id = case when l.case_id = $2 then l.other_id else l.case_id end
where l.community_id = $3 and l.ended_at is null and (l.case_id = $4 or l.other_id = $5)
order by l.made_at desc limit 50;

select "person_id"
from "cases"."case_follower"
where "community_id" = $1 and "case_id" = $2;
