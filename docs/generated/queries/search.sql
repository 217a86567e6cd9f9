-- GET /api/v1/communities/{communityId}/search: Rooms, names, initials, phone tails and case numbers in one box, asked by: agent

select "place"."id", "place"."kind", "place"."label", "place"."parent_id" as "parentId", "place"."name", "place"."floor", "place"."version", (
    select jsonb_build_object('use', home.use, 'area', home.area, 'handoverOn', home.handover_on)
    from estate.home where home.community_id = place.community_id and home.id = place.id) as "facts", exists (select from estate.place_code as code where code.community_id = place.community_id
    and code.place_id = place.id and code.ended_at is null) as "hasCode" from "estate"."place" as "place" where "place"."community_id" = $1 and place.kind = any($2::text[]) and (place.room_key like any($3::text[])
or upper(replace(place.label, ' ', '')) like all($4::text[])) order by case
when place.room_key = any($5::text[]) then 0
when place.room_key like any($6::text[]) then 1
when place.room_key like any($7::text[]) then 2
when place.room_key like any($8::text[]) then 3
when upper(replace(place.label, ' ', '')) like $9 then 4
else 5 end, array_position(array['building', 'entrance', 'common', 'home'], place.kind), place.floor_index nulls first, "place"."position", "place"."label" limit 20;

select "community_id" as "communityId", "id", "name", "phone", "note", "version" from "people"."person" where "community_id" = $1 and (lower(name) like $2
or initials like $3
or phone = $4
or replace(phone, '-', '') like $5) order by case
when phone = $6 or lower(name) = $7 then 0
when initials = $8 then 1
when lower(name) like $9 then 2
when initials like $10 then 3
when replace(phone, '-', '') like $11 then 4
else 5 end, "name", "id" limit 10;

select "id", "number", "kind", "status", "text", "received_at"
from "cases"."case"
where "community_id" = $1 and number like $2
order by "received_at" desc
limit 10;
