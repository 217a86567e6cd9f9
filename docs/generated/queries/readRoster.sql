-- GET /api/v1/roster-imports/{id}: A previewed or applied roster, asked by: manager

select "community_id" as "communityId", "id", "file_name" as "fileName", "state", "preview"
from "people"."roster"
where community_id = any($1::uuid[]) and "id" = $2;
