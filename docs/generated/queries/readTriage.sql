-- GET /api/v1/communities/{communityId}/triage: What was learned from the desk’s decisions, and how well it tells kinds apart, asked by: agent

select c.text, c.kind, c.urgency, coalesce(e.detail -> 'suggested', '{}') as suggested
from cases.case c
join cases.case_event e on e.community_id = c.community_id and e.case_id = c.id and e.seq = 1
where c.community_id = $1 and e.actor_kind = 'staff'
order by c.received_at desc, c.id desc
limit 2000;

select "version", "made_at", "examples", "used", "report"
from "cases"."triage_model"
where "community_id" = $1
order by "version" desc
limit 20;
