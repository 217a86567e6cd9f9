-- POST /api/v1/files: Upload a photo; re-encoded, its location data removed, asked by: agent

INSERT INTO "platform"."rate_limit" VALUES ($1, $2, $3)
  ON CONFLICT(key) DO UPDATE SET
    points = CASE
              WHEN ("platform"."rate_limit".expire <= $4 OR 1=0) THEN $2
              ELSE "platform"."rate_limit".points + ($2)
             END,
    expire =  CASE
 WHEN "platform"."rate_limit".expire <= $4 THEN $3
 ELSE "platform"."rate_limit".expire
END
RETURNING points, expire;;

insert into "platform"."file" ("community_id", "id", "uploaded_by", "sha256", "type", "width", "height", "bytes", "at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9);
