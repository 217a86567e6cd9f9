-- POST /api/v1/cases/{id}/relate: Say that two cases have to do with each other, or no longer, asked by: agent

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

select *
from "cases"."case"
where "community_id" = any($1::uuid[]) and "id" = $2
for update;

insert into cases.case_link (community_id, id, kind, case_id, other_id, made_at, made_by)
values ($1, $2, 'related', $3, $4, $5, $6)
on conflict (community_id, kind, case_id, other_id) where ended_at is null do nothing;

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
