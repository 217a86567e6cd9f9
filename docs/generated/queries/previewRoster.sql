-- POST /api/v1/communities/{communityId}/roster-imports: Read a roster (XLSX or CSV) and show what it would do, asked by: manager

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

select "id", "name", "time_zone" as "timeZone"
from "estate"."community"
where id = any($1::uuid[]);

select "id", "kind", "name", "label", "building_id" as "buildingId", "entrance_id" as "entranceId"
from "estate"."place"
where "community_id" = $1 and "kind" in ($2, $3, $4);

select "id", "use", "area", "handover_on" as "handoverOn"
from "estate"."home"
where "community_id" = $1;

select "id" as "residencyId", "home_id" as "homeId", "person_id" as "personId", "role", "since"
from "people"."residency"
where "community_id" = $1 and "until" is null
order by "id";

select "community_id" as "communityId", "id", "name", "phone", "note", "version"
from "people"."person"
where "community_id" = $1 and id = any($2::uuid[]);

select "id" as "personId", "name", "phone"
from "people"."person"
where "community_id" = $1 and phone = any($2::text[])
order by "id";

insert into "people"."roster" ("community_id", "id", "file_name", "digest", "state", "preview", "made_by", "made_at")
values ($1, $2, $3, $4, $5, $6, $7, $8);

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;

select "community_id" as "communityId", "id", "file_name" as "fileName", "state", "preview"
from "people"."roster"
where community_id = any($1::uuid[]) and "id" = $2;
