-- GET /api/v1/me/sessions: Where I am signed in, asked by: agent

select "id", "device", "created_at", "last_seen_at"
from "identity"."session"
where "account_id" = $1 and "revoked_at" is null and "expires_at" > $2 and "last_seen_at" > $3::timestamptz - $4::interval
order by "created_at" desc, "id" desc
limit 50;
