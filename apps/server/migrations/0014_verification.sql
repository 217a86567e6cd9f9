-- Call-backs, closing codes, reasons of a rating, appeals to the committee's supervisor.

alter table cases.case_event drop constraint case_event_kind_check;
alter table cases.case_event add constraint case_event_kind_check check (kind in
  ('opened', 'accepted', 'assigned', 'replied', 'noted', 'supplemented', 'paused', 'resumed', 'resolved', 'confirmed',
   'rejected', 'rated', 'declined', 'cancelled', 'closed', 'escalated', 'acknowledged', 'work-opened', 'work-finished', 'work-dropped', 'promised',
   'reclassified', 'reopened', 'arrived', 'appointed',
   'called-back', 'repaired', 'merged', 'absorbed', 'appealed', 'appeal-upheld', 'appeal-rejected'));

-- `call_backs` counts those of the present cycle, `returned` how often the resident said that it is not solved.
alter table cases.case
  add column closing_code text check (closing_code in ('solved', 'cannot', 'not-ours', 'duplicate', 'withdrawn')),
  add column call_backs integer not null default 0 check (call_backs >= 0),
  add column returned integer not null default 0 check (returned >= 0),
  add column appeal text check (appeal in ('lodged', 'upheld', 'rejected')),
  add constraint case_appeal_closed check (appeal is distinct from 'lodged' or status = 'closed');
-- The committee's list of appeals that wait, oldest first.
create index case_appeals on cases.case (community_id, changed_at, id) where appeal = 'lodged';

-- The reasons of a rating on its two axes, kept with it for ever.
alter table cases.survey
  add column quality text[] not null default '{}',
  add column speed text[] not null default '{}';

-- What was brought to another end than solved is not solved, whoever confirms it; before there were codes, all were.
create or replace view cases.report_case with (security_invoker = true) as
  select community_id, id, number, kind, status, urgency, channel, text, place_id, place_kind, place_label,
    assignee_id, assignee_name, tracker_id, received_at, changed_at, due_at, paused_for, resolved_at, closed_at,
    closure_basis, cycle, coalesce(closing_code, 'solved') = 'solved' as as_solved
  from cases.case where status not in ('merged', 'declined', 'cancelled');
