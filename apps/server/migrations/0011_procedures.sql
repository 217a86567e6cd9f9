-- Procedures in versions, and the work orders that follow them.

-- A published version never changes; a work order keeps the one it was opened under.
create table cases.procedure_version (
  community_id uuid not null,
  id uuid not null,
  procedure_id uuid not null,
  version integer not null check (version > 0),
  body jsonb not null,
  published_at timestamptz not null,
  published_by uuid,
  published_by_name text not null,
  primary key (community_id, id)
);
create unique index procedure_version_number on cases.procedure_version (community_id, procedure_id, version);
select platform.guard('cases.procedure_version');
select platform.keep_history('cases.procedure_version');
grant select, insert on cases.procedure_version to zhanggui_app;

-- One errand of a case: by which procedure, whose, how far.
create table cases.work_order (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  seq integer not null check (seq > 0),
  procedure_version_id uuid not null,
  assignee_id uuid not null,
  assignee_name text not null,
  note text,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  -- The case's cycle: work after the first was rework.
  cycle integer not null check (cycle > 0),
  opened_at timestamptz not null,
  opened_by uuid not null,
  opened_by_name text not null,
  closed_at timestamptz,
  closed_by uuid,
  closed_by_name text,
  drop_reason text check (drop_reason <> ''),
  primary key (community_id, id),
  check ((state = 'open') = (closed_at is null)),
  check ((closed_at is null) = (closed_by_name is null)),
  check ((state = 'dropped') = (drop_reason is not null))
);
create unique index work_order_seq on cases.work_order (community_id, case_id, seq);
select platform.guard('cases.work_order');
grant select, insert, update on cases.work_order to zhanggui_app;

create function cases.keep_work_order() returns trigger
language plpgsql as $$
-- What an order was opened for never changes, and an order that is over stays as it ended.
begin
  if old.state <> 'open' then
    raise exception 'a work order that is over does not change' using errcode = 'integrity_constraint_violation';
  end if;
  if (new.case_id, new.seq, new.procedure_version_id, new.cycle, new.opened_at, new.opened_by)
    is distinct from (old.case_id, old.seq, old.procedure_version_id, old.cycle, old.opened_at, old.opened_by) then
    raise exception 'a work order keeps its case and the version of its procedure' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger keep_work_order before update on cases.work_order for each row execute function cases.keep_work_order();

-- What was recorded at a step, never changed. The highest turn of a step is in force; a second first turn can not be.
-- A reading is in thousandths of the step's unit.
create table cases.work_entry (
  community_id uuid not null,
  id uuid not null,
  work_order_id uuid not null,
  step text not null,
  turn integer not null check (turn > 0),
  kind text not null check (kind in ('done', 'passed')),
  reading bigint,
  in_range boolean not null default true,
  note text check (note <> ''),
  photos uuid[] not null default '{}',
  materials jsonb not null default '[]',
  at timestamptz not null,
  by_id uuid not null,
  by_name text not null,
  corrects uuid,
  primary key (community_id, id),
  check ((turn = 1) = (corrects is null)),
  check (kind <> 'passed' or note is not null)
);
create unique index work_entry_turn on cases.work_entry (community_id, work_order_id, step, turn);
select platform.guard('cases.work_entry');
select platform.keep_history('cases.work_entry');
grant select, insert on cases.work_entry to zhanggui_app;

alter table cases.work_order add constraint work_order_case foreign key (community_id, case_id) references cases.case (community_id, id);
alter table cases.work_order add constraint work_order_procedure foreign key (community_id, procedure_version_id) references cases.procedure_version (community_id, id);
alter table cases.work_order add constraint work_order_assignee foreign key (assignee_id) references identity.account (id);
alter table cases.work_entry add constraint work_entry_order foreign key (community_id, work_order_id) references cases.work_order (community_id, id);
alter table cases.work_entry add constraint work_entry_corrects foreign key (community_id, corrects) references cases.work_entry (community_id, id);

alter table cases.case_event drop constraint case_event_kind_check;
alter table cases.case_event add constraint case_event_kind_check check (kind in ('opened', 'accepted', 'assigned', 'replied', 'noted', 'supplemented', 'paused', 'resumed', 'resolved', 'confirmed', 'rejected', 'rated', 'declined', 'cancelled', 'closed', 'escalated', 'acknowledged', 'work-opened', 'work-finished', 'work-dropped'));
