-- Contacts on any channel, and what was sent back with how far it came.

create schema messaging;
grant usage on schema messaging to zhanggui_app;

-- One contact on one channel; never changed. `external_id` is the channel's own name for it, unique, so a
-- message that arrives twice is one interaction. `subject_id` is the case it belongs to.
create table messaging.interaction (
  community_id uuid not null,
  id uuid not null,
  channel text not null check (channel in ('app', 'counter', 'qr')),
  direction text not null check (direction in ('in', 'out')),
  external_id text not null,
  subject_id uuid,
  person_id uuid,
  account_id uuid,
  text text not null,
  photos uuid[] not null default '{}',
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (community_id, id)
);
create unique index interaction_once on messaging.interaction (community_id, channel, external_id);
create index interaction_of_subject on messaging.interaction (community_id, subject_id, occurred_at);
select platform.guard('messaging.interaction');
select platform.keep_history('messaging.interaction');
grant select, insert on messaging.interaction to zhanggui_app;

-- What somebody is to be told, per recipient and channel, with its delivery state. To a resident
-- (person_id) or to a staff member (account_id).
create table messaging.delivery (
  community_id uuid not null,
  id uuid not null,
  kind text not null,
  channel text not null check (channel in ('app')),
  person_id uuid,
  account_id uuid,
  interaction_id uuid,
  case_id uuid,
  case_number text,
  excerpt text not null,
  state text not null default 'queued' check (state in ('queued', 'delivered', 'read', 'failed')),
  at timestamptz not null,
  delivered_at timestamptz,
  read_at timestamptz,
  primary key (community_id, id),
  check ((person_id is null) <> (account_id is null))
);
create index delivery_to_person on messaging.delivery (community_id, person_id, at desc) where person_id is not null;
create index delivery_to_account on messaging.delivery (community_id, account_id, at desc) where account_id is not null;
create index delivery_of_interaction on messaging.delivery (community_id, interaction_id) where interaction_id is not null;
select platform.guard('messaging.delivery');
grant select, insert, update on messaging.delivery to zhanggui_app;

alter table messaging.delivery add constraint delivery_interaction foreign key (community_id, interaction_id) references messaging.interaction (community_id, id);
