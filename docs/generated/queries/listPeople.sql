-- GET /api/v1/communities/{communityId}/people: People of a community, asked by: agent

select "community_id" as "communityId", "id", "name", "phone", "note", "version"
from "people"."person"
where "community_id" = $1
order by "name", "id"
limit 21;

select "residency"."person_id" as "personId", "person"."name", "residency"."home_id" as "homeId", "residency"."role"
from "people"."residency" as "residency"
inner join "people"."person" as "person" on "person"."community_id" = "residency"."community_id" and "person"."id" = "residency"."person_id"
where "residency"."community_id" = $1 and residency.person_id = any($2::uuid[]) and "residency"."until" is null
order by "residency"."since", "residency"."id";

select "community_id" as "communityId", "id", "kind", "label", "building_id" as "buildingId", "entrance_id" as "entranceId"
from "estate"."place"
where "community_id" = $1 and id = any($2::uuid[]);
