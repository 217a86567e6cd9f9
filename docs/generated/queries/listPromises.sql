-- GET /api/v1/promises: The ledger of promises: by state, person and due day, next due first, asked by: agent

select "p".*, "c"."number", "c"."status", "c"."place_label"
from "cases"."promise" as "p"
inner join "cases"."case" as "c" on "c"."community_id" = "p"."community_id" and "c"."id" = "p"."case_id"
where "p"."community_id" = $1
order by "p"."due_at", "p"."id"
limit 21;
