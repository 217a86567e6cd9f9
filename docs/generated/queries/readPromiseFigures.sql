-- GET /api/v1/promises/figures: Promises kept in time of those due, and what that is worked out from, asked by: agent

select "id", "name", "time_zone" as "timeZone"
from "estate"."community"
where id = any($1::uuid[]);

select p.staff_id, max(p.staff_name) as staff_name, case when p.state = 'open' and p.due_at < $1::timestamptz then 'broken' else p.state end as state, p.due_at <= $2::timestamptz as due,
  count(*)::int as n
from cases.promise p
where p.community_id = $3 and p.due_at >= $4::timestamptz and p.due_at < $5::timestamptz
group by 1, 3, 4;

select detail ->> 'noPromise' as reason, detail ? 'promise' as promised, count(*)::int as n
from cases.case_event
where community_id = $1 and kind = 'replied' and occurred_at >= $2::timestamptz and occurred_at < $3::timestamptz
group by 1, 2;
