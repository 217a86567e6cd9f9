-- POST /api/v1/communities/{communityId}/staff/{accountId}/leave: A staff member leaves the community; their sessions end, asked by: manager

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

select "account_id", "role", "team"
from "identity"."appointment"
where "community_id" = $1 and "until" is null and ("role" = $2 or "account_id" = $3)
order by "id"
for update;

select "a"."id"
from "identity"."appointment" as "p"
inner join "identity"."account" as "a" on "a"."id" = "p"."account_id"
where "p"."community_id" = $1 and "p"."until" is null and "p"."role" = $2 and "a"."state" = $3;

update "identity"."appointment"
set "until" = greatest(since, $1::timestamptz)
where "account_id" = $2 and "community_id" = $3 and "until" is null;

insert into platform.outbox (task, payload, run_at, job_key)
values ($1, $2::jsonb, $3, $4);

update "identity"."account" as "a"
set "state" = $1
where "a"."id" = $2 and not exists (select "p"."id"
from "identity"."appointment" as "p"
where "p"."account_id" = "a"."id" and "p"."until" is null);

update "identity"."session"
set "revoked_at" = $1
where "account_id" = $2 and "revoked_at" is null;

update "identity"."invitation"
set "expires_at" = $1
where "account_id" = $2 and "used_at" is null and "expires_at" > $3;

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
