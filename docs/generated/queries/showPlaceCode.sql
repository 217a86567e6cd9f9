-- GET /api/v1/places/{id}/code: The QR code that is up at this place, to print it again; it goes on working, asked by: manager

select "community_id" as "communityId", "id", "kind", "label", "building_id" as "buildingId", "entrance_id" as "entranceId"
from "estate"."place"
where community_id = any($1::uuid[]) and "id" = $2;

select "token"
from "estate"."place_code"
where "community_id" = $1 and "place_id" = $2 and "ended_at" is null;
