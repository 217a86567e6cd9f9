-- POST /api/v1/me/password: Change my password; ends my other sessions, asked by: agent

select "id", "kind", "login", "name", "state", "password_hash", "totp_secret", "totp_pending"
from "identity"."account"
where "id" = $1;

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

DELETE FROM "platform"."rate_limit" WHERE key = $1;

update "identity"."account"
set "password_hash" = $1
where "id" = $2;

update "identity"."session"
set "revoked_at" = $1
where "account_id" = $2 and "revoked_at" is null and "id" <> $3;
