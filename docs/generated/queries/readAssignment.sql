-- GET /api/v1/communities/{communityId}/assignment: How work is given out here, asked by: agent

select "version", "body", "published_at", "published_by_name"
from "cases"."assignment_policy"
where "community_id" = $1
order by "version" desc
limit 1;
