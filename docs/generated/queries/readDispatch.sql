-- GET /api/v1/cases/{id}/dispatch: Who is asked, hands over, helps or disputes; and what I may do about it, asked by: agent

select *
from "cases"."case"
where "community_id" = any($1::uuid[]) and "id" = $2;

select *
from "cases"."dispatch"
where "community_id" = $1 and "id" = $2;

select *
from "cases"."handover"
where "community_id" = $1 and "case_id" = $2 and "state" = $3;

select *
from "cases"."dispute"
where "community_id" = $1 and "id" = $2;

select *
from "cases"."co_handler"
where "community_id" = $1 and "case_id" = $2
order by "asked_at", "id";
