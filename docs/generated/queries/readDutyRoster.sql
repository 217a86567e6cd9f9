-- GET /api/v1/communities/{communityId}/duty-roster: Who works which shift on which date, and who is away, asked by: agent

select "on_date", "shift_id", "account_id", "account_name"
from "workforce"."roster"
where "community_id" = $1 and "on_date" >= $2 and "on_date" <= $3
order by "on_date", "account_name", "account_id";

select "id", "account_id", "account_name", "kind", "from_date", "until_date", "note"
from "workforce"."leave"
where "community_id" = $1 and "cancelled_at" is null and "until_date" >= $2 and "from_date" <= $3
order by "from_date", "id"
limit 500;

select "id", "name", "from_time" as "from", "until_time" as "until", "weekdays"
from "workforce"."shift"
where "community_id" = $1 and ("ended_at" is null or "id" = any($2::uuid[]))
order by "position", "id";
