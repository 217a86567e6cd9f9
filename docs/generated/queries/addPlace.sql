-- POST /api/v1/communities/{communityId}/places: Add a building, entrance, home or common place, asked by: manager

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

insert into estate.place (community_id, id, kind, parent_id, building_id, entrance_id, name, label,
  room_key, floor, floor_index, position, created_at)
select $1::uuid, id, kind, parent_id, building_id, entrance_id, name, label,
  room_key, floor, floor_index, position, $2::timestamptz
from jsonb_to_recordset($3::jsonb) as row (id uuid, kind text, parent_id uuid,
  building_id uuid, entrance_id uuid, name text, label text, room_key text, floor text, floor_index integer,
  position integer);

insert into platform.outbox (task, payload, run_at, job_key)
values ($1, $2::jsonb, $3, $4);

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
