-- POST /api/v1/places/{id}/change: Rename a place or correct a home’s facts, asked by: manager

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

select "community_id" as "communityId", "id", "kind", "label", "building_id" as "buildingId", "entrance_id" as "entranceId"
from "estate"."place"
where community_id = any($1::uuid[]) and "id" = $2;

select "version"
from "estate"."place"
where "community_id" = $1 and "id" = $2
for update;

update "estate"."place"
set "version" = $1
where "community_id" = $2 and "id" = $3;

select "id", "kind", "name", "parent_id" as "parentId", "floor"
from "estate"."place"
where "community_id" = $1 and id = $2;

select "id", "kind", "name", "parent_id" as "parentId", "floor"
from "estate"."place"
where "community_id" = $1 and parent_id = any($2::uuid[]);

select "id", "kind", "name", "label", "building_id" as "buildingId", "entrance_id" as "entranceId"
from "estate"."place"
where "community_id" = $1 and id = any($2::uuid[]);

update estate.place set name = row.name, label = row.label, room_key = row.room_key, floor = row.floor,
  floor_index = row.floor_index, position = row.position
from jsonb_to_recordset($1::jsonb) as row (id uuid, name text, label text, room_key text,
  floor text, floor_index integer, position integer)
where estate.place.community_id = $2 and estate.place.id = row.id;

select "place"."id", "place"."kind", "place"."label", "place"."parent_id" as "parentId", "place"."name", "place"."floor", "place"."version", (
select jsonb_build_object('use', home.use, 'area', home.area, 'handoverOn', home.handover_on)
from estate.home where home.community_id = place.community_id and home.id = place.id) as "facts", exists (select from estate.place_code as code where code.community_id = place.community_id
and code.place_id = place.id and code.ended_at is null) as "hasCode" from "estate"."place" as "place" where "place"."community_id" = $1 and place.id = any($2::uuid[]) order by array_position(array['building', 'entrance', 'common', 'home'], place.kind), place.floor_index nulls first, "place"."position", "place"."label" limit 500;

insert into platform.outbox (task, payload, run_at, job_key)
values ($1, $2::jsonb, $3, $4);

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
