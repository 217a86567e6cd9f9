-- POST /api/v1/work-orders/{id}/steps: Record that a step was done, or pass it over with a reason; a correction is a new record, asked by: agent

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

select "case_id"
from "cases"."work_order"
where "community_id" = any($1::uuid[]) and "id" = $2;

select *
from "cases"."case"
where "community_id" = any($1::uuid[]) and "id" = $2
for update;

select "o".*, "p"."procedure_id", "p"."version", "p"."body"
from "cases"."work_order" as "o"
inner join "cases"."procedure_version" as "p" on "p"."community_id" = "o"."community_id" and "p"."id" = "o"."procedure_version_id"
where "o"."community_id" = $1 and "o"."case_id" = $2
order by "o"."seq";

select *
from "cases"."work_entry"
where "community_id" = $1 and "work_order_id" = any($2::uuid[])
order by "at", "turn";

select "q".*, "a"."answer", "a"."at" as "answered_at", "a"."name" as "answered_by", "a"."reason"
from "cases"."quote" as "q"
left join "cases"."quote_answer" as "a" on "a"."community_id" = "q"."community_id" and "a"."quote_id" = "q"."id"
where "q"."community_id" = $1 and "q"."case_id" = $2
order by "q"."version" desc;

insert into "cases"."work_entry" ("community_id", "id", "work_order_id", "step", "turn", "kind", "reading", "in_range", "note", "photos", "materials", "at", "by_id", "by_name", "corrects")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);

insert into platform.outbox (task, payload, run_at, job_key)
values ($1, $2::jsonb, $3, $4);

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
