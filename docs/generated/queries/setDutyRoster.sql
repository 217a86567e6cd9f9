-- POST /api/v1/communities/{communityId}/duty-roster: Put people on shifts and take them off, asked by: manager

insert into platform.act (account_id, key, endpoint, fingerprint, at)
values ($1, $2, $3, $4, $5)
on conflict (account_id, key) do nothing returning key;

select pg_advisory_xact_lock(hashtextextended($1, 0));

select "id", "name", "time_zone" as "timeZone"
from "estate"."community"
where id = any($1::uuid[]);

select a.id, a.name, a.login, a.state,
  array_agg(p.role order by p.since, p.role) as roles,
  (array_agg(p.team order by p.since, p.role))[1] as team
from identity.appointment p
join identity.account a on a.id = p.account_id
where p.community_id = $1 and p.until is null and a.state <> 'left'
  and a.state = 'active'

group by a.id
order by a.name, a.login;

select "id", "name", "from_time" as "from", "until_time" as "until", "weekdays"
from "workforce"."shift"
where "community_id" = $1 and ("ended_at" is null or "id" = any($2::uuid[]))
order by "position", "id";

delete from workforce.roster r using jsonb_to_recordset($1::jsonb) as c(index int, id uuid, "on" date, "shiftId" uuid, "accountId" uuid,
works boolean, name text, starts_at timestamptz, ends_at timestamptz)
where r.community_id = $2 and r.on_date = c."on" and r.shift_id = c."shiftId"
  and r.account_id = c."accountId" and not c.works;

insert into workforce.roster (community_id, id, on_date, shift_id, account_id, account_name, starts_at, ends_at)
select $1::uuid, c.id, c."on", c."shiftId", c."accountId", c.name, c.starts_at, c.ends_at
from jsonb_to_recordset($2::jsonb) as c(index int, id uuid, "on" date, "shiftId" uuid, "accountId" uuid,
works boolean, name text, starts_at timestamptz, ends_at timestamptz) where c.works
on conflict (community_id, on_date, shift_id, account_id) do nothing;

select c.index from jsonb_to_recordset($1::jsonb) as c(index int, id uuid, "on" date, "shiftId" uuid, "accountId" uuid,
works boolean, name text, starts_at timestamptz, ends_at timestamptz)
where c.works and (exists (
    select from workforce.roster r
    where r.community_id = $2 and r.account_id = c."accountId"
      and r.starts_at < c.ends_at and r.starts_at > c.starts_at - interval '26 hours' and r.ends_at > c.starts_at
      and (r.on_date, r.shift_id) <> (c."on", c."shiftId"))
  or exists (
    select from workforce.leave l
    where l.community_id = $3 and l.account_id = c."accountId" and l.cancelled_at is null
      and c."on" between l.from_date and l.until_date))
order by c.index;

insert into platform.outbox (task, payload, run_at, job_key)
values ($1, $2::jsonb, $3, $4);

update platform.act set outcome = $1::jsonb
where account_id = $2 and key = $3;
