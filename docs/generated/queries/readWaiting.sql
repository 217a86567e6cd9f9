-- GET /api/v1/cases/waiting: What waits for me: offers, hand-overs, help, disputes, cases nobody can take, asked by: agent

select c.id as "caseId", c.number, left(c.text, 120) as text, c.urgency, null::text as more, d.offer_until as until, c.received_at as at
from cases.dispatch d join cases.case c on c.community_id = d.community_id and c.id = d.id
      where d.community_id = $1 and d.offered_to_id = $2 and c.assignee_id is null and c.status in ('new', 'open', 'paused', 'resolved', 'closed')
order by at, c.id limit 50;

select c.id as "caseId", c.number, left(c.text, 120) as text, c.urgency, h.from_name as more, null::timestamptz as until, h.offered_at as at
from cases.handover h join cases.case c on c.community_id = h.community_id and c.id = h.case_id
      where h.community_id = $1 and h.to_id = $2 and h.state = 'offered' and c.status in ('new', 'open', 'paused', 'resolved', 'closed')
order by at, c.id limit 50;

select c.id as "caseId", c.number, left(c.text, 120) as text, c.urgency, k.asked as more, k.due_at as until, k.asked_at as at
from cases.co_handler k join cases.case c on c.community_id = k.community_id and c.id = k.case_id
      where k.community_id = $1 and k.team = $2 and k.returned_at is null and c.status in ('new', 'open', 'paused', 'resolved', 'closed')
order by at, c.id limit 50;
