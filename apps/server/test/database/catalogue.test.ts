import {
  caseEventKinds,
  caseKinds,
  caseStatuses,
  channels,
  clockKinds,
  clockVerdicts,
  closureBases,
  consentKinds,
  placeKinds,
  residentRoles,
  urgencies,
} from '@zhanggui/contract'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyDatabase } from '../harness/database.ts'
import type { TestDatabase } from '../harness/database.ts'

/** Tables that hold no community's business, each with the reason why they can not be told apart by community. */
const houseWide: Record<string, string> = {
  'platform.migration': 'which migrations were applied',
  'platform.act': 'keys of acts, looked up by account before a community is known',
  'platform.outbox': 'the queue of what follows; only the relay reads it',
  'platform.rate_limit': 'tries per phone, account and address',
  'identity.organization': 'companies',
  'identity.account': 'a login or phone is unique everywhere',
  'identity.recovery_code': 'belongs to an account',
  'identity.session': 'found by token before anything is known',
  'identity.appointment': 'tells which communities an account reaches',
  'identity.invitation': 'found by token',
  'identity.sign_in_code': 'found by phone',
  'identity.phone_holding': 'tells which communities a phone reaches',
  'estate.place_code': 'a scanned code tells which community it is of',
  'cases.follow_link': 'a secret link tells which case it is of',
}
const historyTables = [
  'cases.assignment_policy',
  'cases.case_event',
  'cases.escalation',
  'cases.policy_version',
  'cases.procedure_version',
  'cases.quote',
  'cases.quote_answer',
  'cases.survey',
  'cases.triage_model',
  'cases.work_entry',
  'estate.calendar_version',
  'identity.access_entry',
  'messaging.interaction',
  'people.consent',
  'workforce.duty_phones',
]
const ours = `n.nspname in ('platform', 'identity', 'estate', 'people', 'workforce', 'messaging', 'cases', 'insight')`

let database: TestDatabase
let owner: pg.Client
let app: pg.Client
const rows = async <T extends pg.QueryResultRow>(sql: string): Promise<T[]> =>
  (await owner.query<T>(sql)).rows

beforeAll(async () => {
  database = await copyDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  app = new pg.Client({ connectionString: database.appUrl })
  await owner.connect()
  await app.connect()
})
afterAll(async () => {
  await owner.end()
  await app.end()
  await database.drop()
})

describe('the catalogue', () => {
  it('knows every table: a community’s own, or house-wide with a reason', async () => {
    const tables = await rows<{
      name: string
      tenant: boolean
      secured: boolean
      forced: boolean
      policies: number
      checked: number
    }>(`
      select n.nspname || '.' || c.relname as name,
        exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'community_id' and not a.attisdropped) or c.relname = 'community' as tenant,
        c.relrowsecurity as secured, c.relforcerowsecurity as forced,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polqual is not null and p.polwithcheck is not null and p.polcmd = '*') as checked
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${ours}`)
    expect(tables.length).toBeGreaterThan(30)
    for (const it of tables) {
      if (it.name in houseWide) expect(it.secured, `${it.name} is house-wide`).toBe(false)
      else
        expect(it, it.name).toMatchObject({
          tenant: true,
          secured: true,
          forced: true,
          policies: 1,
          checked: 1,
        })
    }
    const names = tables.map((it) => it.name)
    for (const it of Object.keys(houseWide)) expect(names, 'the list names tables that exist').toContain(it)
  })

  it('starts every key and unique index of a community’s table with the community', async () => {
    const keys = await rows<{
      table: string
      index: string
      first: string
      second: string | null
      primary: boolean
    }>(`
      select n.nspname || '.' || c.relname as table, i.relname as index, x.indisprimary as primary,
        (select attname from pg_attribute where attrelid = c.oid and attnum = x.indkey[0]) as first,
        (select attname from pg_attribute where attrelid = c.oid and attnum = x.indkey[1]) as second
      from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      join pg_namespace n on n.oid = c.relnamespace
      where x.indisunique and c.relrowsecurity and c.relname <> 'community' and ${ours}`)
    expect(keys.length).toBeGreaterThan(30)
    for (const it of keys) expect(it.first, `${it.table} ${it.index}`).toBe('community_id')
    for (const it of keys.filter((one) => one.primary && one.table !== 'platform.counter'))
      expect(it.second, it.table).toBe('id')
  })

  it('carries the community in every foreign key between communities’ tables', async () => {
    const keys = await rows<{ name: string; columns: string[]; target: string; secured: boolean }>(`
      select k.conname as name, k.confrelid::regclass::text as target, t.relrowsecurity as secured,
        array(select a.attname::text from unnest(k.conkey) with ordinality u(n, o) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by o) as columns
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and c.relrowsecurity and ${ours}`)
    expect(keys.length).toBeGreaterThan(15)
    for (const it of keys.filter((one) => one.secured)) expect(it.columns[0], it.name).toBe('community_id')
    // What is not a community's can only be pointed at when it can be copied to every node.
    const elsewhere = new Set(keys.filter((one) => !one.secured).map((it) => it.target))
    expect([...elsewhere].toSorted()).toEqual(['identity.account', 'identity.organization'])
  })

  it('keeps history: update, delete and truncate are refused, even to the owner', async () => {
    const guarded = await rows<{ name: string; triggers: number }>(`
      select n.nspname || '.' || c.relname as name, count(t.oid)::int as triggers
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_trigger t on t.tgrelid = c.oid and t.tgname like 'append_only%' and t.tgenabled = 'O'
      where c.relkind = 'r' and ${ours} group by 1`)
    const kept = guarded.filter((it) => it.triggers === 2).map((it) => it.name)
    expect(kept.toSorted()).toEqual(historyTables)
    for (const it of historyTables) {
      await expect(owner.query(`truncate ${it} cascade`), it).rejects.toThrow(/append-only/)
      const may = await app.query<{ may: boolean }>(
        `select has_table_privilege($1, 'update') or has_table_privilege($1, 'delete') as may`,
        [it],
      )
      expect(may.rows[0]?.may, it).toBe(false)
    }
  })

  it('has no view or function that looks with its owner’s eyes', async () => {
    expect(
      await rows(`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce(c.reloptions::text like '%security_invoker=true%', false)))`),
    ).toEqual([])
    expect(
      await rows(
        `select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours} and p.prosecdef`,
      ),
    ).toEqual([])
  })

  it('lets the application own nothing and bypass nothing', async () => {
    const { rows: found } = await app.query(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      (select count(*)::int from pg_class where relowner = r.oid) as owned from pg_roles r where rolname = current_user`)
    expect(found[0]).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owned: 0,
    })
  })

  it('shows nothing without a community, nothing of others with one, on a shared connection too', async () => {
    const [one, two] = ['11111111-1111-7111-8111-111111111111', '22222222-2222-7222-8222-222222222222']
    for (const id of [one, two]) {
      await owner.query(
        `begin; set local app.communities = '${id}'; insert into people.person (community_id, id, name, created_at) values ('${id}', gen_random_uuid(), '某人', now()); commit`,
      )
    }
    const seen = async () =>
      (await app.query<{ community_id: string }>('select community_id from people.person')).rows.map(
        (it) => it.community_id,
      )
    expect(await seen()).toEqual([])
    for (let turn = 0; turn < 2000; turn += 1) {
      const id = turn % 2 === 0 ? one : two
      await app.query(`begin; set local app.communities = '${id}'`)
      expect(await seen()).toEqual([id])
      await app.query('commit')
    }
    expect(await seen(), 'after the last transaction').toEqual([])
    await app.query(`begin; set local app.communities = '${one}'`)
    await expect(
      app.query(
        `insert into people.person (community_id, id, name, created_at) values ('${two}', gen_random_uuid(), '某人', now())`,
      ),
    ).rejects.toThrow(/row-level security/)
    await app.query('rollback')
  })

  it('refuses a child of another community', async () => {
    const [one, two] = ['33333333-3333-7333-8333-333333333333', '44444444-4444-7444-8444-444444444444']
    await app.query(`begin; set local app.communities = '${one},${two}'`)
    await app.query(
      `insert into estate.place (community_id, id, kind, name, label, created_at) values ('${one}', '${one}', 'building', '1栋', '1栋', now())`,
    )
    await expect(
      app.query(
        `insert into estate.place (community_id, id, kind, parent_id, name, label, created_at) values ('${two}', gen_random_uuid(), 'common', '${one}', '大堂', '大堂', now())`,
      ),
    ).rejects.toThrow(/foreign key/)
    await app.query('rollback')
  })

  it('allows in each column exactly the words of the contract', async () => {
    const columns: Record<string, readonly string[]> = {
      'cases.case kind': caseKinds,
      'cases.case status': caseStatuses,
      'cases.case urgency': urgencies,
      'cases.case channel': channels,
      'cases.case closure_basis': closureBases,
      'cases.case_event kind': caseEventKinds,
      'cases.clock kind': clockKinds,
      'cases.clock verdict': clockVerdicts,
      'estate.place kind': placeKinds,
      'people.residency role': residentRoles,
      'people.consent kind': consentKinds,
    }
    // A list of one column: `kind = any (array['repair'::text, ...])`.
    const found = await rows<{ name: string; definition: string }>(`
      select c.conrelid::regclass::text || ' ' || a.attname as name, pg_get_constraintdef(c.oid) as definition
      from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace
      where c.contype = 'c' and array_length(c.conkey, 1) = 1 and ${ours}`)
    const lists = new Map(
      found
        .filter((it) => it.definition.includes('= ANY (ARRAY['))
        .map((it) => [
          it.name.replaceAll('"', ''),
          [...it.definition.matchAll(/'([^']*)'::text/g)].map((word) => word[1]).toSorted(),
        ]),
    )
    for (const [name, words] of Object.entries(columns)) {
      expect(lists.get(name), name).toEqual([...words].toSorted())
    }
  })
})
