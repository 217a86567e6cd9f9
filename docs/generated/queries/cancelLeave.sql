-- POST /api/v1/communities/{communityId}/leave/{id}/cancel: Take a leave back, asked by: manager

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

update "workforce"."leave"
set "cancelled_at" = $1
where "community_id" = $2 and "id" = $3 and "cancelled_at" is null;

insert into platform.outbox (task, payload, run_at, job_key)
values ($1, $2::jsonb, $3, $4);

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
