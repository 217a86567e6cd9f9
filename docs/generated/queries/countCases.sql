-- GET /api/v1/cases/counts: How many wait for me, my team and nobody, asked by: agent

select a.id, a.name, a.login, a.state,
  array_agg(p.role order by p.since, p.role) as roles,
  (array_agg(p.team order by p.since, p.role))[1] as team
from identity.appointment p
join identity.account a on a.id = p.account_id
where p.community_id = $1 and p.until is null and a.state <> 'left'
  and a.state = 'active'

group by a.id
order by a.name, a.login;

select count(*) filter (where assignee_id = $1)::int as mine,
      count(*) filter (where assignee_id = any($2::uuid[]))::int as team,
      count(*) filter (where assignee_id is null)::int as unassigned,
      count(*) filter (where (tracker_id = $3 or id = any(array(
select d.id from cases.dispatch d where d.community_id = $4 and d.follower_id = $5))))::int as tracked,
      count(*)::int as active,
      count(*) filter (where due_at < $6)::int as late,
      count(*) filter (where alarm = 'raised')::int as alarms,
      count(*) filter (where escalated_at is not null and status <> 'resolved')::int as escalated,
      count(*) filter (where status = 'paused')::int as paused,
      count(*) filter (where status = 'resolved')::int as awaiting
    from cases.case
    where community_id = $7 and status in ('new', 'open', 'paused', 'resolved')
      and true;
