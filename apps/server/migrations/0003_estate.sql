-- Communities, the place tree, homes, QR codes and business calendars.

create schema estate;
grant usage on schema estate to zhanggui_app;

create table estate.community (
  id uuid primary key,
  organization_id uuid not null,
  name text not null check (name <> ''),
  address text not null default '',
  time_zone text not null default 'Asia/Shanghai',
  created_at timestamptz not null
);
select platform.guard('estate.community', 'id');
grant select, insert, update on estate.community to zhanggui_app;

-- One tree: buildings, entrances, homes and common places. Floors are text as the community writes them
-- (3A, B1, -1) with an index beside for sorting. `label` is the whole name as people say it.
create table estate.place (
  community_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('building', 'entrance', 'home', 'common')),
  parent_id uuid,
  building_id uuid,
  entrance_id uuid,
  name text not null check (name <> ''),
  label text not null check (label <> ''),
  -- For homes: building-entrance-room in canonical form (3-1-502), what imports and searches match.
  room_key text,
  floor text,
  floor_index integer,
  position integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (community_id, id),
  check ((kind = 'home') = (room_key is not null)),
  check ((floor is null) = (floor_index is null)),
  check (kind <> 'building' or parent_id is null),
  check (parent_id <> id)
);
create unique index place_room on estate.place (community_id, room_key) where room_key is not null;
create unique index place_name on estate.place (community_id, parent_id, name) where kind <> 'home' and parent_id is not null;
create unique index place_top_name on estate.place (community_id, name) where parent_id is null;
create index place_of_building on estate.place (community_id, building_id, kind);
create index place_of_parent on estate.place (community_id, parent_id, position);
select platform.guard('estate.place');
grant select, insert, update on estate.place to zhanggui_app;

-- An exclusive part: dwelling, shop or parking stall. Area in 0.01 m².
create table estate.home (
  community_id uuid not null,
  id uuid not null,
  use text not null check (use in ('dwelling', 'shop', 'parking')),
  area integer not null check (area > 0),
  handover_on date,
  primary key (community_id, id)
);
select platform.guard('estate.home');
grant select, insert, update on estate.home to zhanggui_app;

-- QR codes on walls. House-wide: a scan names only the token, and it tells which community it is of.
create table estate.place_code (
  token text primary key check (length(token) >= 16),
  community_id uuid not null,
  place_id uuid not null,
  made_at timestamptz not null,
  ended_at timestamptz
);
create unique index place_code_current on estate.place_code (community_id, place_id) where ended_at is null;
grant select, insert, update on estate.place_code to zhanggui_app;

create table estate.calendar (
  community_id uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  created_at timestamptz not null,
  primary key (community_id, id)
);
create unique index calendar_name on estate.calendar (community_id, name);
select platform.guard('estate.calendar');
grant select, insert, update on estate.calendar to zhanggui_app;

create table estate.calendar_version (
  community_id uuid not null,
  id uuid not null,
  calendar_id uuid not null,
  version integer not null check (version > 0),
  body jsonb not null,
  published_at timestamptz not null,
  published_by uuid,
  primary key (community_id, id)
);
create unique index calendar_version_number on estate.calendar_version (community_id, calendar_id, version);
select platform.guard('estate.calendar_version');
select platform.keep_history('estate.calendar_version');
grant select, insert on estate.calendar_version to zhanggui_app;

alter table estate.community add constraint community_organization foreign key (organization_id) references identity.organization (id);
alter table estate.place add constraint place_parent foreign key (community_id, parent_id) references estate.place (community_id, id);
alter table estate.place add constraint place_building foreign key (community_id, building_id) references estate.place (community_id, id);
alter table estate.place add constraint place_entrance foreign key (community_id, entrance_id) references estate.place (community_id, id);
alter table estate.home add constraint home_place foreign key (community_id, id) references estate.place (community_id, id);
alter table estate.calendar_version add constraint calendar_version_calendar foreign key (community_id, calendar_id) references estate.calendar (community_id, id);
