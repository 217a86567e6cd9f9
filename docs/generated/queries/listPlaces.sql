-- GET /api/v1/communities/{communityId}/places: Places by words, parent or kind, asked by: agent

select "place"."id", "place"."kind", "place"."label", "place"."parent_id" as "parentId", "place"."name", "place"."floor", "place"."version", (
select jsonb_build_object('use', home.use, 'area', home.area, 'handoverOn', home.handover_on)
from estate.home where home.community_id = place.community_id and home.id = place.id) as "facts", exists (select from estate.place_code as code where code.community_id = place.community_id
and code.place_id = place.id and code.ended_at is null) as "hasCode" from "estate"."place" as "place" where "place"."community_id" = $1 order by array_position(array['building', 'entrance', 'common', 'home'], place.kind), place.floor_index nulls first, "place"."position", "place"."label" limit 500;
