-- POST /api/v1/sign-in/resident: Sign in as a resident with phone and code, asked by: agent

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

update identity.sign_in_code set
  tries = tries + 1,
  used_at = case when code_hash = case when request_hash is null
    then $1::bytea
    else $2::bytea end then $3::timestamptz end
where phone = $4 and expires_at > $5::timestamptz and used_at is null and tries < 5
  and (request_hash is null or request_hash = $6)
  and exists (select from identity.phone_holding h where h.phone = $7 and h.roles <> '{}')
returning used_at is not null as matched;

insert into "identity"."account" ("id", "kind", "phone", "name", "created_at")
values ($1, $2, $3, $4, $5)
on conflict ("phone") do nothing;

select "id"
from "identity"."account"
where "phone" = $1 and "kind" = $2 and "state" = $3;

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

select "community_id" as "communityId", "id", "name", "phone", "note", "version"
from "people"."person"
where community_id = any($1::uuid[]) and "id" = $2;

update "identity"."account"
set "name" = $1
where "phone" = $2 and "kind" = $3;
