-- The archive of residents: persons, their roles in homes, consents, and rosters read in.

create schema people;
grant usage on schema people to zhanggui_app;

create table people.person (
  community_id uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  -- Pinyin initials of the name (王小明 -> wxm), for typing at the desk.
  initials text not null default '',
  -- Canonical: 11 digits for a mobile, area code and number joined by a dash for a landline.
  phone text,
  note text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (community_id, id)
);
create index person_by_phone on people.person (community_id, phone);
create index person_by_name on people.person (community_id, name, id);
select platform.guard('people.person');
grant select, insert, update on people.person to zhanggui_app;

create table people.residency (
  community_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_id uuid not null,
  role text not null check (role in ('owner', 'tenant', 'family')),
  since date,
  until date check (until >= since),
  created_at timestamptz not null,
  primary key (community_id, id)
);
create unique index residency_once on people.residency (community_id, person_id, home_id) where until is null;
create index residency_of_home on people.residency (community_id, home_id);
select platform.guard('people.residency');
grant select, insert, update on people.residency to zhanggui_app;

create table people.consent (
  community_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('contact', 'care', 'photos')),
  given boolean not null,
  at timestamptz not null,
  by_name text not null,
  by_account uuid,
  primary key (community_id, id)
);
create index consent_of_person on people.consent (community_id, person_id, kind, at desc);
select platform.guard('people.consent');
select platform.keep_history('people.consent');
grant select, insert on people.consent to zhanggui_app;

create table people.roster (
  community_id uuid not null,
  id uuid not null,
  file_name text not null,
  digest bytea not null,
  state text not null check (state in ('previewed', 'applied')),
  preview jsonb not null,
  result jsonb,
  made_by uuid not null,
  made_at timestamptz not null,
  applied_at timestamptz,
  primary key (community_id, id)
);
select platform.guard('people.roster');
grant select, insert, update on people.roster to zhanggui_app;

alter table people.residency add constraint residency_person foreign key (community_id, person_id) references people.person (community_id, id);
alter table people.residency add constraint residency_home foreign key (community_id, home_id) references estate.home (community_id, id);
alter table people.consent add constraint consent_person foreign key (community_id, person_id) references people.person (community_id, id);
