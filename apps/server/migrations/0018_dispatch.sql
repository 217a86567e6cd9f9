-- Who is asked to take a case, who hands it to whom, who helps, whose matter it is, and who follows it.

-- How a community gives work out; the newest version is in force, without one nothing is given out by itself.
create table cases.assignment_policy (
  community_id uuid not null,
  id uuid not null,
  version integer not null check (version > 0),
  body jsonb not null,
  published_at timestamptz not null,
  published_by_name text not null,
  primary key (community_id, id)
);
create unique index assignment_policy_version on cases.assignment_policy (community_id, version);
select platform.guard('cases.assignment_policy');
select platform.keep_history('cases.assignment_policy');
grant select, insert on cases.assignment_policy to zhanggui_app;

-- Whose turn it was last, for each rule of going round.
create table cases.assignment_turn (
  community_id uuid not null,
  id uuid not null,
  queue text not null,
  account_id uuid not null,
  at timestamptz not null,
  primary key (community_id, id)
);
create unique index assignment_turn_queue on cases.assignment_turn (community_id, queue);
select platform.guard('cases.assignment_turn');
grant select, insert, update on cases.assignment_turn to zhanggui_app;

-- Beside a case: who is asked to take it until when, how often it was offered by itself, since when nobody can be
-- found, which team leads it (fixed at first dispatch), and who follows it for a first responder who has left.
create table cases.dispatch (
  community_id uuid not null,
  id uuid not null,
  offered_to_id uuid,
  offered_to_name text,
  offer_until timestamptz,
  offers integer not null default 0 check (offers >= 0),
  raised_at timestamptz,
  raised_why text check (raised_why in ('nobody-on-duty', 'all-refused', 'moves-used-up')),
  lead_team text check (lead_team in ('service', 'engineering', 'security', 'cleaning', 'office')),
  follower_id uuid,
  follower_name text,
  primary key (community_id, id),
  check ((offered_to_id is null) = (offer_until is null)),
  check ((raised_at is null) = (raised_why is null)),
  check ((follower_id is null) = (follower_name is null))
);
create index dispatch_offered on cases.dispatch (community_id, offered_to_id) where offered_to_id is not null;
create index dispatch_raised on cases.dispatch (community_id, raised_at) where raised_at is not null;
create index dispatch_follower on cases.dispatch (community_id, follower_id) where follower_id is not null;
select platform.guard('cases.dispatch');
grant select, insert, update on cases.dispatch to zhanggui_app;

-- A hand-over to a named person; the giver answers for the case until it is taken.
create table cases.handover (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  from_id uuid not null,
  from_name text not null,
  to_id uuid not null,
  to_name text not null,
  note text not null check (note <> ''),
  offered_at timestamptz not null,
  state text not null default 'offered' check (state in ('offered', 'taken', 'refused')),
  answered_at timestamptz,
  reason text,
  primary key (community_id, id),
  check (from_id <> to_id),
  check ((state = 'offered') = (answered_at is null))
);
create unique index handover_open on cases.handover (community_id, case_id) where state = 'offered';
create index handover_to on cases.handover (community_id, to_id) where state = 'offered';
select platform.guard('cases.handover');
grant select, insert, update on cases.handover to zhanggui_app;

-- Other teams that help the leading one, each with a time of its own by which it reports back.
create table cases.co_handler (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  team text not null check (team in ('service', 'engineering', 'security', 'cleaning', 'office')),
  asked text not null check (asked <> ''),
  asked_at timestamptz not null,
  asked_by_name text not null,
  due_at timestamptz not null,
  returned_at timestamptz,
  returned_by_name text,
  result text,
  primary key (community_id, id),
  check ((returned_at is null) = (result is null))
);
create unique index co_handler_open on cases.co_handler (community_id, case_id, team) where returned_at is null;
create index co_handler_of_case on cases.co_handler (community_id, case_id, asked_at);
create index co_handler_of_team on cases.co_handler (community_id, team, due_at) where returned_at is null;
select platform.guard('cases.co_handler');
grant select, insert, update on cases.co_handler to zhanggui_app;

-- The one dispute a case can have over whose matter it is; the case's own clocks never stop for it.
create table cases.dispute (
  community_id uuid not null,
  id uuid not null,
  reason text not null check (reason <> ''),
  from_team text not null,
  proposed_team text not null check (proposed_team in ('service', 'engineering', 'security', 'cleaning', 'office')),
  raised_at timestamptz not null,
  raised_by_name text not null,
  due_at timestamptz not null,
  ruling text check (ruling in ('upheld', 'dismissed')),
  ruled_at timestamptz,
  ruled_by_name text,
  words text,
  primary key (community_id, id),
  check ((ruling is null) = (ruled_at is null))
);
create index dispute_open on cases.dispute (community_id, due_at) where ruling is null;
select platform.guard('cases.dispute');
grant select, insert, update on cases.dispute to zhanggui_app;

alter table cases.case_event drop constraint case_event_kind_check;
alter table cases.case_event add constraint case_event_kind_check check (kind in ('opened', 'accepted', 'assigned', 'replied', 'noted', 'supplemented', 'paused', 'resumed', 'resolved', 'confirmed', 'rejected', 'rated', 'declined', 'cancelled', 'closed', 'escalated', 'acknowledged', 'work-opened', 'work-finished', 'work-dropped', 'promised', 'reclassified', 'reopened', 'arrived', 'appointed', 'called-back', 'repaired', 'merged', 'absorbed', 'appealed', 'appeal-upheld', 'appeal-rejected', 'unmerged', 'released', 'urged', 'quoted', 'quote-agreed', 'quote-declined', 'offered', 'refused', 'lapsed', 'raised', 'handed', 'received', 'kept', 'joined', 'returned', 'disputed', 'ruled', 'followed'));

alter table cases.assignment_turn add constraint assignment_turn_account foreign key (account_id) references identity.account (id);
alter table cases.dispatch add constraint dispatch_case foreign key (community_id, id) references cases.case (community_id, id);
alter table cases.dispatch add constraint dispatch_offered_to foreign key (offered_to_id) references identity.account (id);
alter table cases.dispatch add constraint dispatch_follower_account foreign key (follower_id) references identity.account (id);
alter table cases.handover add constraint handover_case foreign key (community_id, case_id) references cases.case (community_id, id);
alter table cases.handover add constraint handover_from foreign key (from_id) references identity.account (id);
alter table cases.handover add constraint handover_to_account foreign key (to_id) references identity.account (id);
alter table cases.co_handler add constraint co_handler_case foreign key (community_id, case_id) references cases.case (community_id, id);
alter table cases.dispute add constraint dispute_case foreign key (community_id, id) references cases.case (community_id, id);
