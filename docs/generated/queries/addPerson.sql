-- POST /api/v1/communities/{communityId}/people: Add a person, asked by: agent

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

insert into people.person (community_id, id, name, initials, phone, note, created_at)
select $1::uuid, id, name, initials, phone, note, $2::timestamptz
from jsonb_to_recordset($3::jsonb)
  as row (id uuid, name text, initials text, phone text, note text);

select from people.person where community_id = $1 and id = any($2::uuid[])
order by id for no key update;

select "community_id" as "communityId", "id", "name", "phone", "note", "version"
from "people"."person"
where "community_id" = $1 and id = any($2::uuid[]);

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

select "community_id" as "communityId", "id", "name", "phone", "note", "version"
from "people"."person"
where community_id = any($1::uuid[]) and "id" = $2;

select "id", "home_id" as "homeId", "role", "since", "until"
from "people"."residency"
where "community_id" = $1 and "person_id" = $2
order by until is not null, "until" desc, "since", "id"
limit 200;

select "kind", "given", "at", "by_name" as "by"
from "people"."consent"
where "community_id" = $1 and "person_id" = $2
order by "at" desc, "id" desc
limit 200;

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
