-- POST /api/v1/communities/{communityId}/staff/{accountId}/skills: Say what a colleague can be sent for, asked by: manager

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
from "workforce"."skill"
where "community_id" = $1 and "account_id" = $2 and "skill" not in ($3);

insert into "workforce"."skill" ("community_id", "id", "account_id", "skill", "since")
values ($1, $2, $3, $4, $5)
on conflict ("community_id", "account_id", "skill") do nothing;

insert into platform.outbox (task, payload, run_at, job_key)
values ($1, $2::jsonb, $3, $4);

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
