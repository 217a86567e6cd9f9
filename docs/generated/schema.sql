-- Made by `npm run generate` from the migrations; a test fails when it is stale.

CREATE OR REPLACE FUNCTION cases.keep_first()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
-- What may never change once set, whatever code asks for it.
begin
  if old.tracker_id is not null and new.tracker_id is distinct from old.tracker_id then
    raise exception 'the first responder of a case is never changed' using errcode = 'integrity_constraint_violation';
  end if;
  if (new.number, new.text, new.received_at, new.channel) is distinct from (old.number, old.text, old.received_at, old.channel) then
    raise exception 'what was reported is never changed' using errcode = 'integrity_constraint_violation';
  end if;
  -- When to look again is no news of the case; everything else is.
  if new.version <> old.version + 1
    and (new.version <> old.version or to_jsonb(new) - 'escalate_at' is distinct from to_jsonb(old) - 'escalate_at') then
    raise exception 'a case moves one version at a time' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cases.keep_promise()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
-- What was promised is never rewritten, and what was broken never becomes kept in time, moved or withdrawn.
begin
  if (new.case_id, new.staff_id, new.what, new.evidence, new.made_at, new.due_at)
    is distinct from (old.case_id, old.staff_id, old.what, old.evidence, old.made_at, old.due_at) then
    raise exception 'what was promised is never changed' using errcode = 'integrity_constraint_violation';
  end if;
  if new.state <> old.state and not (old.state = 'open' or (old.state = 'broken' and new.state = 'kept-late')) then
    raise exception 'a promise that is settled stays so' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cases.keep_work_order()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
-- What an order was opened for never changes, and an order that is over stays as it ended.
begin
  if old.state <> 'open' then
    raise exception 'a work order that is over does not change' using errcode = 'integrity_constraint_violation';
  end if;
  if (new.case_id, new.seq, new.procedure_version_id, new.cycle, new.opened_at, new.opened_by)
    is distinct from (old.case_id, old.seq, old.procedure_version_id, old.cycle, old.opened_at, old.opened_by) then
    raise exception 'a work order keeps its case and the version of its procedure' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION platform.communities()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[];

CREATE OR REPLACE FUNCTION platform.guard(target regclass, community_column text DEFAULT 'community_id'::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
-- Row-level security, forced, on one table: only rows of the communities of this transaction, for reading
-- and writing alike. The condition is written out (not a function call) so that it can be inlined anywhere.
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy community on %s using (%2$I = any (string_to_array(nullif(current_setting(''app.communities'', true), ''''), '','')::uuid[]))'
    || ' with check (%2$I = any (string_to_array(nullif(current_setting(''app.communities'', true), ''''), '','')::uuid[]))',
    target, community_column);
end $function$;

CREATE OR REPLACE FUNCTION platform.keep_history(target regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
-- What happened stays: no update, delete or truncate, whoever asks.
begin
  execute format('create trigger append_only before update or delete on %s for each row execute function platform.refuse_change()', target);
  execute format('create trigger append_only_whole before truncate on %s for each statement execute function platform.refuse_change()', target);
end $function$;

CREATE OR REPLACE FUNCTION platform.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'history is append-only: % on %', tg_op, tg_table_name using errcode = 'integrity_constraint_violation';
end $function$;

create table cases."case" (
  community_id uuid not null,
  id uuid not null,
  number text not null,
  kind text not null,
  status text not null,
  urgency text not null,
  channel text not null,
  text text not null,
  place_id uuid,
  place_kind text,
  place_label text,
  person_id uuid,
  reporter_name text,
  tracker_id uuid,
  tracker_name text,
  assignee_id uuid,
  assignee_name text,
  policy_version_id uuid not null,
  received_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  due_at timestamp with time zone not null default 'infinity'::timestamp with time zone,
  due_kind text,
  due_started_at timestamp with time zone,
  due_budget integer,
  paused_for text,
  resume_at timestamp with time zone,
  resolved_at timestamp with time zone,
  closed_at timestamp with time zone,
  wake_at timestamp with time zone,
  closure_basis text,
  cycle integer not null default 1,
  rating integer,
  version integer not null default 1,
  escalate_at timestamp with time zone not null default 'infinity'::timestamp with time zone,
  escalated_at timestamp with time zone,
  concept text,
  closing_code text,
  call_backs integer not null default 0,
  returned integer not null default 0,
  appeal text,
  alarm text,
  merged_into uuid,
  merged_at timestamp with time zone,
  recontacts integer not null default 0,
  constraint case_pkey PRIMARY KEY (community_id, id),
  constraint case_assignee FOREIGN KEY (assignee_id) REFERENCES identity.account(id),
  constraint case_merged_into FOREIGN KEY (community_id, merged_into) REFERENCES cases."case"(community_id, id),
  constraint case_person FOREIGN KEY (community_id, person_id) REFERENCES people.person(community_id, id),
  constraint case_place FOREIGN KEY (community_id, place_id) REFERENCES estate.place(community_id, id),
  constraint case_policy FOREIGN KEY (community_id, policy_version_id) REFERENCES cases.policy_version(community_id, id),
  constraint case_tracker FOREIGN KEY (tracker_id) REFERENCES identity.account(id),
  constraint case_alarm_check CHECK ((alarm = ANY (ARRAY['raised'::text, 'answered'::text]))),
  constraint case_appeal_check CHECK ((appeal = ANY (ARRAY['lodged'::text, 'upheld'::text, 'rejected'::text]))),
  constraint case_appeal_closed CHECK (((appeal IS DISTINCT FROM 'lodged'::text) OR (status = 'closed'::text))),
  constraint case_call_backs_check CHECK ((call_backs >= 0)),
  constraint case_channel_check CHECK ((channel = ANY (ARRAY['app'::text, 'counter'::text, 'qr'::text]))),
  constraint case_check CHECK (((status = 'paused'::text) = (paused_for IS NOT NULL))),
  constraint case_check1 CHECK (((status = 'paused'::text) = (resume_at IS NOT NULL))),
  constraint case_check2 CHECK (((status = 'closed'::text) = (closure_basis IS NOT NULL))),
  constraint case_check3 CHECK (((status <> 'resolved'::text) OR ((assignee_id IS NOT NULL) AND (resolved_at IS NOT NULL)))),
  constraint case_check4 CHECK (((assignee_id IS NULL) = (assignee_name IS NULL))),
  constraint case_check5 CHECK (((tracker_id IS NULL) = (tracker_name IS NULL))),
  constraint case_check6 CHECK (((due_at = 'infinity'::timestamp with time zone) = (due_kind IS NULL))),
  constraint case_closing_code_check CHECK ((closing_code = ANY (ARRAY['solved'::text, 'cannot'::text, 'not-ours'::text, 'duplicate'::text, 'withdrawn'::text]))),
  constraint case_closure_basis_check CHECK ((closure_basis = ANY (ARRAY['resident-confirmed'::text, 'callback-confirmed'::text, 'timeout'::text, 'staff-waived'::text]))),
  constraint case_concept_check CHECK ((concept ~ '^[a-z0-9.]+$'::text)),
  constraint case_cycle_check CHECK ((cycle > 0)),
  constraint case_kind_check CHECK ((kind = ANY (ARRAY['repair'::text, 'complaint'::text, 'enquiry'::text, 'suggestion'::text, 'praise'::text]))),
  constraint case_merged CHECK ((((status = 'merged'::text) = (merged_into IS NOT NULL)) AND ((merged_into IS NULL) = (merged_at IS NULL)) AND (merged_into <> id))),
  constraint case_rating_check CHECK (((rating >= 1) AND (rating <= 5))),
  constraint case_recontacts_check CHECK ((recontacts >= 0)),
  constraint case_returned_check CHECK ((returned >= 0)),
  constraint case_status_check CHECK ((status = ANY (ARRAY['new'::text, 'open'::text, 'paused'::text, 'resolved'::text, 'closed'::text, 'merged'::text, 'declined'::text, 'cancelled'::text]))),
  constraint case_text_check CHECK ((text <> ''::text)),
  constraint case_urgency_check CHECK ((urgency = ANY (ARRAY['normal'::text, 'urgent'::text, 'danger'::text]))),
  constraint case_version_check CHECK ((version > 0))
);
CREATE INDEX case_alarm ON cases."case" USING btree (community_id, received_at, id) WHERE (alarm = 'raised'::text);
CREATE INDEX case_appeals ON cases."case" USING btree (community_id, changed_at, id) WHERE (appeal = 'lodged'::text);
CREATE INDEX case_assignee_due ON cases."case" USING btree (community_id, assignee_id, due_at, id) WHERE (status = ANY (ARRAY['new'::text, 'open'::text, 'paused'::text, 'resolved'::text]));
CREATE INDEX case_assignee_newest ON cases."case" USING btree (community_id, assignee_id, received_at DESC, id DESC) WHERE (assignee_id IS NOT NULL);
CREATE INDEX case_changed ON cases."case" USING btree (community_id, changed_at);
CREATE INDEX case_concept_newest ON cases."case" USING btree (community_id, concept, received_at DESC) WHERE (concept IS NOT NULL);
CREATE INDEX case_due ON cases."case" USING btree (community_id, due_at, id) WHERE (status = ANY (ARRAY['new'::text, 'open'::text, 'paused'::text, 'resolved'::text]));
CREATE INDEX case_escalate ON cases."case" USING btree (community_id, escalate_at) WHERE ((status = ANY (ARRAY['new'::text, 'open'::text, 'paused'::text, 'resolved'::text])) AND (escalate_at < 'infinity'::timestamp with time zone));
CREATE INDEX case_escalated ON cases."case" USING btree (community_id, due_at, id) WHERE ((escalated_at IS NOT NULL) AND (status = ANY (ARRAY['new'::text, 'open'::text, 'paused'::text, 'resolved'::text])));
CREATE INDEX case_merged_into ON cases."case" USING btree (community_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX case_newest ON cases."case" USING btree (community_id, received_at DESC, id DESC);
CREATE UNIQUE INDEX case_number ON cases."case" USING btree (community_id, number);
CREATE INDEX case_person_newest ON cases."case" USING btree (community_id, person_id, received_at DESC, id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX case_place_newest ON cases."case" USING btree (community_id, place_id, received_at DESC, id DESC) WHERE (place_id IS NOT NULL);
CREATE INDEX case_status_newest ON cases."case" USING btree (community_id, status, received_at DESC, id DESC);
CREATE INDEX case_tracker_due ON cases."case" USING btree (community_id, tracker_id, due_at, id) WHERE (status = ANY (ARRAY['new'::text, 'open'::text, 'paused'::text, 'resolved'::text]));
alter table cases."case" enable row level security;
alter table cases."case" force row level security;
create policy community on cases."case"
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
CREATE TRIGGER keep_first BEFORE UPDATE ON cases."case" FOR EACH ROW EXECUTE FUNCTION cases.keep_first();
grant insert, select, update on cases."case" to zhanggui_app;

create table cases.assignment_policy (
  community_id uuid not null,
  id uuid not null,
  version integer not null,
  body jsonb not null,
  published_at timestamp with time zone not null,
  published_by_name text not null,
  constraint assignment_policy_pkey PRIMARY KEY (community_id, id),
  constraint assignment_policy_version_check CHECK ((version > 0))
);
CREATE UNIQUE INDEX assignment_policy_version ON cases.assignment_policy USING btree (community_id, version);
alter table cases.assignment_policy enable row level security;
alter table cases.assignment_policy force row level security;
create policy community on cases.assignment_policy
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON cases.assignment_policy FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON cases.assignment_policy FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
grant insert, select on cases.assignment_policy to zhanggui_app;

create table cases.assignment_turn (
  community_id uuid not null,
  id uuid not null,
  queue text not null,
  account_id uuid not null,
  at timestamp with time zone not null,
  constraint assignment_turn_pkey PRIMARY KEY (community_id, id),
  constraint assignment_turn_account FOREIGN KEY (account_id) REFERENCES identity.account(id)
);
CREATE UNIQUE INDEX assignment_turn_queue ON cases.assignment_turn USING btree (community_id, queue);
alter table cases.assignment_turn enable row level security;
alter table cases.assignment_turn force row level security;
create policy community on cases.assignment_turn
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant insert, select, update on cases.assignment_turn to zhanggui_app;

create table cases.case_event (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  seq integer not null,
  kind text not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null default now(),
  actor_kind text not null,
  actor_id uuid,
  actor_name text,
  channel text,
  interaction_id uuid,
  text text,
  photos uuid[] not null default '{}'::uuid[],
  internal boolean not null default false,
  detail jsonb not null default '{}'::jsonb,
  constraint case_event_pkey PRIMARY KEY (community_id, id),
  constraint case_event_case FOREIGN KEY (community_id, case_id) REFERENCES cases."case"(community_id, id),
  constraint case_event_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'resident'::text, 'system'::text]))),
  constraint case_event_kind_check CHECK ((kind = ANY (ARRAY['opened'::text, 'accepted'::text, 'assigned'::text, 'replied'::text, 'noted'::text, 'supplemented'::text, 'paused'::text, 'resumed'::text, 'resolved'::text, 'confirmed'::text, 'rejected'::text, 'rated'::text, 'declined'::text, 'cancelled'::text, 'closed'::text, 'escalated'::text, 'acknowledged'::text, 'work-opened'::text, 'work-finished'::text, 'work-dropped'::text, 'promised'::text, 'reclassified'::text, 'reopened'::text, 'arrived'::text, 'appointed'::text, 'called-back'::text, 'repaired'::text, 'merged'::text, 'absorbed'::text, 'appealed'::text, 'appeal-upheld'::text, 'appeal-rejected'::text, 'unmerged'::text, 'released'::text, 'urged'::text, 'quoted'::text, 'quote-agreed'::text, 'quote-declined'::text, 'offered'::text, 'refused'::text, 'lapsed'::text, 'raised'::text, 'handed'::text, 'received'::text, 'kept'::text, 'joined'::text, 'returned'::text, 'disputed'::text, 'ruled'::text, 'followed'::text]))),
  constraint case_event_seq_check CHECK ((seq > 0))
);
CREATE INDEX case_event_answers ON cases.case_event USING btree (community_id, occurred_at) WHERE (kind = 'replied'::text);
CREATE UNIQUE INDEX case_event_order ON cases.case_event USING btree (community_id, case_id, seq);
alter table cases.case_event enable row level security;
alter table cases.case_event force row level security;
create policy community on cases.case_event
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON cases.case_event FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON cases.case_event FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
grant insert, select on cases.case_event to zhanggui_app;

create table cases.case_follower (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  constraint case_follower_pkey PRIMARY KEY (community_id, id),
  constraint case_follower_case FOREIGN KEY (community_id, case_id) REFERENCES cases."case"(community_id, id),
  constraint case_follower_person_known FOREIGN KEY (community_id, person_id) REFERENCES people.person(community_id, id)
);
CREATE UNIQUE INDEX case_follower_once ON cases.case_follower USING btree (community_id, case_id, person_id);
CREATE INDEX case_follower_person ON cases.case_follower USING btree (community_id, person_id);
alter table cases.case_follower enable row level security;
alter table cases.case_follower force row level security;
create policy community on cases.case_follower
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant insert, select on cases.case_follower to zhanggui_app;

create table cases.case_link (
  community_id uuid not null,
  id uuid not null,
  kind text not null,
  case_id uuid not null,
  other_id uuid not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  ended_at timestamp with time zone,
  constraint case_link_pkey PRIMARY KEY (community_id, id),
  constraint case_link_case FOREIGN KEY (community_id, case_id) REFERENCES cases."case"(community_id, id),
  constraint case_link_other_case FOREIGN KEY (community_id, other_id) REFERENCES cases."case"(community_id, id),
  constraint case_link_check CHECK ((case_id <> other_id)),
  constraint case_link_check1 CHECK (((kind <> 'related'::text) OR (case_id < other_id))),
  constraint case_link_kind_check CHECK ((kind = ANY (ARRAY['related'::text, 'follows-up'::text])))
);
CREATE UNIQUE INDEX case_link_once ON cases.case_link USING btree (community_id, kind, case_id, other_id) WHERE (ended_at IS NULL);
CREATE INDEX case_link_other ON cases.case_link USING btree (community_id, other_id) WHERE (ended_at IS NULL);
alter table cases.case_link enable row level security;
alter table cases.case_link force row level security;
create policy community on cases.case_link
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant insert, select, update on cases.case_link to zhanggui_app;

create table cases.case_photo (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  internal boolean not null,
  constraint case_photo_pkey PRIMARY KEY (community_id, id),
  constraint case_photo_case FOREIGN KEY (community_id, case_id) REFERENCES cases."case"(community_id, id),
  constraint case_photo_file FOREIGN KEY (community_id, id) REFERENCES platform.file(community_id, id)
);
alter table cases.case_photo enable row level security;
alter table cases.case_photo force row level security;
create policy community on cases.case_photo
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant insert, select on cases.case_photo to zhanggui_app;

create table cases.clock (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  cycle integer not null,
  policy_version_id uuid not null,
  calendar_version_id uuid not null,
  budget_seconds integer not null,
  started_at timestamp with time zone not null,
  deadline timestamp with time zone,
  stopped_at timestamp with time zone,
  breached_at timestamp with time zone,
  verdict text not null,
  run integer not null default 1,
  turn integer not null default 1,
  worked_seconds integer,
  wall_seconds integer,
  paused_seconds integer not null default 0,
  constraint clock_pkey PRIMARY KEY (community_id, id),
  constraint clock_case FOREIGN KEY (community_id, case_id) REFERENCES cases."case"(community_id, id),
  constraint clock_policy FOREIGN KEY (community_id, policy_version_id) REFERENCES cases.policy_version(community_id, id),
  constraint clock_budget_seconds_check CHECK ((budget_seconds > 0)),
  constraint clock_cycle_check CHECK ((cycle > 0)),
  constraint clock_kind_check CHECK ((kind = ANY (ARRAY['accept'::text, 'first_response'::text, 'next_response'::text, 'on_site'::text, 'resolve'::text, 'update'::text, 'callback'::text]))),
  constraint clock_paused_seconds_check CHECK ((paused_seconds >= 0)),
  constraint clock_run_check CHECK ((run > 0)),
  constraint clock_turn_check CHECK ((turn > 0)),
  constraint clock_verdict_check CHECK ((verdict = ANY (ARRAY['running'::text, 'paused'::text, 'met'::text, 'breached'::text, 'cancelled'::text, 'superseded'::text]))),
  constraint clock_wall_seconds_check CHECK ((wall_seconds >= 0)),
  constraint clock_worked_seconds_check CHECK ((worked_seconds >= 0))
);
CREATE UNIQUE INDEX clock_of_case ON cases.clock USING btree (community_id, case_id, kind, cycle, run, turn);
alter table cases.clock enable row level security;
alter table cases.clock force row level security;
create policy community on cases.clock
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant insert, select, update on cases.clock to zhanggui_app;

create table cases.co_handler (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  team text not null,
  asked text not null,
  asked_at timestamp with time zone not null,
  asked_by_name text not null,
  due_at timestamp with time zone not null,
  returned_at timestamp with time zone,
  returned_by_name text,
  result text,
  constraint co_handler_pkey PRIMARY KEY (community_id, id),
  constraint co_handler_case FOREIGN KEY (community_id, case_id) REFERENCES cases."case"(community_id, id),
  constraint co_handler_asked_check CHECK ((asked <> ''::text)),
  constraint co_handler_check CHECK (((returned_at IS NULL) = (result IS NULL))),
  constraint co_handler_team_check CHECK ((team = ANY (ARRAY['service'::text, 'engineering'::text, 'security'::text, 'cleaning'::text, 'office'::text])))
);
CREATE INDEX co_handler_of_case ON cases.co_handler USING btree (community_id, case_id, asked_at);
CREATE INDEX co_handler_of_team ON cases.co_handler USING btree (community_id, team, due_at) WHERE (returned_at IS NULL);
CREATE UNIQUE INDEX co_handler_open ON cases.co_handler USING btree (community_id, case_id, team) WHERE (returned_at IS NULL);
alter table cases.co_handler enable row level security;
alter table cases.co_handler force row level security;
create policy community on cases.co_handler
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant insert, select, update on cases.co_handler to zhanggui_app;

create table cases.dispatch (
  community_id uuid not null,
  id uuid not null,
  offered_to_id uuid,
  offered_to_name text,
  offer_until timestamp with time zone,
  offers integer not null default 0,
  raised_at timestamp with time zone,
  raised_why text,
  lead_team text,
  follower_id uuid,
  follower_name text,
  constraint dispatch_pkey PRIMARY KEY (community_id, id),
  constraint dispatch_case FOREIGN KEY (community_id, id) REFERENCES cases."case"(community_id, id),
  constraint dispatch_follower_account FOREIGN KEY (follower_id) REFERENCES identity.account(id),
  constraint dispatch_offered_to FOREIGN KEY (offered_to_id) REFERENCES identity.account(id),
  constraint dispatch_check CHECK (((offered_to_id IS NULL) = (offer_until IS NULL))),
  constraint dispatch_check1 CHECK (((raised_at IS NULL) = (raised_why IS NULL))),
  constraint dispatch_check2 CHECK (((follower_id IS NULL) = (follower_name IS NULL))),
  constraint dispatch_lead_team_check CHECK ((lead_team = ANY (ARRAY['service'::text, 'engineering'::text, 'security'::text, 'cleaning'::text, 'office'::text]))),
  constraint dispatch_offers_check CHECK ((offers >= 0)),
  constraint dispatch_raised_why_check CHECK ((raised_why = ANY (ARRAY['nobody-on-duty'::text, 'all-refused'::text, 'moves-used-up'::text])))
);
CREATE INDEX dispatch_follower ON cases.dispatch USING btree (community_id, follower_id) WHERE (follower_id IS NOT NULL);
CREATE INDEX dispatch_offered ON cases.dispatch USING btree (community_id, offered_to_id) WHERE (offered_to_id IS NOT NULL);
CREATE INDEX dispatch_raised ON cases.dispatch USING btree (community_id, raised_at) WHERE (raised_at IS NOT NULL);
alter table cases.dispatch enable row level security;
alter table cases.dispatch force row level security;
create policy community on cases.dispatch
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant insert, select, update on cases.dispatch to zhanggui_app;

create table cases.dispute (
  community_id uuid not null,
  id uuid not null,
  reason text not null,
  from_team text not null,
  proposed_team text not null,
  raised_at timestamp with time zone not null,
  raised_by_name text not null,
  due_at timestamp with time zone not null,
  ruling text,
  ruled_at timestamp with time zone,
  ruled_by_name text,
  words text,
  constraint dispute_pkey PRIMARY KEY (community_id, id),
  constraint dispute_case FOREIGN KEY (community_id, id) REFERENCES cases."case"(community_id, id),
  constraint dispute_check CHECK (((ruling IS NULL) = (ruled_at IS NULL))),
  constraint dispute_proposed_team_check CHECK ((proposed_team = ANY (ARRAY['service'::text, 'engineering'::text, 'security'::text, 'cleaning'::text, 'office'::text]))),
  constraint dispute_reason_check CHECK ((reason <> ''::text)),
  constraint dispute_ruling_check CHECK ((ruling = ANY (ARRAY['upheld'::text, 'dismissed'::text])))
);
CREATE INDEX dispute_open ON cases.dispute USING btree (community_id, due_at) WHERE (ruling IS NULL);
alter table cases.dispute enable row level security;
alter table cases.dispute force row level security;
create policy community on cases.dispute
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant insert, select, update on cases.dispute to zhanggui_app;

create table cases.escalation (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  event_id uuid not null,
  subject text not null,
  cycle integer not null,
  started_at timestamp with time zone not null,
  level text not null,
  told_by text,
  told uuid[] not null,
  at timestamp with time zone not null,
  constraint escalation_pkey PRIMARY KEY (community_id, id),
  constraint escalation_case FOREIGN KEY (community_id, case_id) REFERENCES cases."case"(community_id, id),
  constraint escalation_event FOREIGN KEY (community_id, event_id) REFERENCES cases.case_event(community_id, id),
  constraint escalation_cycle_check CHECK ((cycle > 0)),
  constraint escalation_level_check CHECK ((level <> ''::text)),
  constraint escalation_subject_check CHECK ((subject = ANY (ARRAY['accept'::text, 'first_response'::text, 'next_response'::text, 'on_site'::text, 'resolve'::text, 'update'::text, 'callback'::text, 'pause'::text, 'alarm'::text])))
);
CREATE UNIQUE INDEX escalation_once ON cases.escalation USING btree (community_id, case_id, subject, cycle, started_at, level);
alter table cases.escalation enable row level security;
alter table cases.escalation force row level security;
create policy community on cases.escalation
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON cases.escalation FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON cases.escalation FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
grant insert, select on cases.escalation to zhanggui_app;

create table cases.follow_link (
  secret_hash bytea not null,
  community_id uuid not null,
  case_id uuid not null,
  made_at timestamp with time zone not null,
  constraint follow_link_pkey PRIMARY KEY (secret_hash),
  constraint follow_link_secret_hash_check CHECK ((length(secret_hash) = 32))
);
grant insert, select on cases.follow_link to zhanggui_app;

create table cases.handover (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  from_id uuid not null,
  from_name text not null,
  to_id uuid not null,
  to_name text not null,
  note text not null,
  offered_at timestamp with time zone not null,
  state text not null default 'offered'::text,
  answered_at timestamp with time zone,
  reason text,
  constraint handover_pkey PRIMARY KEY (community_id, id),
  constraint handover_case FOREIGN KEY (community_id, case_id) REFERENCES cases."case"(community_id, id),
  constraint handover_from FOREIGN KEY (from_id) REFERENCES identity.account(id),
  constraint handover_to_account FOREIGN KEY (to_id) REFERENCES identity.account(id),
  constraint handover_check CHECK ((from_id <> to_id)),
  constraint handover_check1 CHECK (((state = 'offered'::text) = (answered_at IS NULL))),
  constraint handover_note_check CHECK ((note <> ''::text)),
  constraint handover_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'taken'::text, 'refused'::text])))
);
CREATE UNIQUE INDEX handover_open ON cases.handover USING btree (community_id, case_id) WHERE (state = 'offered'::text);
CREATE INDEX handover_to ON cases.handover USING btree (community_id, to_id) WHERE (state = 'offered'::text);
alter table cases.handover enable row level security;
alter table cases.handover force row level security;
create policy community on cases.handover
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant insert, select, update on cases.handover to zhanggui_app;

create table cases.policy_version (
  community_id uuid not null,
  id uuid not null,
  version integer not null,
  name text not null,
  basis text not null,
  body jsonb not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  published_by_name text not null,
  constraint policy_version_pkey PRIMARY KEY (community_id, id),
  constraint policy_version_version_check CHECK ((version > 0))
);
CREATE UNIQUE INDEX policy_version_number ON cases.policy_version USING btree (community_id, version);
alter table cases.policy_version enable row level security;
alter table cases.policy_version force row level security;
create policy community on cases.policy_version
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON cases.policy_version FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON cases.policy_version FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
grant insert, select on cases.policy_version to zhanggui_app;

create table cases.procedure_version (
  community_id uuid not null,
  id uuid not null,
  procedure_id uuid not null,
  version integer not null,
  body jsonb not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  published_by_name text not null,
  constraint procedure_version_pkey PRIMARY KEY (community_id, id),
  constraint procedure_version_version_check CHECK ((version > 0))
);
CREATE UNIQUE INDEX procedure_version_number ON cases.procedure_version USING btree (community_id, procedure_id, version);
alter table cases.procedure_version enable row level security;
alter table cases.procedure_version force row level security;
create policy community on cases.procedure_version
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON cases.procedure_version FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON cases.procedure_version FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
grant insert, select on cases.procedure_version to zhanggui_app;

create table cases.promise (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  staff_name text not null,
  what text not null,
  evidence text not null,
  made_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  state text not null,
  settled_at timestamp with time zone,
  broken_at timestamp with time zone,
  reference text,
  succeeds uuid,
  change_state text,
  change_due_at timestamp with time zone,
  change_reason text,
  change_asked_by uuid,
  change_asked_by_name text,
  change_decided_by_name text,
  constraint promise_pkey PRIMARY KEY (community_id, id),
  constraint promise_case FOREIGN KEY (community_id, case_id) REFERENCES cases."case"(community_id, id),
  constraint promise_staff FOREIGN KEY (staff_id) REFERENCES identity.account(id),
  constraint promise_succeeds FOREIGN KEY (community_id, succeeds) REFERENCES cases.promise(community_id, id),
  constraint promise_change_state_check CHECK ((change_state = ANY (ARRAY['asked'::text, 'refused'::text, 'offered'::text, 'agreed'::text, 'objected'::text, 'lapsed'::text]))),
  constraint promise_check CHECK ((due_at > made_at)),
  constraint promise_check1 CHECK (((state = 'open'::text) = (settled_at IS NULL))),
  constraint promise_check2 CHECK (((state <> 'kept'::text) OR (settled_at < (due_at + '00:00:01'::interval)))),
  constraint promise_check3 CHECK (((state = ANY (ARRAY['broken'::text, 'kept-late'::text])) = (broken_at IS NOT NULL))),
  constraint promise_check4 CHECK (((broken_at IS NULL) OR (broken_at = due_at))),
  constraint promise_check5 CHECK (((change_state IS NULL) = (change_due_at IS NULL))),
  constraint promise_check6 CHECK (((change_due_at IS NULL) OR (change_due_at > due_at))),
  constraint promise_evidence_check CHECK ((evidence = ANY (ARRAY['photo'::text, 'visit'::text, 'answer'::text, 'document'::text]))),
  constraint promise_state_check CHECK ((state = ANY (ARRAY['open'::text, 'kept'::text, 'kept-late'::text, 'broken'::text, 'renegotiated'::text, 'withdrawn'::text]))),
  constraint promise_what_check CHECK ((what <> ''::text))
);
CREATE INDEX promise_asked ON cases.promise USING btree (community_id, due_at) WHERE (change_state = 'asked'::text);
CREATE INDEX promise_due ON cases.promise USING btree (community_id, due_at, id);
CREATE INDEX promise_of_case ON cases.promise USING btree (community_id, case_id, made_at);
CREATE INDEX promise_staff_due ON cases.promise USING btree (community_id, staff_id, due_at, id);
alter table cases.promise enable row level security;
alter table cases.promise force row level security;
create policy community on cases.promise
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
CREATE TRIGGER keep_promise BEFORE UPDATE ON cases.promise FOR EACH ROW EXECUTE FUNCTION cases.keep_promise();
grant insert, select, update on cases.promise to zhanggui_app;

create table cases.quote (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  lines jsonb not null,
  total bigint not null,
  note text,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_by_name text not null,
  constraint quote_pkey PRIMARY KEY (community_id, id),
  constraint quote_case FOREIGN KEY (community_id, case_id) REFERENCES cases."case"(community_id, id),
  constraint quote_total_check CHECK ((total >= 0)),
  constraint quote_version_check CHECK ((version > 0))
);
CREATE UNIQUE INDEX quote_version ON cases.quote USING btree (community_id, case_id, version);
alter table cases.quote enable row level security;
alter table cases.quote force row level security;
create policy community on cases.quote
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON cases.quote FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON cases.quote FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
grant insert, select on cases.quote to zhanggui_app;

create table cases.quote_answer (
  community_id uuid not null,
  id uuid not null,
  quote_id uuid not null,
  answer text not null,
  reason text,
  at timestamp with time zone not null,
  account_id uuid not null,
  person_id uuid not null,
  name text not null,
  constraint quote_answer_pkey PRIMARY KEY (community_id, id),
  constraint quote_answer_person FOREIGN KEY (community_id, person_id) REFERENCES people.person(community_id, id),
  constraint quote_answer_quote FOREIGN KEY (community_id, quote_id) REFERENCES cases.quote(community_id, id),
  constraint quote_answer_answer_check CHECK ((answer = ANY (ARRAY['agreed'::text, 'declined'::text])))
);
CREATE UNIQUE INDEX quote_answer_once ON cases.quote_answer USING btree (community_id, quote_id);
alter table cases.quote_answer enable row level security;
alter table cases.quote_answer force row level security;
create policy community on cases.quote_answer
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON cases.quote_answer FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON cases.quote_answer FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
grant insert, select on cases.quote_answer to zhanggui_app;

create table cases.survey (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  cycle integer not null,
  rating integer not null,
  comment text not null default ''::text,
  person_id uuid,
  at timestamp with time zone not null,
  quality text[] not null default '{}'::text[],
  speed text[] not null default '{}'::text[],
  constraint survey_pkey PRIMARY KEY (community_id, id),
  constraint survey_case FOREIGN KEY (community_id, case_id) REFERENCES cases."case"(community_id, id),
  constraint survey_rating_check CHECK (((rating >= 1) AND (rating <= 5)))
);
CREATE UNIQUE INDEX survey_once ON cases.survey USING btree (community_id, case_id, cycle);
alter table cases.survey enable row level security;
alter table cases.survey force row level security;
create policy community on cases.survey
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON cases.survey FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON cases.survey FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
grant insert, select on cases.survey to zhanggui_app;

create table cases.triage_model (
  community_id uuid not null,
  id uuid not null,
  version integer not null,
  made_at timestamp with time zone not null,
  examples integer not null,
  used boolean not null,
  body jsonb not null,
  report jsonb not null,
  constraint triage_model_pkey PRIMARY KEY (community_id, id),
  constraint triage_model_examples_check CHECK ((examples > 0)),
  constraint triage_model_version_check CHECK ((version > 0))
);
CREATE INDEX triage_model_used ON cases.triage_model USING btree (community_id, version DESC) WHERE used;
CREATE UNIQUE INDEX triage_model_version ON cases.triage_model USING btree (community_id, version);
alter table cases.triage_model enable row level security;
alter table cases.triage_model force row level security;
create policy community on cases.triage_model
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON cases.triage_model FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON cases.triage_model FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
grant insert, select on cases.triage_model to zhanggui_app;

create table cases.work_entry (
  community_id uuid not null,
  id uuid not null,
  work_order_id uuid not null,
  step text not null,
  turn integer not null,
  kind text not null,
  reading bigint,
  in_range boolean not null default true,
  note text,
  photos uuid[] not null default '{}'::uuid[],
  materials jsonb not null default '[]'::jsonb,
  at timestamp with time zone not null,
  by_id uuid not null,
  by_name text not null,
  corrects uuid,
  constraint work_entry_pkey PRIMARY KEY (community_id, id),
  constraint work_entry_corrects FOREIGN KEY (community_id, corrects) REFERENCES cases.work_entry(community_id, id),
  constraint work_entry_order FOREIGN KEY (community_id, work_order_id) REFERENCES cases.work_order(community_id, id),
  constraint work_entry_check CHECK (((turn = 1) = (corrects IS NULL))),
  constraint work_entry_check1 CHECK (((kind <> 'passed'::text) OR (note IS NOT NULL))),
  constraint work_entry_kind_check CHECK ((kind = ANY (ARRAY['done'::text, 'passed'::text]))),
  constraint work_entry_note_check CHECK ((note <> ''::text)),
  constraint work_entry_turn_check CHECK ((turn > 0))
);
CREATE UNIQUE INDEX work_entry_turn ON cases.work_entry USING btree (community_id, work_order_id, step, turn);
alter table cases.work_entry enable row level security;
alter table cases.work_entry force row level security;
create policy community on cases.work_entry
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON cases.work_entry FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON cases.work_entry FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
grant insert, select on cases.work_entry to zhanggui_app;

create table cases.work_order (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  seq integer not null,
  procedure_version_id uuid not null,
  assignee_id uuid not null,
  assignee_name text not null,
  note text,
  state text not null default 'open'::text,
  cycle integer not null,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  opened_by_name text not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  closed_by_name text,
  drop_reason text,
  constraint work_order_pkey PRIMARY KEY (community_id, id),
  constraint work_order_assignee FOREIGN KEY (assignee_id) REFERENCES identity.account(id),
  constraint work_order_case FOREIGN KEY (community_id, case_id) REFERENCES cases."case"(community_id, id),
  constraint work_order_procedure FOREIGN KEY (community_id, procedure_version_id) REFERENCES cases.procedure_version(community_id, id),
  constraint work_order_check CHECK (((state = 'open'::text) = (closed_at IS NULL))),
  constraint work_order_check1 CHECK (((closed_at IS NULL) = (closed_by_name IS NULL))),
  constraint work_order_check2 CHECK (((state = 'dropped'::text) = (drop_reason IS NOT NULL))),
  constraint work_order_cycle_check CHECK ((cycle > 0)),
  constraint work_order_drop_reason_check CHECK ((drop_reason <> ''::text)),
  constraint work_order_seq_check CHECK ((seq > 0)),
  constraint work_order_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])))
);
CREATE UNIQUE INDEX work_order_seq ON cases.work_order USING btree (community_id, case_id, seq);
alter table cases.work_order enable row level security;
alter table cases.work_order force row level security;
create policy community on cases.work_order
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
CREATE TRIGGER keep_work_order BEFORE UPDATE ON cases.work_order FOR EACH ROW EXECUTE FUNCTION cases.keep_work_order();
grant insert, select, update on cases.work_order to zhanggui_app;

create table estate.calendar (
  community_id uuid not null,
  id uuid not null,
  name text not null,
  created_at timestamp with time zone not null,
  constraint calendar_pkey PRIMARY KEY (community_id, id),
  constraint calendar_name_check CHECK ((name <> ''::text))
);
CREATE UNIQUE INDEX calendar_name ON estate.calendar USING btree (community_id, name);
alter table estate.calendar enable row level security;
alter table estate.calendar force row level security;
create policy community on estate.calendar
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant insert, select, update on estate.calendar to zhanggui_app;

create table estate.calendar_version (
  community_id uuid not null,
  id uuid not null,
  calendar_id uuid not null,
  version integer not null,
  body jsonb not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  constraint calendar_version_pkey PRIMARY KEY (community_id, id),
  constraint calendar_version_calendar FOREIGN KEY (community_id, calendar_id) REFERENCES estate.calendar(community_id, id),
  constraint calendar_version_version_check CHECK ((version > 0))
);
CREATE UNIQUE INDEX calendar_version_number ON estate.calendar_version USING btree (community_id, calendar_id, version);
alter table estate.calendar_version enable row level security;
alter table estate.calendar_version force row level security;
create policy community on estate.calendar_version
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON estate.calendar_version FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON estate.calendar_version FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
grant insert, select on estate.calendar_version to zhanggui_app;

create table estate.community (
  id uuid not null,
  organization_id uuid not null,
  name text not null,
  address text not null default ''::text,
  time_zone text not null default 'Asia/Shanghai'::text,
  created_at timestamp with time zone not null,
  constraint community_pkey PRIMARY KEY (id),
  constraint community_organization FOREIGN KEY (organization_id) REFERENCES identity.organization(id),
  constraint community_name_check CHECK ((name <> ''::text))
);
alter table estate.community enable row level security;
alter table estate.community force row level security;
create policy community on estate.community
  using ((id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant insert, select, update on estate.community to zhanggui_app;

create table estate.home (
  community_id uuid not null,
  id uuid not null,
  use text not null,
  area integer not null,
  handover_on date,
  constraint home_pkey PRIMARY KEY (community_id, id),
  constraint home_place FOREIGN KEY (community_id, id) REFERENCES estate.place(community_id, id),
  constraint home_area_check CHECK ((area > 0)),
  constraint home_use_check CHECK ((use = ANY (ARRAY['dwelling'::text, 'shop'::text, 'parking'::text])))
);
alter table estate.home enable row level security;
alter table estate.home force row level security;
create policy community on estate.home
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant insert, select, update on estate.home to zhanggui_app;

create table estate.place (
  community_id uuid not null,
  id uuid not null,
  kind text not null,
  parent_id uuid,
  building_id uuid,
  entrance_id uuid,
  name text not null,
  label text not null,
  room_key text,
  floor text,
  floor_index integer,
  "position" integer not null default 0,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint place_pkey PRIMARY KEY (community_id, id),
  constraint place_building FOREIGN KEY (community_id, building_id) REFERENCES estate.place(community_id, id),
  constraint place_entrance FOREIGN KEY (community_id, entrance_id) REFERENCES estate.place(community_id, id),
  constraint place_parent FOREIGN KEY (community_id, parent_id) REFERENCES estate.place(community_id, id),
  constraint place_check CHECK (((kind = 'home'::text) = (room_key IS NOT NULL))),
  constraint place_check1 CHECK (((floor IS NULL) = (floor_index IS NULL))),
  constraint place_check2 CHECK (((kind <> 'building'::text) OR (parent_id IS NULL))),
  constraint place_check3 CHECK ((parent_id <> id)),
  constraint place_kind_check CHECK ((kind = ANY (ARRAY['building'::text, 'entrance'::text, 'home'::text, 'common'::text]))),
  constraint place_label_check CHECK ((label <> ''::text)),
  constraint place_name_check CHECK ((name <> ''::text))
);
CREATE UNIQUE INDEX place_name ON estate.place USING btree (community_id, parent_id, name) WHERE ((kind <> 'home'::text) AND (parent_id IS NOT NULL));
CREATE INDEX place_of_building ON estate.place USING btree (community_id, building_id, kind);
CREATE INDEX place_of_parent ON estate.place USING btree (community_id, parent_id, "position");
CREATE UNIQUE INDEX place_room ON estate.place USING btree (community_id, room_key) WHERE (room_key IS NOT NULL);
CREATE UNIQUE INDEX place_top_name ON estate.place USING btree (community_id, name) WHERE (parent_id IS NULL);
alter table estate.place enable row level security;
alter table estate.place force row level security;
create policy community on estate.place
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant insert, select, update on estate.place to zhanggui_app;

create table estate.place_code (
  token text not null,
  community_id uuid not null,
  place_id uuid not null,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint place_code_pkey PRIMARY KEY (token),
  constraint place_code_token_check CHECK ((length(token) >= 16))
);
CREATE UNIQUE INDEX place_code_current ON estate.place_code USING btree (community_id, place_id) WHERE (ended_at IS NULL);
grant insert, select, update on estate.place_code to zhanggui_app;

create table identity.access_entry (
  community_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  account_id uuid not null,
  account_name text not null,
  role text not null,
  person_id uuid not null,
  what text not null,
  purpose text,
  constraint access_entry_pkey PRIMARY KEY (community_id, id),
  constraint access_entry_account FOREIGN KEY (account_id) REFERENCES identity.account(id)
);
CREATE INDEX access_entry_of_person ON identity.access_entry USING btree (community_id, person_id, at DESC, id DESC);
alter table identity.access_entry enable row level security;
alter table identity.access_entry force row level security;
create policy community on identity.access_entry
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON identity.access_entry FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON identity.access_entry FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
grant insert, select on identity.access_entry to zhanggui_app;

create table identity.account (
  id uuid not null,
  organization_id uuid,
  kind text not null,
  login text,
  phone text,
  name text not null,
  password_hash text,
  totp_secret text,
  totp_pending text,
  totp_last_step bigint,
  locale text not null default 'zh-Hans'::text,
  state text not null default 'active'::text,
  created_at timestamp with time zone not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_login_key UNIQUE (login),
  constraint account_phone_key UNIQUE (phone),
  constraint account_organization FOREIGN KEY (organization_id) REFERENCES identity.organization(id),
  constraint account_check CHECK (((kind = 'staff'::text) = (login IS NOT NULL))),
  constraint account_check1 CHECK (((kind = 'staff'::text) = (organization_id IS NOT NULL))),
  constraint account_check2 CHECK (((kind = 'staff'::text) OR (phone IS NOT NULL))),
  constraint account_kind_check CHECK ((kind = ANY (ARRAY['staff'::text, 'resident'::text]))),
  constraint account_locale_check CHECK ((locale = ANY (ARRAY['zh-Hans'::text, 'en'::text]))),
  constraint account_name_check CHECK ((name <> ''::text)),
  constraint account_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'active'::text, 'left'::text])))
);
grant insert, select, update on identity.account to zhanggui_app;

create table identity.appointment (
  id uuid not null,
  account_id uuid not null,
  community_id uuid not null,
  role text not null,
  team text not null,
  since timestamp with time zone not null,
  until timestamp with time zone,
  constraint appointment_pkey PRIMARY KEY (id),
  constraint appointment_account FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint appointment_check CHECK ((until >= since)),
  constraint appointment_role_check CHECK ((role = ANY (ARRAY['agent'::text, 'dispatcher'::text, 'worker'::text, 'manager'::text, 'finance'::text, 'head-office'::text, 'committee'::text, 'auditor'::text]))),
  constraint appointment_team_check CHECK ((team = ANY (ARRAY['service'::text, 'engineering'::text, 'security'::text, 'cleaning'::text, 'office'::text])))
);
CREATE INDEX appointment_in_community ON identity.appointment USING btree (community_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX appointment_once ON identity.appointment USING btree (account_id, community_id, role) WHERE (until IS NULL);
grant insert, select, update on identity.appointment to zhanggui_app;

create table identity.invitation (
  id uuid not null,
  account_id uuid not null,
  token_hash bytea not null,
  invited_by uuid not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint invitation_pkey PRIMARY KEY (id),
  constraint invitation_token_hash_key UNIQUE (token_hash),
  constraint invitation_account FOREIGN KEY (account_id) REFERENCES identity.account(id)
);
grant insert, select, update on identity.invitation to zhanggui_app;

create table identity.organization (
  id uuid not null,
  name text not null,
  created_at timestamp with time zone not null,
  constraint organization_pkey PRIMARY KEY (id),
  constraint organization_name_check CHECK ((name <> ''::text))
);
grant insert, select on identity.organization to zhanggui_app;

create table identity.phone_holding (
  phone text not null,
  community_id uuid not null,
  person_id uuid not null,
  roles text[] not null default '{}'::text[],
  constraint phone_holding_pkey PRIMARY KEY (phone, community_id, person_id),
  constraint phone_holding_roles_check CHECK ((roles <@ ARRAY['owner'::text, 'tenant'::text, 'family'::text]))
);
CREATE INDEX phone_holding_of_person ON identity.phone_holding USING btree (community_id, person_id);
grant delete, insert, select on identity.phone_holding to zhanggui_app;

create table identity.recovery_code (
  account_id uuid not null,
  hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (account_id, hash),
  constraint recovery_code_account FOREIGN KEY (account_id) REFERENCES identity.account(id)
);
grant delete, insert, select, update on identity.recovery_code to zhanggui_app;

create table identity.session (
  id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  device text not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_hash_key UNIQUE (token_hash),
  constraint session_account FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint session_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX session_of_account ON identity.session USING btree (account_id, created_at DESC);
grant delete, insert, select, update on identity.session to zhanggui_app;

create table identity.sign_in_code (
  id uuid not null,
  phone text not null,
  code_hash bytea not null,
  request_hash bytea,
  issued_by uuid,
  tries integer not null default 0,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint sign_in_code_pkey PRIMARY KEY (id),
  constraint sign_in_code_tries_check CHECK (((tries >= 0) AND (tries <= 5)))
);
CREATE INDEX sign_in_code_by_phone ON identity.sign_in_code USING btree (phone, created_at DESC);
grant delete, insert, select, update on identity.sign_in_code to zhanggui_app;

create table messaging.delivery (
  community_id uuid not null,
  id uuid not null,
  kind text not null,
  channel text not null,
  person_id uuid,
  account_id uuid,
  interaction_id uuid,
  case_id uuid,
  case_number text,
  excerpt text not null,
  state text not null default 'queued'::text,
  at timestamp with time zone not null,
  delivered_at timestamp with time zone,
  read_at timestamp with time zone,
  constraint delivery_pkey PRIMARY KEY (community_id, id),
  constraint delivery_interaction FOREIGN KEY (community_id, interaction_id) REFERENCES messaging.interaction(community_id, id),
  constraint delivery_channel_check CHECK ((channel = 'app'::text)),
  constraint delivery_check CHECK (((person_id IS NULL) <> (account_id IS NULL))),
  constraint delivery_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'delivered'::text, 'read'::text, 'failed'::text])))
);
CREATE INDEX delivery_of_interaction ON messaging.delivery USING btree (community_id, interaction_id) WHERE (interaction_id IS NOT NULL);
CREATE INDEX delivery_to_account ON messaging.delivery USING btree (community_id, account_id, at DESC) WHERE (account_id IS NOT NULL);
CREATE INDEX delivery_to_person ON messaging.delivery USING btree (community_id, person_id, at DESC) WHERE (person_id IS NOT NULL);
alter table messaging.delivery enable row level security;
alter table messaging.delivery force row level security;
create policy community on messaging.delivery
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant insert, select, update on messaging.delivery to zhanggui_app;

create table messaging.interaction (
  community_id uuid not null,
  id uuid not null,
  channel text not null,
  direction text not null,
  external_id text not null,
  subject_id uuid,
  person_id uuid,
  account_id uuid,
  text text not null,
  photos uuid[] not null default '{}'::uuid[],
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null default now(),
  constraint interaction_pkey PRIMARY KEY (community_id, id),
  constraint interaction_channel_check CHECK ((channel = ANY (ARRAY['app'::text, 'counter'::text, 'qr'::text]))),
  constraint interaction_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])))
);
CREATE INDEX interaction_of_subject ON messaging.interaction USING btree (community_id, subject_id, occurred_at);
CREATE UNIQUE INDEX interaction_once ON messaging.interaction USING btree (community_id, channel, external_id);
alter table messaging.interaction enable row level security;
alter table messaging.interaction force row level security;
create policy community on messaging.interaction
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON messaging.interaction FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON messaging.interaction FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
grant insert, select on messaging.interaction to zhanggui_app;

create table people.consent (
  community_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  given boolean not null,
  at timestamp with time zone not null,
  by_name text not null,
  by_account uuid,
  constraint consent_pkey PRIMARY KEY (community_id, id),
  constraint consent_person FOREIGN KEY (community_id, person_id) REFERENCES people.person(community_id, id),
  constraint consent_kind_check CHECK ((kind = ANY (ARRAY['contact'::text, 'care'::text, 'photos'::text])))
);
CREATE INDEX consent_of_person ON people.consent USING btree (community_id, person_id, kind, at DESC);
alter table people.consent enable row level security;
alter table people.consent force row level security;
create policy community on people.consent
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON people.consent FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON people.consent FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
grant insert, select on people.consent to zhanggui_app;

create table people.person (
  community_id uuid not null,
  id uuid not null,
  name text not null,
  initials text not null default ''::text,
  phone text,
  note text not null default ''::text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint person_pkey PRIMARY KEY (community_id, id),
  constraint person_name_check CHECK ((name <> ''::text))
);
CREATE INDEX person_by_name ON people.person USING btree (community_id, name, id);
CREATE INDEX person_by_phone ON people.person USING btree (community_id, phone);
alter table people.person enable row level security;
alter table people.person force row level security;
create policy community on people.person
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant insert, select, update on people.person to zhanggui_app;

create table people.residency (
  community_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_id uuid not null,
  role text not null,
  since date,
  until date,
  created_at timestamp with time zone not null,
  constraint residency_pkey PRIMARY KEY (community_id, id),
  constraint residency_home FOREIGN KEY (community_id, home_id) REFERENCES estate.home(community_id, id),
  constraint residency_person FOREIGN KEY (community_id, person_id) REFERENCES people.person(community_id, id),
  constraint residency_check CHECK ((until >= since)),
  constraint residency_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'tenant'::text, 'family'::text])))
);
CREATE INDEX residency_of_home ON people.residency USING btree (community_id, home_id);
CREATE UNIQUE INDEX residency_once ON people.residency USING btree (community_id, person_id, home_id) WHERE (until IS NULL);
alter table people.residency enable row level security;
alter table people.residency force row level security;
create policy community on people.residency
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant insert, select, update on people.residency to zhanggui_app;

create table people.roster (
  community_id uuid not null,
  id uuid not null,
  file_name text not null,
  digest bytea not null,
  state text not null,
  preview jsonb not null,
  result jsonb,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  applied_at timestamp with time zone,
  constraint roster_pkey PRIMARY KEY (community_id, id),
  constraint roster_state_check CHECK ((state = ANY (ARRAY['previewed'::text, 'applied'::text])))
);
alter table people.roster enable row level security;
alter table people.roster force row level security;
create policy community on people.roster
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant insert, select, update on people.roster to zhanggui_app;

create table platform.act (
  account_id uuid not null,
  key uuid not null,
  endpoint text not null,
  fingerprint bytea not null,
  outcome jsonb,
  at timestamp with time zone not null,
  constraint act_pkey PRIMARY KEY (account_id, key)
);
grant insert, select, update on platform.act to zhanggui_app;

create table platform.counter (
  community_id uuid not null,
  kind text not null,
  period text not null,
  value bigint not null,
  constraint counter_pkey PRIMARY KEY (community_id, kind, period),
  constraint counter_value_check CHECK ((value > 0))
);
alter table platform.counter enable row level security;
alter table platform.counter force row level security;
create policy community on platform.counter
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant insert, select, update on platform.counter to zhanggui_app;

create table platform.file (
  community_id uuid not null,
  id uuid not null,
  uploaded_by uuid,
  sha256 bytea not null,
  type text not null,
  width integer not null,
  height integer not null,
  bytes integer not null,
  at timestamp with time zone not null,
  constraint file_pkey PRIMARY KEY (community_id, id),
  constraint file_bytes_check CHECK ((bytes > 0)),
  constraint file_height_check CHECK ((height > 0)),
  constraint file_sha256_check CHECK ((length(sha256) = 32)),
  constraint file_width_check CHECK ((width > 0))
);
alter table platform.file enable row level security;
alter table platform.file force row level security;
create policy community on platform.file
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant insert, select on platform.file to zhanggui_app;

create table platform.migration (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);
grant select on platform.migration to zhanggui_app;

create table platform.outbox (
  id bigint not null generated always as identity,
  task text not null,
  payload jsonb not null,
  run_at timestamp with time zone,
  job_key text,
  constraint outbox_pkey PRIMARY KEY (id)
);
grant insert on platform.outbox to zhanggui_app;

create table platform.rate_limit (
  key character varying(255) not null,
  points integer not null default 0,
  expire bigint,
  constraint rate_limit_pkey PRIMARY KEY (key)
);
grant delete, insert, select, update on platform.rate_limit to zhanggui_app;

create table workforce.duty_phones (
  community_id uuid not null,
  id uuid not null,
  version integer not null,
  phones jsonb not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  published_by_name text not null,
  constraint duty_phones_pkey PRIMARY KEY (community_id, id),
  constraint duty_phones_version_check CHECK ((version > 0))
);
CREATE UNIQUE INDEX duty_phones_version ON workforce.duty_phones USING btree (community_id, version);
alter table workforce.duty_phones enable row level security;
alter table workforce.duty_phones force row level security;
create policy community on workforce.duty_phones
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON workforce.duty_phones FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON workforce.duty_phones FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
grant insert, select on workforce.duty_phones to zhanggui_app;

create table workforce.leave (
  community_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  account_name text not null,
  kind text not null,
  from_date date not null,
  until_date date not null,
  note text not null default ''::text,
  recorded_at timestamp with time zone not null,
  recorded_by_name text not null,
  cancelled_at timestamp with time zone,
  constraint leave_pkey PRIMARY KEY (community_id, id),
  constraint leave_account FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint leave_check CHECK ((until_date >= from_date)),
  constraint leave_kind_check CHECK ((kind = ANY (ARRAY['annual'::text, 'sick'::text, 'personal'::text, 'training'::text, 'other'::text])))
);
CREATE INDEX leave_of_account ON workforce.leave USING btree (community_id, account_id, until_date) WHERE (cancelled_at IS NULL);
CREATE INDEX leave_until ON workforce.leave USING btree (community_id, until_date) WHERE (cancelled_at IS NULL);
alter table workforce.leave enable row level security;
alter table workforce.leave force row level security;
create policy community on workforce.leave
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant insert, select, update on workforce.leave to zhanggui_app;

create table workforce.roster (
  community_id uuid not null,
  id uuid not null,
  on_date date not null,
  shift_id uuid not null,
  account_id uuid not null,
  account_name text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint roster_pkey PRIMARY KEY (community_id, id),
  constraint roster_account FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint roster_shift FOREIGN KEY (community_id, shift_id) REFERENCES workforce.shift(community_id, id),
  constraint roster_check CHECK ((ends_at > starts_at))
);
CREATE INDEX roster_of_account ON workforce.roster USING btree (community_id, account_id, starts_at);
CREATE UNIQUE INDEX roster_once ON workforce.roster USING btree (community_id, on_date, shift_id, account_id);
CREATE INDEX roster_starting ON workforce.roster USING btree (community_id, starts_at);
alter table workforce.roster enable row level security;
alter table workforce.roster force row level security;
create policy community on workforce.roster
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant delete, insert, select on workforce.roster to zhanggui_app;

create table workforce.shift (
  community_id uuid not null,
  id uuid not null,
  name text not null,
  from_time text not null,
  until_time text not null,
  weekdays integer[] not null,
  "position" integer not null,
  added_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint shift_pkey PRIMARY KEY (community_id, id),
  constraint shift_from_time_check CHECK ((from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint shift_name_check CHECK ((name <> ''::text)),
  constraint shift_until_time_check CHECK (((until_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text) OR (until_time = '24:00'::text))),
  constraint shift_weekdays_check CHECK ((((cardinality(weekdays) >= 1) AND (cardinality(weekdays) <= 7)) AND (weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7])))
);
CREATE UNIQUE INDEX shift_name ON workforce.shift USING btree (community_id, name) WHERE (ended_at IS NULL);
alter table workforce.shift enable row level security;
alter table workforce.shift force row level security;
create policy community on workforce.shift
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant insert, select, update on workforce.shift to zhanggui_app;

create table workforce.skill (
  community_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  skill text not null,
  since timestamp with time zone not null,
  constraint skill_pkey PRIMARY KEY (community_id, id),
  constraint skill_account FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint skill_skill_check CHECK ((skill = ANY (ARRAY['electrical'::text, 'plumbing'::text, 'masonry'::text, 'carpentry'::text, 'lift'::text, 'low-voltage'::text, 'fire-safety'::text, 'greening'::text, 'cleaning'::text, 'guarding'::text, 'front-desk'::text])))
);
CREATE UNIQUE INDEX skill_once ON workforce.skill USING btree (community_id, account_id, skill);
alter table workforce.skill enable row level security;
alter table workforce.skill force row level security;
create policy community on workforce.skill
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant delete, insert, select on workforce.skill to zhanggui_app;

create table workforce.team_leader (
  community_id uuid not null,
  id uuid not null,
  team text not null,
  account_id uuid not null,
  since timestamp with time zone not null,
  constraint team_leader_pkey PRIMARY KEY (community_id, id),
  constraint team_leader_account FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint team_leader_team_check CHECK ((team = ANY (ARRAY['service'::text, 'engineering'::text, 'security'::text, 'cleaning'::text, 'office'::text])))
);
CREATE UNIQUE INDEX team_leader_once ON workforce.team_leader USING btree (community_id, team);
alter table workforce.team_leader enable row level security;
alter table workforce.team_leader force row level security;
create policy community on workforce.team_leader
  using ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])))
  with check ((community_id = ANY ((string_to_array(NULLIF(current_setting('app.communities'::text, true), ''::text), ','::text))::uuid[])));
grant delete, insert, select on workforce.team_leader to zhanggui_app;
