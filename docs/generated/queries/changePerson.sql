-- POST /api/v1/people/{id}/change: Correct a person’s data, asked by: agent

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

select "community_id" as "communityId", "id", "name", "phone", "note", "version"
from "people"."person"
where community_id = any($1::uuid[]) and "id" = $2;

select "version"
from "people"."person"
where "community_id" = $1 and "id" = $2
for update;

update people.person set name = coalesce(row.name, person.name),
  initials = coalesce(row.initials, person.initials), note = coalesce(row.note, person.note),
  phone = case when row.phone_said then row.phone else person.phone end, version = person.version + 1
from jsonb_to_recordset($1::jsonb)
  as row (id uuid, name text, initials text, phone text, note text, phone_said boolean)
where person.community_id = $2 and person.id = row.id;

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
