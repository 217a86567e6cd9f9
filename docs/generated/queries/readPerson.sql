-- GET /api/v1/people/{id}: A person’s archive, contacts masked, asked by: agent

select "community_id" as "communityId", "id", "name", "phone", "note", "version"
from "people"."person"
where community_id = any($1::uuid[]) and "id" = $2;

insert into identity.access_entry (community_id, id, at, account_id, account_name, role, person_id, what, purpose)
select $1::uuid, id, $2::timestamptz, $3::uuid, $4, $5,
  person_id, $6, $7
from unnest($8::uuid[], $9::uuid[]) as seen (id, person_id);

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
