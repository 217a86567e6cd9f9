-- POST /api/v1/invitations/read: Whom an invitation is for, asked by: agent

select "a"."id", "a"."name", "a"."login", "o"."name" as "organization", "i"."expires_at"
from "identity"."invitation" as "i"
inner join "identity"."account" as "a" on "a"."id" = "i"."account_id"
inner join "identity"."organization" as "o" on "o"."id" = "a"."organization_id"
where "i"."token_hash" = $1 and "i"."used_at" is null and "i"."expires_at" > $2 and "a"."state" = $3;
