-- What the boards read: the owners' tables as views of reports, seen through the reader's own policies.

create schema insight;
grant usage on schema insight to zhanggui_app;

create view estate.report_community with (security_invoker = true) as
  select id as community_id, name, time_zone from estate.community;
create view estate.report_place with (security_invoker = true) as
  select place.community_id, place.id, building.id as building_id, building.name as building_name
  from estate.place
    join estate.place as building on building.community_id = place.community_id
      and building.id = coalesce(place.building_id, case when place.kind = 'building' then place.id end);

-- Cases that count: merged ones are counted where they went, declined and withdrawn ones never were ours.
create view cases.report_case with (security_invoker = true) as
  select community_id, id, number, kind, status, urgency, channel, text, place_id, place_kind, place_label,
    assignee_id, assignee_name, tracker_id, received_at, changed_at, due_at, paused_for, resolved_at, closed_at,
    closure_basis, cycle
  from cases.case where status not in ('merged', 'declined', 'cancelled');
create view cases.report_clock with (security_invoker = true) as
  select community_id, case_id, kind, cycle, deadline, verdict from cases.clock
  where verdict not in ('superseded', 'cancelled');
create view cases.report_survey with (security_invoker = true) as
  select community_id, case_id, cycle, rating from cases.survey;

grant select on estate.report_community, estate.report_place, cases.report_case, cases.report_clock, cases.report_survey
  to zhanggui_app;

-- What was finished today, among ten years of cases.
create index case_changed on cases.case (community_id, changed_at);
