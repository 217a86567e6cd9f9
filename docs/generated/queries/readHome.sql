-- GET /api/v1/homes/{id}: A home’s archive, asked by: agent

select "community_id" as "communityId", "id", "kind", "label", "building_id" as "buildingId", "entrance_id" as "entranceId"
from "estate"."place"
where community_id = any($1::uuid[]) and "id" = $2;

select "place"."community_id" as "communityId", "place"."id", "place"."kind", "place"."label", "place"."building_id" as "buildingId", "place"."entrance_id" as "entranceId", "place"."floor", "home"."use", "home"."area", "home"."handover_on" as "handoverOn", place.room_key as "roomKey", "place"."version"
from "estate"."place" as "place"
inner join "estate"."home" as "home" on "home"."community_id" = "place"."community_id" and "home"."id" = "place"."id"
where "place"."community_id" = $1 and place.id = any($2::uuid[]);

select "id", "name"
from "estate"."place"
where "community_id" = $1 and id = any($2::uuid[]);

select "residency"."id" as "residencyId", "residency"."role", "residency"."since", "residency"."until", "person"."id" as "personId", "person"."name", "person"."phone"
from "people"."residency" as "residency"
inner join "people"."person" as "person" on "person"."community_id" = "residency"."community_id" and "person"."id" = "residency"."person_id"
where "residency"."community_id" = $1 and "residency"."home_id" = $2
order by residency.until is not null, array_position(array['owner', 'tenant', 'family'], residency.role), "residency"."until" desc, "residency"."since", "residency"."id"
limit 200;

insert into identity.access_entry (community_id, id, at, account_id, account_name, role, person_id, what, purpose)
select $1::uuid, id, $2::timestamptz, $3::uuid, $4, $5,
  person_id, $6, $7
from unnest($8::uuid[], $9::uuid[]) as seen (id, person_id);
