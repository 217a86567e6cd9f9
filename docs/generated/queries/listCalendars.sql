-- GET /api/v1/communities/{communityId}/calendars: Business calendars in force, asked by: agent

select distinct on ("calendar_id") "id", "calendar_id", "version", "body", "published_at"
from "estate"."calendar_version"
where "community_id" = $1
order by "calendar_id", "version" desc;
