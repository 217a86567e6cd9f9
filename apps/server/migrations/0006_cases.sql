-- Cases, their history, clocks, surveys, service times and follow-up links.

create schema cases;
grant usage on schema cases to zhanggui_app;

-- A community's service times; published versions never change, a case keeps the one it was opened under.
create table cases.policy_version (
  community_id uuid not null,
  id uuid not null,
  version integer not null check (version > 0),
  name text not null,
  basis text not null,
  body jsonb not null,
  published_at timestamptz not null,
  published_by uuid,
  published_by_name text not null,
  primary key (community_id, id)
);
create unique index policy_version_number on cases.policy_version (community_id, version);
select platform.guard('cases.policy_version');
select platform.keep_history('cases.policy_version');
grant select, insert on cases.policy_version to zhanggui_app;

-- The present state of a case, derivable again from its events. Names and labels are as they were when
-- set, so that a list is one statement. `due_at` is the next deadline of a running clock, else infinity,
-- which is how the work list sorts; `wake_at` is when the case changes by itself (a pause ends, silence closes).
create table cases.case (
  community_id uuid not null,
  id uuid not null,
  number text not null,
  kind text not null check (kind in ('repair', 'complaint', 'enquiry', 'suggestion', 'praise')),
  status text not null check (status in ('new', 'open', 'paused', 'resolved', 'closed', 'merged', 'declined', 'cancelled')),
  urgency text not null check (urgency in ('normal', 'urgent', 'danger')),
  channel text not null check (channel in ('app', 'counter', 'qr')),
  text text not null check (text <> ''),
  place_id uuid,
  place_kind text,
  place_label text,
  person_id uuid,
  reporter_name text,
  tracker_id uuid,
  tracker_name text,
  assignee_id uuid,
  assignee_name text,
  policy_version_id uuid not null,
  received_at timestamptz not null,
  changed_at timestamptz not null,
  due_at timestamptz not null default 'infinity',
  due_kind text,
  due_started_at timestamptz,
  due_budget integer,
  paused_for text,
  resume_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  wake_at timestamptz,
  closure_basis text check (closure_basis in ('resident-confirmed', 'callback-confirmed', 'timeout', 'staff-waived')),
  cycle integer not null default 1 check (cycle > 0),
  rating integer check (rating between 1 and 5),
  version integer not null default 1 check (version > 0),
  primary key (community_id, id),
  check ((status = 'paused') = (paused_for is not null)),
  check ((status = 'paused') = (resume_at is not null)),
  check ((status = 'closed') = (closure_basis is not null)),
  check (status <> 'resolved' or (assignee_id is not null and resolved_at is not null)),
  check ((assignee_id is null) = (assignee_name is null)),
  check ((tracker_id is null) = (tracker_name is null)),
  check ((due_at = 'infinity') = (due_kind is null))
);
create unique index case_number on cases.case (community_id, number);
-- The work lists: next deadline first, for everybody, one assignee, one tracker.
create index case_due on cases.case (community_id, due_at, id) where status in ('new', 'open', 'paused', 'resolved');
create index case_assignee_due on cases.case (community_id, assignee_id, due_at, id) where status in ('new', 'open', 'paused', 'resolved');
create index case_tracker_due on cases.case (community_id, tracker_id, due_at, id) where status in ('new', 'open', 'paused', 'resolved');
-- The archive: newest first, by status, by assignee, by person, by place.
create index case_newest on cases.case (community_id, received_at desc, id desc);
create index case_status_newest on cases.case (community_id, status, received_at desc, id desc);
create index case_assignee_newest on cases.case (community_id, assignee_id, received_at desc, id desc) where assignee_id is not null;
create index case_person_newest on cases.case (community_id, person_id, received_at desc, id desc) where person_id is not null;
create index case_place_newest on cases.case (community_id, place_id, received_at desc, id desc) where place_id is not null;
select platform.guard('cases.case');
grant select, insert, update on cases.case to zhanggui_app;

create function cases.keep_first() returns trigger
language plpgsql as $$
-- What may never change once set, whatever code asks for it.
begin
  if old.tracker_id is not null and new.tracker_id is distinct from old.tracker_id then
    raise exception 'the first responder of a case is never changed' using errcode = 'integrity_constraint_violation';
  end if;
  if (new.number, new.text, new.received_at, new.channel) is distinct from (old.number, old.text, old.received_at, old.channel) then
    raise exception 'what was reported is never changed' using errcode = 'integrity_constraint_violation';
  end if;
  if new.version <> old.version + 1 then
    raise exception 'a case moves one version at a time' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger keep_first before update on cases.case for each row execute function cases.keep_first();

-- Everything that happened to a case, in order. `occurred_at` is business time, `recorded_at` when it was written.
create table cases.case_event (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  seq integer not null check (seq > 0),
  kind text not null check (kind in ('opened', 'accepted', 'assigned', 'replied', 'noted', 'supplemented', 'paused', 'resumed', 'resolved', 'confirmed', 'rejected', 'rated', 'declined', 'cancelled', 'closed')),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  actor_kind text not null check (actor_kind in ('staff', 'resident', 'system')),
  actor_id uuid,
  actor_name text,
  channel text,
  interaction_id uuid,
  text text,
  photos uuid[] not null default '{}',
  internal boolean not null default false,
  detail jsonb not null default '{}',
  primary key (community_id, id)
);
create unique index case_event_order on cases.case_event (community_id, case_id, seq);
select platform.guard('cases.case_event');
select platform.keep_history('cases.case_event');
grant select, insert on cases.case_event to zhanggui_app;

-- Which case a photo belongs to, so that the right to see the case is the right to see the photo.
create table cases.case_photo (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  internal boolean not null,
  primary key (community_id, id)
);
select platform.guard('cases.case_photo');
grant select, insert on cases.case_photo to zhanggui_app;

-- Clocks as last derived from the events; a figure about clocks reads here, never recomputes.
create table cases.clock (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('accept', 'first_response', 'resolve')),
  cycle integer not null check (cycle > 0),
  policy_version_id uuid not null,
  calendar_version_id uuid not null,
  budget_seconds integer not null check (budget_seconds > 0),
  started_at timestamptz not null,
  deadline timestamptz,
  stopped_at timestamptz,
  breached_at timestamptz,
  verdict text not null check (verdict in ('running', 'paused', 'met', 'breached', 'cancelled', 'superseded')),
  primary key (community_id, id)
);
create unique index clock_of_case on cases.clock (community_id, case_id, kind, cycle, policy_version_id);
select platform.guard('cases.clock');
grant select, insert, update on cases.clock to zhanggui_app;

create table cases.survey (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  cycle integer not null,
  rating integer not null check (rating between 1 and 5),
  comment text not null default '',
  person_id uuid,
  at timestamptz not null,
  primary key (community_id, id)
);
create unique index survey_once on cases.survey (community_id, case_id, cycle);
select platform.guard('cases.survey');
select platform.keep_history('cases.survey');
grant select, insert on cases.survey to zhanggui_app;

-- Secret links of reports without an account. House-wide: the secret alone tells which case it is.
create table cases.follow_link (
  secret_hash bytea primary key check (length(secret_hash) = 32),
  community_id uuid not null,
  case_id uuid not null,
  made_at timestamptz not null
);
grant select, insert on cases.follow_link to zhanggui_app;

alter table cases.case add constraint case_place foreign key (community_id, place_id) references estate.place (community_id, id);
alter table cases.case add constraint case_person foreign key (community_id, person_id) references people.person (community_id, id);
alter table cases.case add constraint case_policy foreign key (community_id, policy_version_id) references cases.policy_version (community_id, id);
alter table cases.case add constraint case_tracker foreign key (tracker_id) references identity.account (id);
alter table cases.case add constraint case_assignee foreign key (assignee_id) references identity.account (id);
alter table cases.case_event add constraint case_event_case foreign key (community_id, case_id) references cases.case (community_id, id);
alter table cases.case_photo add constraint case_photo_case foreign key (community_id, case_id) references cases.case (community_id, id);
alter table cases.case_photo add constraint case_photo_file foreign key (community_id, id) references platform.file (community_id, id);
alter table cases.clock add constraint clock_case foreign key (community_id, case_id) references cases.case (community_id, id);
alter table cases.clock add constraint clock_policy foreign key (community_id, policy_version_id) references cases.policy_version (community_id, id);
alter table cases.survey add constraint survey_case foreign key (community_id, case_id) references cases.case (community_id, id);
