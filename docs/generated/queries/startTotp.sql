-- POST /api/v1/me/totp/start: Begin to set up an authenticator, asked by: agent

select "id", "kind", "login", "name", "state", "password_hash", "totp_secret", "totp_pending"
from "identity"."account"
where "id" = $1;

update "identity"."account"
set "totp_pending" = $1
where "id" = $2 and "totp_secret" is null;
