-- POST /api/v1/public/places/read: Which place a QR code stands for, asked by: agent

INSERT INTO "platform"."rate_limit" VALUES ($1, $2, $3)
  ON CONFLICT(key) DO UPDATE SET
    points = CASE
              WHEN ("platform"."rate_limit".expire <= $4 OR 1=0) THEN $2
              ELSE "platform"."rate_limit".points + ($2)
             END,
    expire =  CASE
 WHEN "platform"."rate_limit".expire <= $4 THEN $3
 ELSE "platform"."rate_limit".expire
END
RETURNING points, expire;;

select "community_id" as "communityId", "place_id" as "placeId"
from "estate"."place_code"
where "token" = $1 and "ended_at" is null;

select "community_id" as "communityId", "id", "kind", "label", "building_id" as "buildingId", "entrance_id" as "entranceId"
from "estate"."place"
where community_id = any($1::uuid[]) and "id" = $2;

select "version", "phones", "published_at", "published_by_name"
from "workforce"."duty_phones"
where "community_id" = $1
order by "version" desc
limit 1;

select "id", "name", "time_zone" as "timeZone"
from "estate"."community"
where id = any($1::uuid[]);
