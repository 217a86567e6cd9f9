-- POST /api/v1/me/notifications/read: Mark as read, asked by: agent

update "messaging"."delivery"
set "state" = $1, "read_at" = $2, "delivered_at" = coalesce("delivered_at", $3)
where community_id = any($4::uuid[]) and account_id = $5 and "read_at" is null and id = any($6::uuid[]);
