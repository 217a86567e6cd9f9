-- GET /api/v1/me: Who I am, where and with which permissions, asked by: agent

select "a"."name", "a"."kind", "a"."locale", case when o.id is not null
then json_build_object('id', o.id, 'name', o.name) end as "organization", a.totp_secret is not null as "totp_enabled", (select count(*)::int from identity.recovery_code r
where r.account_id = a.id and r.used_at is null) as "recovery_codes_left" from "identity"."account" as "a" left join "identity"."organization" as "o" on "o"."id" = "a"."organization_id" where "a"."id" = $1;

select "id", "name", "time_zone" as "timeZone"
from "estate"."community"
where id = any($1::uuid[]);
