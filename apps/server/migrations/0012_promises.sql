-- Promises to residents: what was promised stands in the case's events, where it stands now beside them.

alter table cases.case_event drop constraint case_event_kind_check;
alter table cases.case_event add constraint case_event_kind_check check (kind in ('opened', 'accepted', 'assigned', 'replied', 'noted', 'supplemented', 'paused', 'resumed', 'resolved', 'confirmed', 'rejected', 'rated', 'declined', 'cancelled', 'closed', 'escalated', 'acknowledged', 'work-opened', 'work-finished', 'work-dropped', 'promised'));

-- Answers of a period, for the figures: with a promise, without, or saying neither.
create index case_event_answers on cases.case_event (community_id, occurred_at) where kind = 'replied';

create table cases.promise (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  staff_name text not null,
  what text not null check (what <> ''),
  evidence text not null check (evidence in ('photo', 'visit', 'answer', 'document')),
  made_at timestamptz not null,
  due_at timestamptz not null,
  state text not null check (state in ('open', 'kept', 'kept-late', 'broken', 'renegotiated', 'withdrawn')),
  settled_at timestamptz,
  broken_at timestamptz,
  reference text,
  succeeds uuid,
  change_state text check (change_state in ('asked', 'refused', 'offered', 'agreed', 'objected', 'lapsed')),
  change_due_at timestamptz,
  change_reason text,
  change_asked_by uuid,
  change_asked_by_name text,
  change_decided_by_name text,
  primary key (community_id, id),
  check (due_at > made_at),
  check ((state = 'open') = (settled_at is null)),
  check (state <> 'kept' or settled_at < due_at + interval '1 second'),
  check ((state in ('broken', 'kept-late')) = (broken_at is not null)),
  check (broken_at is null or broken_at = due_at),
  check ((change_state is null) = (change_due_at is null)),
  check (change_due_at is null or change_due_at > due_at)
);
-- The ledger: next due first, for everybody and for one person.
create index promise_due on cases.promise (community_id, due_at, id);
create index promise_staff_due on cases.promise (community_id, staff_id, due_at, id);
create index promise_of_case on cases.promise (community_id, case_id, made_at);
-- Wishes that wait for a second person.
create index promise_asked on cases.promise (community_id, due_at) where change_state = 'asked';
select platform.guard('cases.promise');
grant select, insert, update on cases.promise to zhanggui_app;

alter table cases.promise add constraint promise_case foreign key (community_id, case_id) references cases.case (community_id, id);
alter table cases.promise add constraint promise_succeeds foreign key (community_id, succeeds) references cases.promise (community_id, id);
alter table cases.promise add constraint promise_staff foreign key (staff_id) references identity.account (id);

create function cases.keep_promise() returns trigger
language plpgsql as $$
-- What was promised is never rewritten, and what was broken never becomes kept in time, moved or withdrawn.
begin
  if (new.case_id, new.staff_id, new.what, new.evidence, new.made_at, new.due_at)
    is distinct from (old.case_id, old.staff_id, old.what, old.evidence, old.made_at, old.due_at) then
    raise exception 'what was promised is never changed' using errcode = 'integrity_constraint_violation';
  end if;
  if new.state <> old.state and not (old.state = 'open' or (old.state = 'broken' and new.state = 'kept-late')) then
    raise exception 'a promise that is settled stays so' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger keep_promise before update on cases.promise for each row execute function cases.keep_promise();
