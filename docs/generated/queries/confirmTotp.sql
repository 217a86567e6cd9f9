-- POST /api/v1/me/totp/confirm: Finish setting up an authenticator; answers the recovery codes once, asked by: agent

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
where "id" = $4 and "totp_pending" = $5;

delete
from "identity"."recovery_code"
where "account_id" = $1;

insert into "identity"."recovery_code" ("account_id", "hash")
values ($1, $2), ($3, $4), ($5, $6), ($7, $8), ($9, $10), ($11, $12), ($13, $14), ($15, $16);
