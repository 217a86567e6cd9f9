-- GET /api/v1/boards/communities: The same figures of every community in my reach, side by side, asked by: manager

select z.community_id::text as key, max(z.name) as label, 'all' as kind, count(*)::int as cases, coalesce(sum(k.accept_met), 0)::int as "accept_counted", coalesce(sum(k.accept_due), 0)::int as "accept_due", coalesce(sum(k.response_met), 0)::int as "response_counted", coalesce(sum(k.response_due), 0)::int as "response_due", coalesce(sum(k.resolve_met), 0)::int as "on_time_counted", coalesce(sum(k.resolve_due), 0)::int as "on_time_due", coalesce(sum((c.status = 'closed' and c.as_solved and c.closure_basis in ('resident-confirmed', 'callback-confirmed'))::int), 0)::int as "resolution_counted", coalesce(sum((c.status = 'closed' or c.cycle > 1)::int), 0)::int as "resolution_due", coalesce(sum(coalesce(s.good, 0)), 0)::int as "satisfaction_counted", coalesce(sum(coalesce(s.rated, 0)), 0)::int as "satisfaction_due", coalesce(sum((c.cycle > 1)::int), 0)::int as "rework_counted", coalesce(sum((c.resolved_at is not null or c.cycle > 1)::int), 0)::int as "rework_due", coalesce(sum((c.status in ('resolved', 'closed') and c.tracker_id is not null and c.assignee_id = c.tracker_id)::int), 0)::int as "direct_counted", coalesce(sum((c.status in ('resolved', 'closed') and c.tracker_id is not null)::int), 0)::int as "direct_due"
from
estate.report_community z
join cases.report_case c on c.community_id = z.community_id
  and c.received_at >= $1::date::timestamp at time zone z.time_zone
  and c.received_at < ($2::date + 1)::timestamp at time zone z.time_zone
left join lateral (
  select count(*) filter (where kind = 'accept' and (verdict in ('met', 'breached') or (verdict = 'running' and deadline < $3::timestamptz)))::int as accept_due, count(*) filter (where kind = 'accept' and verdict = 'met')::int as accept_met,
    count(*) filter (where kind = 'first_response' and (verdict in ('met', 'breached') or (verdict = 'running' and deadline < $4::timestamptz)))::int as response_due, count(*) filter (where kind = 'first_response' and verdict = 'met')::int as response_met,
    count(*) filter (where kind = 'resolve' and (verdict in ('met', 'breached') or (verdict = 'running' and deadline < $5::timestamptz)))::int as resolve_due, count(*) filter (where kind = 'resolve' and verdict = 'met')::int as resolve_met
  from cases.report_clock
  where community_id = c.community_id and case_id = c.id and cycle = 1
    and kind in ('accept', 'first_response', 'resolve')
) k on true
left join lateral (
  select count(*)::int as rated, count(*) filter (where rating >= 4)::int as good
  from cases.report_survey where community_id = c.community_id and case_id = c.id
) s on true
left join estate.report_place p on p.community_id = c.community_id and p.id = c.place_id
where z.community_id = any($6::uuid[])
group by 1, 3 order by 1, 3;
