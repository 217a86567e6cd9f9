-- POST /api/v1/sign-in/staff: Sign in as staff with password and, when set up, a one-time code, asked by: agent

INSERT INTO "platform"."rate_limit" VALUES ($1, $2, $3)
  ON CONFLICT(key) DO UPDATE SET
    points = CASE
              WHEN ("platform"."rate_limit".expire <= $4 OR 1=0) THEN $2
              ELSE "platform"."rate_limit".points + ($2)
             END,
    expire =  CASE
 WHEN "platform"."rate_limit".expire <= $4 THEN $3
 ELSE "platform"."rate_limit".expire
END
RETURNING points, expire;;

select "id", "kind", "login", "name", "state", "password_hash", "totp_secret", "totp_pending"
from "identity"."account"
where "login" = $1;

DELETE FROM "platform"."rate_limit" WHERE key = $1;

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
