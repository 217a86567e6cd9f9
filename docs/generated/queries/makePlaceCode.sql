-- POST /api/v1/places/{id}/code: A QR code by which anybody can report on this place; a new one ends the old, asked by: manager

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

select "community_id" as "communityId", "id", "kind", "label", "building_id" as "buildingId", "entrance_id" as "entranceId"
from "estate"."place"
where community_id = any($1::uuid[]) and "id" = $2;

select "id"
from "estate"."place"
where "community_id" = $1 and "id" = $2
for update;

update "estate"."place_code"
set "ended_at" = $1
where "community_id" = $2 and "place_id" = $3 and "ended_at" is null;

insert into "estate"."place_code" ("token", "community_id", "place_id", "made_at")
values ($1, $2, $3, $4);

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
