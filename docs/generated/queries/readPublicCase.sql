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

with recursive chain(id, merged_into) as (
  select id, merged_into from cases.case where community_id = $1 and id = $2
  union
  select c.id, c.merged_into from cases.case c join chain on c.id = chain.merged_into where c.community_id = $3
)
select id from chain where merged_into is null limit 1;

select "e".*, "c"."number" from "cases"."case_event" as "e" inner join "cases"."case" as "c" on "c"."community_id" = "e"."community_id" and "c"."id" = "e"."case_id" where "e"."community_id" = $1 and e.case_id in (
with recursive tree(id) as (
  select $2::uuid
  union
  select c.id from cases.case c join tree on c.merged_into = tree.id where c.community_id = $3
) select id from tree) and (e.case_id = $4 or e.kind not in ('merged', 'escalated')) and "e"."internal" = $5 order by "e"."occurred_at", "e"."recorded_at", "e"."case_id", "e"."seq";

select *
from "cases"."promise"
where "community_id" = $1 and "case_id" = $2
order by "made_at", "id";
