-- GET /api/v1/communities/{communityId}/boards/today: What came in, waits and is late today; arrivals by weekday and hour; repeats, asked by: manager

select z.day::text as day, counts.*, waiting.* from (
select community_id, time_zone, ($1::timestamptz at time zone time_zone)::date as day,
  (($2::timestamptz at time zone time_zone)::date)::timestamp at time zone time_zone as midnight,
  (($3::timestamptz at time zone time_zone)::date - 56)::timestamp at time zone time_zone as weeks
from estate.report_community where community_id = $4) z,
  lateral (
    select count(*) filter (where received_at >= z.midnight)::int as arrived,
      count(*) filter (where received_at < z.midnight
        and extract(isodow from received_at at time zone z.time_zone) = extract(isodow from z.day)
        and (received_at at time zone z.time_zone)::time <= ($5::timestamptz at time zone z.time_zone)::time)::int as usual
    from cases.report_case where community_id = z.community_id and received_at >= z.weeks and received_at <= $6
  ) counts,
  lateral (
    select count(*) filter (where resolved_at >= z.midnight)::int as resolved,
      count(*) filter (where closed_at >= z.midnight)::int as closed,
      count(*) filter (where status in ('new', 'open', 'paused', 'resolved'))::int as active,
      count(*) filter (where status in ('new', 'open', 'paused', 'resolved') and assignee_id is null)::int as unassigned,
      count(*) filter (where status in ('new', 'open', 'paused', 'resolved') and due_at < $7)::int as late,
      count(*) filter (where status = 'resolved')::int as awaiting
    from cases.report_case
    where community_id = z.community_id
      and (status in ('new', 'open', 'paused', 'resolved') or changed_at >= z.midnight)
  ) waiting;

select paused_for as reason, count(*)::int as cases from cases.report_case
where community_id = $1 and status = 'paused' group by 1 order by 2 desc, 1;

select extract(isodow from received_at at time zone z.time_zone)::int as weekday,
  extract(hour from received_at at time zone z.time_zone)::int as hour, count(*)::int as cases
from (
select community_id, time_zone, ($1::timestamptz at time zone time_zone)::date as day,
  (($2::timestamptz at time zone time_zone)::date)::timestamp at time zone time_zone as midnight,
  (($3::timestamptz at time zone time_zone)::date - 56)::timestamp at time zone time_zone as weeks
from estate.report_community where community_id = $4) z join cases.report_case c on c.community_id = z.community_id and c.received_at >= z.weeks
  and c.received_at < z.midnight
group by 1, 2 order by 1, 2;

select place_id as id, max(place_kind) as place_kind, max(place_label) as label, kind, count(*)::int as cases
from cases.report_case
where community_id = $1 and place_id is not null
  and received_at >= $2::timestamptz - interval '30 days' and received_at <= $3
group by place_id, kind having count(*) >= 3
order by count(*) desc, max(received_at) desc, place_id limit 8;
