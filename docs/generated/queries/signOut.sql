-- POST /api/v1/sign-out: End this session, asked by: agent

update "identity"."session"
set "revoked_at" = $1
where "account_id" = $2 and "revoked_at" is null and "id" = $3;
