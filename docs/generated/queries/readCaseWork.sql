-- GET /api/v1/cases/{id}/work: The work orders of a case with their checklists, and the procedures that fit it, asked by: agent

select *
from "cases"."case"
where "community_id" = any($1::uuid[]) and "id" = $2;

select "o".*, "p"."procedure_id", "p"."version", "p"."body"
from "cases"."work_order" as "o"
inner join "cases"."procedure_version" as "p" on "p"."community_id" = "o"."community_id" and "p"."id" = "o"."procedure_version_id"
where "o"."community_id" = $1 and "o"."case_id" = $2
order by "o"."seq";

select distinct on ("procedure_id") *
from "cases"."procedure_version"
where "community_id" = $1
order by "procedure_id", "version" desc
limit 300;

select "q".*, "a"."answer", "a"."at" as "answered_at", "a"."name" as "answered_by", "a"."reason"
from "cases"."quote" as "q"
left join "cases"."quote_answer" as "a" on "a"."community_id" = "q"."community_id" and "a"."quote_id" = "q"."id"
where "q"."community_id" = $1 and "q"."case_id" = $2
order by "q"."version" desc;
