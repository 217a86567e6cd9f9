-- Who works here when, and what they can do: team leaders, skills, shifts, the roster, leave, duty phones.

create schema workforce;
grant usage on schema workforce to zhanggui_app;

create table workforce.team_leader (
  community_id uuid not null,
  id uuid not null,
  team text not null check (team in ('service', 'engineering', 'security', 'cleaning', 'office')),
  account_id uuid not null,
  since timestamptz not null,
  primary key (community_id, id)
);
create unique index team_leader_once on workforce.team_leader (community_id, team);
select platform.guard('workforce.team_leader');
grant select, insert, delete on workforce.team_leader to zhanggui_app;

create table workforce.skill (
  community_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  skill text not null check (skill in ('electrical', 'plumbing', 'masonry', 'carpentry', 'lift', 'low-voltage', 'fire-safety', 'greening', 'cleaning', 'guarding', 'front-desk')),
  since timestamptz not null,
  primary key (community_id, id)
);
create unique index skill_once on workforce.skill (community_id, account_id, skill);
select platform.guard('workforce.skill');
grant select, insert, delete on workforce.skill to zhanggui_app;

-- A named window of some weekdays. Its hours never change: other hours are another shift, so that an old roster stays
-- true. `until_time` not after `from_time` means that it ends on the next date.
create table workforce.shift (
  community_id uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  from_time text not null check (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  until_time text not null check (until_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' or until_time = '24:00'),
  weekdays integer[] not null check (cardinality(weekdays) between 1 and 7 and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
  position integer not null,
  added_at timestamptz not null,
  ended_at timestamptz,
  primary key (community_id, id)
);
create unique index shift_name on workforce.shift (community_id, name) where ended_at is null;
select platform.guard('workforce.shift');
grant select, insert, update on workforce.shift to zhanggui_app;

-- Who works which shift on which date, with the instants it comes to in the community's zone.
create table workforce.roster (
  community_id uuid not null,
  id uuid not null,
  on_date date not null,
  shift_id uuid not null,
  account_id uuid not null,
  account_name text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  primary key (community_id, id)
);
create unique index roster_once on workforce.roster (community_id, on_date, shift_id, account_id);
-- Who is on duty now: shifts that began within the last day and have not ended.
create index roster_starting on workforce.roster (community_id, starts_at);
create index roster_of_account on workforce.roster (community_id, account_id, starts_at);
select platform.guard('workforce.roster');
grant select, insert, delete on workforce.roster to zhanggui_app;

-- Whole days off, first and last included; a shift that begins on one of them is not worked.
create table workforce.leave (
  community_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  account_name text not null,
  kind text not null check (kind in ('annual', 'sick', 'personal', 'training', 'other')),
  from_date date not null,
  until_date date not null check (until_date >= from_date),
  note text not null default '',
  recorded_at timestamptz not null,
  recorded_by_name text not null,
  cancelled_at timestamptz,
  primary key (community_id, id)
);
create index leave_of_account on workforce.leave (community_id, account_id, until_date) where cancelled_at is null;
create index leave_until on workforce.leave (community_id, until_date) where cancelled_at is null;
select platform.guard('workforce.leave');
grant select, insert, update on workforce.leave to zhanggui_app;

-- The duty phone list, as published; the newest version is the one in force.
create table workforce.duty_phones (
  community_id uuid not null,
  id uuid not null,
  version integer not null check (version > 0),
  phones jsonb not null,
  published_at timestamptz not null,
  published_by uuid,
  published_by_name text not null,
  primary key (community_id, id)
);
create unique index duty_phones_version on workforce.duty_phones (community_id, version);
select platform.guard('workforce.duty_phones');
select platform.keep_history('workforce.duty_phones');
grant select, insert on workforce.duty_phones to zhanggui_app;

alter table workforce.team_leader add constraint team_leader_account foreign key (account_id) references identity.account (id);
alter table workforce.skill add constraint skill_account foreign key (account_id) references identity.account (id);
alter table workforce.roster add constraint roster_shift foreign key (community_id, shift_id) references workforce.shift (community_id, id);
alter table workforce.roster add constraint roster_account foreign key (account_id) references identity.account (id);
alter table workforce.leave add constraint leave_account foreign key (account_id) references identity.account (id);
