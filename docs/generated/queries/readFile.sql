-- GET /api/v1/files/{id}: A photo of a case in my reach, asked by: agent

select "uploaded_by", "sha256"
from "platform"."file"
where "community_id" = $1 and "id" = $2;

select "case_id", "internal"
from "cases"."case_photo"
where "community_id" = $1 and "id" = $2;

select *
from "cases"."case"
where "community_id" = any($1::uuid[]) and "id" = $2;
