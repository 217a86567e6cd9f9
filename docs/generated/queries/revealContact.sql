-- POST /api/v1/people/{id}/reveal: Show a phone number; recorded and shown to that person, asked by: agent

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

select "community_id" as "communityId", "id", "name", "phone", "note", "version"
from "people"."person"
where community_id = any($1::uuid[]) and "id" = $2;

insert into identity.access_entry (community_id, id, at, account_id, account_name, role, person_id, what, purpose)
select $1::uuid, id, $2::timestamptz, $3::uuid, $4, $5,
  person_id, $6, $7
from unnest($8::uuid[], $9::uuid[]) as seen (id, person_id);

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
