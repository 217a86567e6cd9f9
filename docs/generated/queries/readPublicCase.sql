-- POST /api/v1/public/cases/read: Follow a report by its secret link, asked by: agent

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

select "community_id", "case_id"
from "cases"."follow_link"
where "secret_hash" = $1;

select "id", "name", "time_zone" as "timeZone"
from "estate"."community"
where id = any($1::uuid[]);

select *
from "cases"."case"
where "community_id" = $1 and "id" = $2
for update;

select *
from "cases"."case_event"
where "community_id" = $1 and "case_id" = $2 and "internal" = $3
order by "seq";

select *
from "cases"."promise"
where "community_id" = $1 and "case_id" = $2
order by "made_at", "id";
