-- POST /api/v1/communities/{communityId}/procedures: Publish a procedure or its next version; work orders keep the one they were opened under, asked by: manager

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

select "version"
from "cases"."procedure_version"
where "community_id" = $1 and "procedure_id" = $2
order by "version" desc
limit $3;

insert into "cases"."procedure_version" ("community_id", "id", "procedure_id", "version", "body", "published_at", "published_by", "published_by_name")
values ($1, $2, $3, $4, $5, $6, $7, $8);

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
