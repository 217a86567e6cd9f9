-- POST /api/v1/communities/{communityId}/calendars: Publish a calendar or a new version of one, asked by: manager

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

insert into "estate"."calendar" ("community_id", "id", "name", "created_at")
values ($1, $2, $3, $4);

insert into "estate"."calendar_version" ("community_id", "id", "calendar_id", "version", "body", "published_at", "published_by")
values ($1, $2, $3, $4, $5, $6, $7);

insert into platform.outbox (task, payload, run_at, job_key)
values ($1, $2::jsonb, $3, $4);

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
