-- GET /api/v1/communities: Communities in my reach, asked by: agent

select "community"."id", "community"."name", "community"."address", "community"."time_zone" as "timeZone", (select count(*) as "homes"
from "estate"."home" as "home"
where "home"."community_id" = "community"."id") as "homes"
from "estate"."community" as "community"
where community.id = any($1::uuid[])
order by "community"."name";
