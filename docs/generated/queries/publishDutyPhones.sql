-- POST /api/v1/communities/{communityId}/duty-phones: Publish the duty phone list anew, asked by: manager

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

select "version", "phones", "published_at", "published_by_name"
from "workforce"."duty_phones"
where "community_id" = $1
order by "version" desc
limit 1;

insert into "workforce"."duty_phones" ("community_id", "id", "version", "phones", "published_at", "published_by", "published_by_name")
values ($1, $2, $3, $4, $5, $6, $7);

insert into platform.outbox (task, payload, run_at, job_key)
values ($1, $2::jsonb, $3, $4);

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
