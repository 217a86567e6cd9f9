-- Who was told that a case is late: when the next look is due, and what was told once and for ever.

-- `escalate_at` is when the sweep looks at the case next; never, where nobody would be told. Cases that were there
-- before are looked at once. `escalated_at` is when somebody was last told that it is late, in its present cycle.
alter table cases.case add column escalate_at timestamptz not null default '1970-01-01T00:00:00Z';
alter table cases.case alter column escalate_at set default 'infinity';
alter table cases.case add column escalated_at timestamptz;
-- The sweep: what is due in a community, the earliest first.
create index case_escalate on cases.case (community_id, escalate_at) where status in ('new', 'open', 'paused', 'resolved') and escalate_at < 'infinity';
-- The desk's escalated ones.
create index case_escalated on cases.case (community_id, due_at, id) where escalated_at is not null and status in ('new', 'open', 'paused', 'resolved');

alter table cases.case_event drop constraint case_event_kind_check;
alter table cases.case_event add constraint case_event_kind_check check (kind in ('opened', 'accepted', 'assigned', 'replied', 'noted', 'supplemented', 'paused', 'resumed', 'resolved', 'confirmed', 'rejected', 'rated', 'declined', 'cancelled', 'closed', 'escalated', 'acknowledged'));

create or replace function cases.keep_first() returns trigger
language plpgsql as $$
-- What may never change once set, whatever code asks for it.
begin
  if old.tracker_id is not null and new.tracker_id is distinct from old.tracker_id then
    raise exception 'the first responder of a case is never changed' using errcode = 'integrity_constraint_violation';
  end if;
  if (new.number, new.text, new.received_at, new.channel) is distinct from (old.number, old.text, old.received_at, old.channel) then
    raise exception 'what was reported is never changed' using errcode = 'integrity_constraint_violation';
  end if;
  -- When to look again is no news of the case; everything else is.
  if new.version <> old.version + 1
    and (new.version <> old.version or to_jsonb(new) - 'escalate_at' is distinct from to_jsonb(old) - 'escalate_at') then
    raise exception 'a case moves one version at a time' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

-- One level of one run of a clock, told once: by this row a second telling is impossible, whoever tries.
-- `told_by` names the higher level that spoke for it when it was missed.
create table cases.escalation (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  event_id uuid not null,
  subject text not null check (subject in ('accept', 'first_response', 'resolve', 'pause', 'alarm')),
  cycle integer not null check (cycle > 0),
  started_at timestamptz not null,
  level text not null check (level <> ''),
  told_by text,
  told uuid[] not null,
  at timestamptz not null,
  primary key (community_id, id)
);
create unique index escalation_once on cases.escalation (community_id, case_id, subject, cycle, started_at, level);
select platform.guard('cases.escalation');
select platform.keep_history('cases.escalation');
grant select, insert on cases.escalation to zhanggui_app;

alter table cases.escalation add constraint escalation_case foreign key (community_id, case_id) references cases.case (community_id, id);
alter table cases.escalation add constraint escalation_event foreign key (community_id, event_id) references cases.case_event (community_id, id);
