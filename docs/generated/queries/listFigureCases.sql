-- GET /api/v1/communities/{communityId}/boards/cases: The cases behind a figure: those counted, or those that were due and missed, asked by: manager

select c.id, c.number, c.kind, c.status, left(c.text, 120) as text, c.place_id, c.place_kind, c.place_label,
        c.assignee_name, c.received_at
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
where z.community_id = any($6::uuid[]) and k.response_met > 0 and true
        and true
      order by c.received_at desc, c.id desc limit 21;
