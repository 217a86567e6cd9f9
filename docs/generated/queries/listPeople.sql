-- GET /api/v1/communities/{communityId}/people: People of a community, asked by: agent

select "community_id" as "communityId", "id", "name", "phone", "note", "version"
from "people"."person"
where "community_id" = $1
order by "name", "id"
limit 21;

select "person_id" as "personId", "home_id" as "homeId", "role"
from "people"."residency"
where "community_id" = $1 and person_id = any($2::uuid[]) and "until" is null
order by "since", "id";

select "community_id" as "communityId", "id", "kind", "label", "building_id" as "buildingId", "entrance_id" as "entranceId"
from "estate"."place"
where "community_id" = $1 and id = any($2::uuid[]);
