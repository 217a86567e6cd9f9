-- POST /api/v1/people/{id}/consents: Record a consent given or withdrawn, asked by: agent

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

select "community_id" as "communityId", "id", "name", "phone", "note", "version"
from "people"."person"
where community_id = any($1::uuid[]) and "id" = $2;

insert into "people"."consent" ("community_id", "id", "person_id", "kind", "given", "at", "by_name", "by_account")
values ($1, $2, $3, $4, $5, $6, $7, $8);

select "id", "home_id" as "homeId", "role", "since", "until"
from "people"."residency"
where "community_id" = $1 and "person_id" = $2
order by until is not null, "until" desc, "since", "id"
limit 200;

select "community_id" as "communityId", "id", "kind", "label", "building_id" as "buildingId", "entrance_id" as "entranceId"
from "estate"."place"
where "community_id" = $1 and id = any($2::uuid[]);

select "kind", "given", "at", "by_name" as "by"
from "people"."consent"
where "community_id" = $1 and "person_id" = $2
order by "at" desc, "id" desc
limit 200;

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
