-- GET /api/v1/me/notifications: What I was told in the app, asked by: agent

select "id", "kind", "at", "read_at", "case_id", "case_number", "excerpt"
from "messaging"."delivery"
where community_id = any($1::uuid[]) and account_id = $2
order by "at" desc
limit 50;
