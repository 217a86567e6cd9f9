-- GET /api/v1/cases/{id}: A case with its timeline and clocks, asked by: agent

select *
from "cases"."case"
where "community_id" = any($1::uuid[]) and "id" = $2;

select "seq", "kind", "occurred_at", "actor_kind", "detail"
from "cases"."case_event"
where "community_id" = $1 and "case_id" = $2
order by "seq";

select *
from "cases"."case_event"
where "community_id" = $1 and "case_id" = $2
order by "seq";

select "community_id" as "communityId", "id", "name", "phone", "note", "version"
from "people"."person"
where community_id = any($1::uuid[]) and "id" = $2;
