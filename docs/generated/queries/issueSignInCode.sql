-- POST /api/v1/people/{id}/sign-in-code: Hand a sign-in code to a resident whose identity was checked at the counter, asked by: agent

select "community_id" as "communityId", "id", "name", "phone", "note", "version"
from "people"."person"
where community_id = any($1::uuid[]) and "id" = $2;

update "identity"."sign_in_code"
set "expires_at" = $1
where "phone" = $2 and "request_hash" is null and "used_at" is null and "expires_at" > $3;

insert into "identity"."sign_in_code" ("id", "phone", "code_hash", "issued_by", "created_at", "expires_at")
values ($1, $2, $3, $4, $5, $6::timestamptz + '600 seconds'::interval)
returning "expires_at";
