-- Every clock of a case: answers to later messages, arrival, progress, call-back; several runs of a kind in one cycle.

alter table cases.clock drop constraint clock_kind_check;
alter table cases.clock add constraint clock_kind_check check (kind in
  ('accept', 'first_response', 'next_response', 'on_site', 'resolve', 'update', 'callback'));
-- `run` numbers the runs of a kind in a cycle, `turn` the case's policies in order of coming into force.
-- Worked and wall seconds are known once it stopped; `paused_seconds` is worked time it stood still until then.
alter table cases.clock
  add column run integer not null default 1 check (run > 0),
  add column turn integer not null default 1 check (turn > 0),
  add column worked_seconds integer check (worked_seconds >= 0),
  add column wall_seconds integer check (wall_seconds >= 0),
  add column paused_seconds integer not null default 0 check (paused_seconds >= 0);
drop index cases.clock_of_case;
create unique index clock_of_case on cases.clock (community_id, case_id, kind, cycle, run, turn);

alter table cases.case_event drop constraint case_event_kind_check;
alter table cases.case_event add constraint case_event_kind_check check (kind in
  ('opened', 'accepted', 'assigned', 'replied', 'noted', 'supplemented', 'paused', 'resumed', 'resolved', 'confirmed',
   'rejected', 'rated', 'declined', 'cancelled', 'closed', 'escalated', 'acknowledged', 'work-opened', 'work-finished', 'work-dropped', 'promised',
   'reclassified', 'reopened', 'arrived', 'appointed',
   'called-back', 'repaired', 'merged', 'absorbed'));

alter table cases.escalation drop constraint escalation_subject_check;
alter table cases.escalation add constraint escalation_subject_check check (subject in
  ('accept', 'first_response', 'next_response', 'on_site', 'resolve', 'update', 'callback', 'pause', 'alarm'));
