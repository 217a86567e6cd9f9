-- POST /api/v1/cases/{id}/follow: Follow a case on common ground instead of reporting it again, asked by: owner

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

select "community_id", "status", "place_kind", "person_id"
from "cases"."case"
where community_id = any($1::uuid[]) and "id" = $2;

insert into "cases"."case_follower" ("community_id", "id", "case_id", "person_id", "at")
values ($1, $2, $3, $4, $5)
on conflict ("community_id", "case_id", "person_id") do nothing;

select "person_id"
from "cases"."case_follower"
where "community_id" = $1 and "case_id" = $2;

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
