-- Quotes for paid work, in versions, and the resident's word on each.

-- A version never changes; the newest of a case is the one that counts. Amounts in 分, quantities in thousandths.
create table cases.quote (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null check (version > 0),
  lines jsonb not null,
  total bigint not null check (total >= 0),
  note text,
  made_at timestamptz not null,
  made_by uuid not null,
  made_by_name text not null,
  primary key (community_id, id)
);
create unique index quote_version on cases.quote (community_id, case_id, version);
select platform.guard('cases.quote');
select platform.keep_history('cases.quote');
grant select, insert on cases.quote to zhanggui_app;

-- The resident's answer to one version, once.
create table cases.quote_answer (
  community_id uuid not null,
  id uuid not null,
  quote_id uuid not null,
  answer text not null check (answer in ('agreed', 'declined')),
  reason text,
  at timestamptz not null,
  account_id uuid not null,
  person_id uuid not null,
  name text not null,
  primary key (community_id, id)
);
create unique index quote_answer_once on cases.quote_answer (community_id, quote_id);
select platform.guard('cases.quote_answer');
select platform.keep_history('cases.quote_answer');
grant select, insert on cases.quote_answer to zhanggui_app;

alter table cases.quote add constraint quote_case foreign key (community_id, case_id) references cases.case (community_id, id);
alter table cases.quote_answer add constraint quote_answer_quote foreign key (community_id, quote_id) references cases.quote (community_id, id);
alter table cases.quote_answer add constraint quote_answer_person foreign key (community_id, person_id) references people.person (community_id, id);

alter table cases.case_event drop constraint case_event_kind_check;
alter table cases.case_event add constraint case_event_kind_check check (kind in ('opened', 'accepted', 'assigned', 'replied', 'noted', 'supplemented', 'paused', 'resumed', 'resolved', 'confirmed', 'rejected', 'rated', 'declined', 'cancelled', 'closed', 'escalated', 'acknowledged', 'work-opened', 'work-finished', 'work-dropped', 'promised', 'reclassified', 'reopened', 'arrived', 'appointed', 'called-back', 'repaired', 'merged', 'absorbed', 'appealed', 'appeal-upheld', 'appeal-rejected', 'unmerged', 'released', 'urged', 'quoted', 'quote-agreed', 'quote-declined'));
