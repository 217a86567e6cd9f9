-- POST /api/v1/invitations/accept: Accept an invitation by choosing a password, asked by: agent

select "a"."id", "a"."name", "a"."login", "o"."name" as "organization", "i"."expires_at"
from "identity"."invitation" as "i"
inner join "identity"."account" as "a" on "a"."id" = "i"."account_id"
inner join "identity"."organization" as "o" on "o"."id" = "a"."organization_id"
where "i"."token_hash" = $1 and "i"."used_at" is null and "i"."expires_at" > $2 and "a"."state" = $3;

update "identity"."invitation"
set "used_at" = $1
where "token_hash" = $2 and "used_at" is null and "expires_at" > $3
returning "account_id";

update "identity"."account"
set "state" = $1, "password_hash" = $2
where "id" = $3 and "state" = $4;

update "identity"."session"
set "revoked_at" = $1
where "account_id" = $2 and "revoked_at" is null and "id" = $3;

insert into "identity"."session" ("id", "token_hash", "account_id", "device", "created_at", "last_seen_at", "expires_at")
values ($1, $2, $3, $4, $5, $6, $7::timestamptz + $8::interval)
returning "id", "expires_at";

select "a"."name", "a"."kind", "a"."locale", case when o.id is not null
then json_build_object('id', o.id, 'name', o.name) end as "organization", a.totp_secret is not null as "totp_enabled", (select count(*)::int from identity.recovery_code r
where r.account_id = a.id and r.used_at is null) as "recovery_codes_left" from "identity"."account" as "a" left join "identity"."organization" as "o" on "o"."id" = "a"."organization_id" where "a"."id" = $1;

select "id", "name", "time_zone" as "timeZone"
from "estate"."community"
where id = any($1::uuid[]);
