-- GET /api/v1/communities/{communityId}/procedures: The procedures of a community, each in its newest version, asked by: agent

select distinct on ("procedure_id") *
from "cases"."procedure_version"
where "community_id" = $1
order by "procedure_id", "version" desc
limit 300;
