-- POST /api/v1/me/totp/remove: Remove my authenticator, asked by: agent

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
set "totp_secret" = $1, "totp_pending" = $2, "totp_last_step" = $3
where "id" = $4;

delete
from "identity"."recovery_code"
where "account_id" = $1;
