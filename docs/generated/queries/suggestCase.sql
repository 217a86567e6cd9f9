-- POST /api/v1/cases/suggest: What the words of a report point to, and which open cases it may be one more of, asked by: agent

select "community_id" as "communityId", "id", "kind", "label", "building_id" as "buildingId", "entrance_id" as "entranceId"
from "estate"."place"
where community_id = any($1::uuid[]) and "id" = $2;

select "id"
from "cases"."triage_model"
where "community_id" = $1 and "used" = $2
order by "version" desc
limit 1;

with me as (
  select id, parent_id, case kind when 'building' then id else building_id end as building,
    case kind when 'entrance' then id else entrance_id end as entrance
  from estate.place where community_id = $1 and id = $2
)
select p.id, case when p.id = me.id then 0
  when p.id = me.parent_id or p.parent_id = me.id or p.id = me.entrance or p.entrance_id = me.entrance then 1
  else 2 end as near
from estate.place p, me
where p.community_id = $3
  and (p.id = me.id or p.id = me.parent_id or p.parent_id = me.id or p.id = me.building or p.building_id = me.building)
limit 3000;

select "c"."id", "c"."number", "c"."kind", "c"."status", "c"."text", "c"."concept", "c"."place_id", "c"."place_kind", "c"."place_label", "c"."person_id", "c"."received_at", (select count(*)::int from cases.case_follower f
where f.community_id = c.community_id and f.case_id = c.id) as "followers", exists (select 1 from cases.case_follower f where f.community_id = c.community_id
and f.case_id = c.id and f.person_id = any($1::uuid[])) as "following" from "cases"."case" as "c" where "c"."community_id" = $2 and c.concept = any($3::text[]) and "c"."received_at" > $4 and c.status in ('new', 'open', 'paused', 'resolved') and (c.place_id = any($5::uuid[]) or c.person_id = any($6::uuid[])
or ($7::boolean and c.place_kind <> 'home')) order by "c"."received_at" desc limit 50;
