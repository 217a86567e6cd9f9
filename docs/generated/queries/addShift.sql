-- POST /api/v1/communities/{communityId}/shifts: Add a shift: a named window of some weekdays, asked by: manager

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

insert into "workforce"."shift" ("community_id", "id", "name", "from_time", "until_time", "weekdays", "position", "added_at")
values ($1, $2, $3, $4, $5, $6, (select count(*)::int
from workforce.shift
where community_id = $7), $8);

insert into platform.outbox (task, payload, run_at, job_key)
values ($1, $2::jsonb, $3, $4);

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
