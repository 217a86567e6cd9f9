-- POST /api/v1/roster-imports/{id}/apply: Apply a previewed roster, all or only the good rows, asked by: manager

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

select "community_id" as "communityId", "id", "file_name" as "fileName", "state", "preview"
from "people"."roster"
where community_id = any($1::uuid[]) and "id" = $2
for update;

select pg_advisory_xact_lock(hashtextextended($1, 0));

select "id", "name", "time_zone" as "timeZone"
from "estate"."community"
where id = any($1::uuid[]);

select "id", "kind", "name", "label", "building_id" as "buildingId", "entrance_id" as "entranceId"
from "estate"."place"
where "community_id" = $1 and "kind" in ($2, $3, $4);

select "id", "use", "area", "handover_on" as "handoverOn"
from "estate"."home"
where "community_id" = $1;

select "id" as "residencyId", "home_id" as "homeId", "person_id" as "personId", "role", "since"
from "people"."residency"
where "community_id" = $1 and "until" is null
order by "id";

select "community_id" as "communityId", "id", "name", "phone", "note", "version"
from "people"."person"
where "community_id" = $1 and id = any($2::uuid[]);

select "id" as "personId", "name", "phone"
from "people"."person"
where "community_id" = $1 and phone = any($2::text[])
order by "id";

set local plan_cache_mode = force_custom_plan;

insert into people.person (community_id, id, name, initials, phone, note, created_at)
select $1::uuid, id, name, initials, phone, note, $2::timestamptz
from jsonb_to_recordset($3::jsonb)
  as row (id uuid, name text, initials text, phone text, note text);

insert into people.residency (community_id, id, person_id, home_id, role, since, created_at)
select $1::uuid, id, "personId", "homeId", role, since, $2::timestamptz
from jsonb_to_recordset($3::jsonb)
  as row (id uuid, "personId" uuid, "homeId" uuid, role text, since date);

select from people.person where community_id = $1 and id = any($2::uuid[])
order by id for no key update;

select "person_id" as "personId", "role"
from "people"."residency"
where "community_id" = $1 and person_id = any($2::uuid[]) and "until" is null;

delete from identity.phone_holding
where community_id = $1 and person_id = any($2::uuid[]);

insert into identity.phone_holding (phone, community_id, person_id, roles)
select phone, $1::uuid, "personId", roles
from jsonb_to_recordset($2::jsonb) as row (phone text, "personId" uuid, roles text[]);

update identity.account set name = row.name
from jsonb_to_recordset($1::jsonb) as row (phone text, name text)
where account.phone = row.phone and account.kind = 'resident' and account.name <> row.name;

update "people"."roster"
set "state" = $1, "result" = $2, "applied_at" = $3
where "community_id" = $4 and "id" = $5;

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
