-- GET /api/v1/communities/{communityId}/chart: The building chart through a lens, asked by: agent

select false as facts, id, kind, name, building_id as "buildingId", entrance_id as "entranceId", floor,
  floor_index as "floorIndex", position, null::text as use, null::integer as area
from estate.place where community_id = $1
union all
select true, id, 'home', '', null, null, null, null, 0, use, area
from estate.home where community_id = $2;

select place_id, count(*)::int as open, bool_or(due_at < $1) as late
from cases.case
where community_id = $2 and place_id is not null and status in ('new', 'open', 'paused', 'resolved')
group by place_id;
