-- Who may sign in, where they work, and who looked at whose data.
-- Accounts, sessions and the like are house-wide: they are read before it is known which communities a
-- person reaches, and a login or phone must be unique everywhere. They hold no community's business.

create schema identity;
grant usage on schema identity to zhanggui_app;

create table identity.organization (
  id uuid primary key,
  name text not null check (name <> ''),
  created_at timestamptz not null
);
grant select, insert on identity.organization to zhanggui_app;

create table identity.account (
  id uuid primary key,
  organization_id uuid,
  kind text not null check (kind in ('staff', 'resident')),
  login text unique,
  phone text unique,
  name text not null check (name <> ''),
  password_hash text,
  totp_secret text,
  totp_pending text,
  totp_last_step bigint,
  locale text not null default 'zh-Hans' check (locale in ('zh-Hans', 'en')),
  state text not null default 'active' check (state in ('invited', 'active', 'left')),
  created_at timestamptz not null,
  check ((kind = 'staff') = (login is not null)),
  check ((kind = 'staff') = (organization_id is not null)),
  check (kind = 'staff' or phone is not null)
);
grant select, insert, update on identity.account to zhanggui_app;

create table identity.recovery_code (
  account_id uuid not null,
  hash bytea not null,
  used_at timestamptz,
  primary key (account_id, hash)
);
grant select, insert, update, delete on identity.recovery_code to zhanggui_app;

create table identity.session (
  id uuid primary key,
  token_hash bytea not null unique check (length(token_hash) = 32),
  account_id uuid not null,
  device text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index session_of_account on identity.session (account_id, created_at desc);
grant select, insert, update, delete on identity.session to zhanggui_app;

-- A staff member's role in a community. Several roles are several rows; leaving ends the row.
create table identity.appointment (
  id uuid primary key,
  account_id uuid not null,
  community_id uuid not null,
  role text not null check (role in ('agent', 'dispatcher', 'worker', 'manager', 'finance', 'head-office', 'committee', 'auditor')),
  team text not null check (team in ('service', 'engineering', 'security', 'cleaning', 'office')),
  since timestamptz not null,
  until timestamptz check (until >= since)
);
create unique index appointment_once on identity.appointment (account_id, community_id, role) where until is null;
create index appointment_in_community on identity.appointment (community_id) where until is null;
grant select, insert, update on identity.appointment to zhanggui_app;

create table identity.invitation (
  id uuid primary key,
  account_id uuid not null,
  token_hash bytea not null unique,
  invited_by uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
grant select, insert, update on identity.invitation to zhanggui_app;

-- Sign-in codes. `request_hash` binds a code to the browser that asked; null when handed out at the counter.
create table identity.sign_in_code (
  id uuid primary key,
  phone text not null,
  code_hash bytea not null,
  request_hash bytea,
  issued_by uuid,
  tries integer not null default 0 check (tries between 0 and 5),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_code_by_phone on identity.sign_in_code (phone, created_at desc);
grant select, insert, update, delete on identity.sign_in_code to zhanggui_app;

-- Which archives know a phone, and as what that person lives there now: maintained by the people module, read
-- with every request to find a resident's reach. No roles (a person who moved away): no reach.
create table identity.phone_holding (
  phone text not null,
  community_id uuid not null,
  person_id uuid not null,
  roles text[] not null default '{}' check (roles <@ array['owner', 'tenant', 'family']),
  primary key (phone, community_id, person_id)
);
create index phone_holding_of_person on identity.phone_holding (community_id, person_id);
grant select, insert, delete on identity.phone_holding to zhanggui_app;

-- The access ledger: every look at a personal datum, shown to the person it belongs to.
create table identity.access_entry (
  community_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  account_name text not null,
  role text not null,
  person_id uuid not null,
  what text not null,
  purpose text,
  primary key (community_id, id)
);
create index access_entry_of_person on identity.access_entry (community_id, person_id, at desc, id desc);
select platform.guard('identity.access_entry');
select platform.keep_history('identity.access_entry');
grant select, insert on identity.access_entry to zhanggui_app;

alter table identity.account add constraint account_organization foreign key (organization_id) references identity.organization (id);
alter table identity.recovery_code add constraint recovery_code_account foreign key (account_id) references identity.account (id);
alter table identity.session add constraint session_account foreign key (account_id) references identity.account (id);
alter table identity.appointment add constraint appointment_account foreign key (account_id) references identity.account (id);
alter table identity.invitation add constraint invitation_account foreign key (account_id) references identity.account (id);
alter table identity.access_entry add constraint access_entry_account foreign key (account_id) references identity.account (id);
