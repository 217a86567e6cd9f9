-- POST /api/v1/communities/{communityId}/shifts/{id}/end: A shift is not used any more; what was planned from now on is taken back, asked by: manager

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

update "workforce"."shift"
set "ended_at" = $1
where "community_id" = $2 and "id" = $3 and "ended_at" is null;

delete
from "workforce"."roster"
where "community_id" = $1 and "shift_id" = $2 and "starts_at" > $3;

insert into platform.outbox (task, payload, run_at, job_key)
values ($1, $2::jsonb, $3, $4);

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
