-- POST /api/v1/communities/{communityId}/policies: Publish new service times; cases already open keep theirs, asked by: manager

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

select distinct on ("calendar_id") "id", "calendar_id", "version", "body", "published_at"
from "estate"."calendar_version"
where "community_id" = $1
order by "calendar_id", "version" desc;

select "version"
from "cases"."policy_version"
where "community_id" = $1
order by "version" desc
limit $2;

insert into "cases"."policy_version" ("community_id", "id", "version", "name", "basis", "body", "published_at", "published_by", "published_by_name")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
