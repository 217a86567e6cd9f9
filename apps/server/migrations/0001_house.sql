-- What every module stands on: the tenant guard, append-only history, counters, acts, the outbox, files.

create function platform.communities() returns uuid[]
language sql stable parallel safe
-- The communities of this transaction, from SET LOCAL app.communities. After a transaction the setting
-- is '' and not null; both mean: none at all, so that a forgotten setting shows nothing.
return string_to_array(nullif(current_setting('app.communities', true), ''), ',')::uuid[];

create function platform.guard(target regclass, community_column text default 'community_id') returns void
language plpgsql as $$
-- Row-level security, forced, on one table: only rows of the communities of this transaction, for reading
-- and writing alike. The condition is written out (not a function call) so that it can be inlined anywhere.
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy community on %s using (%2$I = any (string_to_array(nullif(current_setting(''app.communities'', true), ''''), '','')::uuid[]))'
    || ' with check (%2$I = any (string_to_array(nullif(current_setting(''app.communities'', true), ''''), '','')::uuid[]))',
    target, community_column);
end $$;

create function platform.refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception 'history is append-only: % on %', tg_op, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

create function platform.keep_history(target regclass) returns void
language plpgsql as $$
-- What happened stays: no update, delete or truncate, whoever asks.
begin
  execute format('create trigger append_only before update or delete on %s for each row execute function platform.refuse_change()', target);
  execute format('create trigger append_only_whole before truncate on %s for each statement execute function platform.refuse_change()', target);
end $$;

-- Numbers that people say: gapless per community, kind and period, because the row is locked until commit.
create table platform.counter (
  community_id uuid not null,
  kind text not null,
  period text not null,
  value bigint not null check (value > 0),
  primary key (community_id, kind, period)
);
select platform.guard('platform.counter');
grant select, insert, update on platform.counter to zhanggui_app;

-- One row per act that somebody asked for, by the key they made for it: repeating an act finds its outcome.
create table platform.act (
  account_id uuid not null,
  key uuid not null,
  endpoint text not null,
  fingerprint bytea not null,
  outcome jsonb,
  at timestamptz not null,
  primary key (account_id, key)
);
grant select, insert, update on platform.act to zhanggui_app;

-- What must follow a change, written in the same transaction; the relay turns rows into jobs and live news.
create table platform.outbox (
  id bigint generated always as identity primary key,
  task text not null,
  payload jsonb not null,
  run_at timestamptz,
  job_key text
);
grant insert on platform.outbox to zhanggui_app;

create table platform.rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
grant select, insert, update, delete on platform.rate_limit to zhanggui_app;

-- Photos: the bytes lie in the file store under their digest, the right to see them here.
create table platform.file (
  community_id uuid not null,
  id uuid not null,
  uploaded_by uuid,
  sha256 bytea not null check (length(sha256) = 32),
  type text not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  bytes integer not null check (bytes > 0),
  at timestamptz not null,
  primary key (community_id, id)
);
select platform.guard('platform.file');
grant select, insert on platform.file to zhanggui_app;
