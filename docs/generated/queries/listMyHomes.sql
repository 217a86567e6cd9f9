-- GET /api/v1/me/homes: My homes and what is near them, asked by: owner

select "id", "name", "time_zone" as "timeZone"
from "estate"."community"
where id = any($1::uuid[]);

select "residency"."person_id" as "personId", "person"."name", "residency"."home_id" as "homeId", "residency"."role"
from "people"."residency" as "residency"
inner join "people"."person" as "person" on "person"."community_id" = "residency"."community_id" and "person"."id" = "residency"."person_id"
where "residency"."community_id" = $1 and residency.person_id = any($2::uuid[]) and "residency"."until" is null
order by "residency"."since", "residency"."id";

select "community_id" as "communityId", "id", "kind", "label", "building_id" as "buildingId", "entrance_id" as "entranceId"
from "estate"."place"
where "community_id" = $1 and id = any($2::uuid[]);

select "place"."community_id" as "communityId", "place"."id", "place"."kind", "place"."label", "place"."building_id" as "buildingId", "place"."entrance_id" as "entranceId", "place"."floor", "home"."use", "home"."area", "home"."handover_on" as "handoverOn", place.room_key as "roomKey", "place"."version"
from "estate"."place" as "place"
inner join "estate"."home" as "home" on "home"."community_id" = "place"."community_id" and "home"."id" = "place"."id"
where "place"."community_id" = $1 and place.id = any($2::uuid[]);

select "id", "name"
from "estate"."place"
where "community_id" = $1 and id = any($2::uuid[]);

select "residency"."home_id" as "homeId", "residency"."role", "person"."id" as "personId", "person"."name"
from "people"."residency" as "residency"
inner join "people"."person" as "person" on "person"."community_id" = "residency"."community_id" and "person"."id" = "residency"."person_id"
where "residency"."community_id" = $1 and residency.home_id = any($2::uuid[]) and "residency"."until" is null
order by array_position(array['owner', 'tenant', 'family'], residency.role), "residency"."since", "residency"."id";

select "community_id" as "communityId", "id", "kind", "label", "building_id" as "buildingId", "entrance_id" as "entranceId" from "estate"."place" where "community_id" = $1 and "kind" = $2 and (building_id is null
    or (entrance_id is null and building_id in (select building_id from (select building_id, entrance_id from estate.place
where community_id = $3 and kind = 'home' and id = any($4::uuid[])) as home))
    or entrance_id in (select entrance_id from (select building_id, entrance_id from estate.place
where community_id = $5 and kind = 'home' and id = any($6::uuid[])) as home)) order by (entrance_id is null), (building_id is null), "position", "label" limit 200;
