-- POST /api/v1/me/sessions/{id}/revoke: End one of my sessions, asked by: agent

update "identity"."session"
set "revoked_at" = $1
where "account_id" = $2 and "revoked_at" is null and "id" = $3;
