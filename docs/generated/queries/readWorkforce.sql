-- GET /api/v1/communities/{communityId}/workforce: Teams with their leaders, what each can do, and the shifts there are, asked by: agent

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

select "id", "name", "from_time" as "from", "until_time" as "until", "weekdays"
from "workforce"."shift"
where "community_id" = $1 and ("ended_at" is null or "id" = any($2::uuid[]))
order by "position", "id";
