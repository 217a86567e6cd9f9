-- POST /api/v1/me/preferences: Choose my language, asked by: agent

update "identity"."account"
set "locale" = $1
where "id" = $2;
