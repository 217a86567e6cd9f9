-- POST /api/v1/communities/{communityId}/leave: Note that somebody is away for whole days, asked by: manager

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

select pg_advisory_xact_lock(hashtextextended($1, 0));

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

select "id"
from "workforce"."leave"
where "community_id" = $1 and "account_id" = $2 and "cancelled_at" is null and "until_date" >= $3 and "from_date" <= $4
limit 1;

insert into "workforce"."leave" ("community_id", "id", "account_id", "account_name", "kind", "from_date", "until_date", "note", "recorded_at", "recorded_by_name")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

insert into platform.outbox (task, payload, run_at, job_key)
values ($1, $2::jsonb, $3, $4);

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
