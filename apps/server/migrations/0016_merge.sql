-- Cases that go on in another, cases that have to do with each other, and residents who ask again.

alter table cases.case add column merged_into uuid;
alter table cases.case add column merged_at timestamptz;
-- How often somebody asked after it again with nothing new to say.
alter table cases.case add column recontacts integer not null default 0 check (recontacts >= 0);
alter table cases.case add constraint case_merged check ((status = 'merged') = (merged_into is not null) and (merged_into is null) = (merged_at is null) and merged_into <> id);
alter table cases.case add constraint case_merged_into foreign key (community_id, merged_into) references cases.case (community_id, id);
create index case_merged_into on cases.case (community_id, merged_into) where merged_into is not null;

alter table cases.case_event drop constraint case_event_kind_check;
alter table cases.case_event add constraint case_event_kind_check check (kind in ('opened', 'accepted', 'assigned', 'replied', 'noted', 'supplemented', 'paused', 'resumed', 'resolved', 'confirmed', 'rejected', 'rated', 'declined', 'cancelled', 'closed', 'escalated', 'acknowledged', 'work-opened', 'work-finished', 'work-dropped', 'promised', 'reclassified', 'reopened', 'arrived', 'appointed', 'called-back', 'repaired', 'merged', 'absorbed', 'appealed', 'appeal-upheld', 'appeal-rejected', 'unmerged', 'released', 'urged'));

-- What two cases have to do with each other, without either changing: related (kept once, the lower id first), or a new
-- case that follows an old one up.
create table cases.case_link (
  community_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('related', 'follows-up')),
  case_id uuid not null,
  other_id uuid not null,
  made_at timestamptz not null,
  made_by uuid,
  ended_at timestamptz,
  primary key (community_id, id),
  check (case_id <> other_id),
  check (kind <> 'related' or case_id < other_id)
);
create unique index case_link_once on cases.case_link (community_id, kind, case_id, other_id) where ended_at is null;
create index case_link_other on cases.case_link (community_id, other_id) where ended_at is null;
select platform.guard('cases.case_link');
grant select, insert, update on cases.case_link to zhanggui_app;
alter table cases.case_link add constraint case_link_case foreign key (community_id, case_id) references cases.case (community_id, id);
alter table cases.case_link add constraint case_link_other_case foreign key (community_id, other_id) references cases.case (community_id, id);
