-- What cases are about, who else follows them, and what was learned from the desk.

-- The main concept of the report, as the lexicon read it at opening: open cases of the same matter are one indexed query.
alter table cases.case add column concept text check (concept ~ '^[a-z0-9.]+$');
create index case_concept_newest on cases.case (community_id, concept, received_at desc) where concept is not null;

-- Residents who would have reported the same: they follow the case instead and are told how it ends.
create table cases.case_follower (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (community_id, id)
);
create unique index case_follower_once on cases.case_follower (community_id, case_id, person_id);
create index case_follower_person on cases.case_follower (community_id, person_id);
select platform.guard('cases.case_follower');
grant select, insert on cases.case_follower to zhanggui_app;

-- Versions of what was learned from the desk's decisions. Only those that were not worse than what was in use are used.
create table cases.triage_model (
  community_id uuid not null,
  id uuid not null,
  version integer not null check (version > 0),
  made_at timestamptz not null,
  examples integer not null check (examples > 0),
  used boolean not null,
  body jsonb not null,
  report jsonb not null,
  primary key (community_id, id)
);
create unique index triage_model_version on cases.triage_model (community_id, version);
create index triage_model_used on cases.triage_model (community_id, version desc) where used;
select platform.guard('cases.triage_model');
select platform.keep_history('cases.triage_model');
grant select, insert on cases.triage_model to zhanggui_app;

alter table cases.case_follower add constraint case_follower_case foreign key (community_id, case_id) references cases.case (community_id, id);
alter table cases.case_follower add constraint case_follower_person_known foreign key (community_id, person_id) references people.person (community_id, id);
