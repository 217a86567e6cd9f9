-- POST /api/v1/communities/{communityId}/assignment: Publish how work is given out from now on, asked by: manager

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

select "version", "body", "published_at", "published_by_name"
from "cases"."assignment_policy"
where "community_id" = $1
order by "version" desc
limit 1;

insert into "cases"."assignment_policy" ("community_id", "id", "version", "body", "published_at", "published_by_name")
values ($1, $2, $3, $4, $5, $6);

insert into platform.outbox (task, payload, run_at, job_key)
values ($1, $2::jsonb, $3, $4);

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
