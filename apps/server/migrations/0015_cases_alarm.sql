-- Danger: an alarm that stays raised until somebody on duty answers it.

alter table cases.case add column alarm text check (alarm in ('raised', 'answered'));
-- The band on the desk.
create index case_alarm on cases.case (community_id, received_at, id) where alarm = 'raised';
