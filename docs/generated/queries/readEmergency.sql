-- GET /api/v1/communities/{communityId}/emergency: Whom to ring in danger: the community’s own numbers, asked by: agent

select "version", "phones", "published_at", "published_by_name"
from "workforce"."duty_phones"
where "community_id" = $1
order by "version" desc
limit 1;
