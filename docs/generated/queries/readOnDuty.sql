-- GET /api/v1/communities/{communityId}/on-duty: Who is on duty at this moment, asked by: agent

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
