-- POST /api/v1/communities/{communityId}/staff: Invite a staff member, asked by: manager

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

update "identity"."account" as "a"
set "name" = $1, "state" = $2
where "a"."login" = $3 and "a"."organization_id" = $4 and "a"."password_hash" is null and "a"."state" in ($5, $6) and not exists (select "i"."id"
from "identity"."invitation" as "i"
where "i"."account_id" = "a"."id" and "i"."expires_at" > $7) and not exists (select "p"."id"
from "identity"."appointment" as "p"
where "p"."account_id" = "a"."id" and "p"."until" is null and "p"."community_id" <> $8)
returning "a"."id";

insert into "identity"."account" ("id", "organization_id", "kind", "login", "name", "password_hash", "state", "created_at")
values ($1, $2, $3, $4, $5, $6, $7, $8);

insert into "identity"."appointment" ("id", "account_id", "community_id", "role", "team", "since")
values ($1, $2, $3, $4, $5, $6)
on conflict ("account_id", "community_id", "role")
where "until" is null do nothing;

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;

insert into "identity"."invitation" ("id", "account_id", "token_hash", "invited_by", "expires_at") select $1::uuid as "id", "identity"."account"."id" as "account_id", $2::bytea as "token_hash", $3::uuid as "invited_by", $4::timestamptz + '7 days'::interval as "expires_at"
from "identity"."account"
where "id" = $5 and "state" = $6
returning "expires_at";
