-- GET /api/v1/communities/{communityId}/staff: Staff of a community, asked by: agent

select a.id, a.name, a.login, a.state,
  array_agg(p.role order by p.since, p.role) as roles,
  (array_agg(p.team order by p.since, p.role))[1] as team
from identity.appointment p
join identity.account a on a.id = p.account_id
where p.community_id = $1 and p.until is null and a.state <> 'left'


group by a.id
order by a.name, a.login;

select assignee_id, count(*)::int as open from cases.case
where community_id = $1 and assignee_id is not null and status in ('new', 'open', 'paused', 'resolved')
group by assignee_id;
