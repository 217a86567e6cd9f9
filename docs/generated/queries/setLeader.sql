-- POST /api/v1/communities/{communityId}/teams/{team}/leader: Name who leads a team, or nobody, asked by: manager

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

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

select pg_advisory_xact_lock(hashtextextended($1, 0));

delete
from "workforce"."team_leader"
where "community_id" = $1 and "team" = $2;

insert into "workforce"."team_leader" ("community_id", "id", "team", "account_id", "since")
values ($1, $2, $3, $4, $5);

insert into platform.outbox (task, payload, run_at, job_key)
values ($1, $2::jsonb, $3, $4);

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
