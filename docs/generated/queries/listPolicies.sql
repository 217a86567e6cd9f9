-- GET /api/v1/communities/{communityId}/policies: The service times in force and before, asked by: agent

select *
from "cases"."policy_version"
where "community_id" = $1
order by "version" desc
limit 50;
