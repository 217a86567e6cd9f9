-- GET /api/v1/communities/{communityId}/procedures/{procedureId}: All versions of a procedure, the newest first, asked by: agent

select *
from "cases"."procedure_version"
where "community_id" = $1 and "procedure_id" = $2
order by "version" desc
limit 50;
