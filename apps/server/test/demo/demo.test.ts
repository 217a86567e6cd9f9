import { activeStatuses, caseEventKinds, clockKinds } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoCommunityId, DemoProblem, seedDemo } from '../../src/demo/index.ts'
import { openPool } from '../../src/platform/database.ts'
import type { Database } from '../../src/platform/database.ts'
import { withClient } from '../../src/platform/postgres/connect.ts'
import { copyDatabase } from '../harness/database.ts'
import type { TestDatabase } from '../harness/database.ts'
import { memoryStore } from '../harness/memory-store.ts'
import { rederiveAll } from '../harness/rederive.ts'
import { fastenings } from './fastenings.ts'

const now = '2026-11-23T07:20:00.000Z'
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

type Town = { urls: TestDatabase; database: Database; said: string[]; close(): Promise<void> }

async function found(): Promise<Town> {
  const urls = await copyDatabase()
  const database = openPool({ url: urls.appUrl, size: 2, onError: () => undefined })
  const close = async () => {
    await database.close()
    await urls.drop()
  }
  return { urls, database, said: [], close }
}

function seed(town: Town, options: { now?: string; cases?: number } = {}): Promise<void> {
  return seedDemo({
    ownerUrl: town.urls.ownerUrl,
    database: town.database,
    store: memoryStore(),
    now: options.now ?? now,
    cases: options.cases ?? 500,
    say: (line) => town.said.push(line),
    log: silent,
  })
}

const asked = <T>(town: Town, text: string): Promise<T[]> =>
  withClient(town.urls.ownerUrl, async (client) => {
    await client.query(`set app.communities = '${demoCommunityId}'`)
    return (await client.query(text)).rows as T[]
  })

/** Everything of a year that anybody could notice, but for ids that the program makes by itself. */
const wholeYear = `
  select c.number, c.text, c.status, c.urgency, c.channel, c.place_label, c.reporter_name, c.assignee_name,
    c.due_at::text, c.rating, c.version,
    (select string_agg(concat_ws('/', e.kind, e.occurred_at, e.actor_name, e.text, e.internal, cardinality(e.photos)), E'\n' order by e.seq)
      from cases.case_event e where e.case_id = c.id) as history
  from cases.case c order by c.received_at, c.number`

describe('the fictional community', () => {
  let town: Town
  let before: unknown
  beforeAll(async () => {
    town = await found()
    before = await asked(town, fastenings)
    await seed(town)
  })
  afterAll(() => town.close())

  test('leaves the tables as fast and as guarded as they were', async () => {
    expect(await asked(town, fastenings)).toEqual(before)
  })

  test('is the same in every database that it moves into at the same time', async () => {
    const other = await found()
    await seed(other)
    expect(await asked(other, wholeYear)).toEqual(await asked(town, wholeYear))
    await other.close()
  })

  test('moves in once', async () => {
    const before = await asked(town, 'select count(*) from cases.case_event')
    const lines = town.said.length
    await seed(town, { now: '2026-12-24T07:20:00.000Z' })
    expect(await asked(town, 'select count(*) from cases.case_event')).toEqual(before)
    expect(town.said).toHaveLength(lines)
  })

  test('never moves in where a real company works, and says so in both languages', async () => {
    const real = await found()
    await real.database.house
      .insertInto('identity.organization')
      .values({ id: '01970000-0000-7000-8000-000000000001', name: '和谐物业', created_at: now })
      .execute()
    const refused = await seed(real).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(DemoProblem)
    expect((refused as Error).message).toMatch(/真实的物业公司[\s\S]*real company/)
    expect(await asked(real, 'select 1 from identity.account')).toEqual([])
    await real.close()
  })

  test('has three buildings of different shape, shops, a garage and 400-odd homes', async () => {
    const homes = await asked<{ use: string; building: string; homes: number }>(
      town,
      `select h.use, b.name as building, count(*)::int as homes from estate.home h
       join estate.place p on p.id = h.id join estate.place b on b.id = p.building_id group by 1, 2 order by 2, 1`,
    )
    expect(homes).toEqual([
      { use: 'dwelling', building: '1栋', homes: 144 },
      { use: 'dwelling', building: '2栋', homes: 120 },
      { use: 'shop', building: '2栋', homes: 14 },
      { use: 'dwelling', building: '3栋', homes: 144 },
      { use: 'parking', building: '地下车库', homes: 150 },
    ])
    const floors = await asked<{ floor: string }>(
      town,
      `select distinct floor from estate.place where kind = 'home' and label like '1栋%'`,
    )
    expect(floors.map((it) => it.floor)).not.toContain('13')
    expect(await asked(town, `select 1 from estate.place where room_key = '2-1-3A01'`)).toHaveLength(1)
  })

  test('has people with several homes, homes with several people, and people without a phone', async () => {
    const [it] = await asked<Record<string, number>>(
      town,
      `select
        (select count(*)::int from (select person_id from people.residency group by 1 having count(*) > 1) x) as several_homes,
        (select count(*)::int from (select home_id from people.residency group by 1 having count(*) > 1) x) as several_people,
        (select count(*)::int from people.person where phone is null) as phoneless,
        (select count(*)::int from people.person where phone !~ '^1380000\\d{4}$') as other_phones`,
    )
    expect(it?.['several_homes']).toBeGreaterThan(50)
    expect(it?.['several_people']).toBeGreaterThan(100)
    expect(it?.['phoneless']).toBeGreaterThan(15)
    expect(it?.['other_phones']).toBe(0)
  })

  test('lets a newcomer be 王女士 of 3-1-502 and the tenant of 2-2-803', async () => {
    const holders = await asked(
      town,
      `select h.phone, h.roles, p.room_key from identity.phone_holding h
       join people.residency r on r.person_id = h.person_id join estate.place p on p.id = r.home_id
       where h.phone in ('13800000001', '13800000002') and p.room_key like '%-%-%' and p.floor <> 'B1' order by 1`,
    )
    expect(holders).toEqual([
      { phone: '13800000001', roles: ['owner'], room_key: '3-1-502' },
      { phone: '13800000002', roles: ['tenant'], room_key: '2-2-803' },
    ])
  })

  test('has a history that every stored state follows from', async () => {
    expect(await rederiveAll(town.urls.appUrl, town.urls.ownerUrl)).toEqual([])
  })

  test('numbers its cases in the order of time, without gaps', async () => {
    const rows = await asked<{ number: string }>(
      town,
      `select number from cases.case order by received_at, number`,
    )
    expect(rows.map((it) => it.number)).toEqual(rows.map((it) => it.number).toSorted())
    const months = Map.groupBy(rows, (it) => it.number.slice(0, 4))
    for (const [month, cases] of months) {
      expect(cases.at(-1)?.number).toBe(`${month}-${String(cases.length).padStart(5, '0')}`)
    }
  })

  test('leaves something of everything to do', async () => {
    const [it] = await asked<Record<string, number>>(
      town,
      `select count(*)::int as active,
        count(*) filter (where due_at < '${now}')::int as late,
        count(*) filter (where due_at between '${now}' and timestamptz '${now}' + interval '1 hour')::int as soon,
        count(*) filter (where status = 'paused')::int as paused,
        count(*) filter (where status = 'resolved')::int as awaiting,
        count(*) filter (where assignee_id is null)::int as unassigned,
        count(*) filter (where cycle > 1)::int as sent_back
       from cases.case where status in (${activeStatuses.map((one) => `'${one}'`).join(', ')})`,
    )
    expect(it?.['active']).toBeGreaterThan(20)
    expect(it?.['active']).toBeLessThan(90)
    for (const [what, least] of Object.entries({
      late: 3,
      soon: 2,
      paused: 4,
      awaiting: 4,
      unassigned: 4,
      sent_back: 2,
    })) {
      expect(it?.[what], what).toBeGreaterThanOrEqual(least)
    }
  })

  test('keeps most of what it promises, some of it late, and not all', async () => {
    const rows = await asked<{ state: string; n: number }>(
      town,
      `select state, count(*)::int as n from cases.promise group by 1`,
    )
    const by = Object.fromEntries(rows.map((it) => [it.state, it.n]))
    const due = (by['kept'] ?? 0) + (by['kept-late'] ?? 0) + (by['broken'] ?? 0)
    expect(due).toBeGreaterThan(40)
    expect((by['kept'] ?? 0) / due).toBeGreaterThan(0.6)
    expect((by['kept'] ?? 0) / due).toBeLessThan(0.97)
    expect(by['kept-late']).toBeGreaterThan(0)
    expect(by['broken']).toBeGreaterThan(0)
  })

  test('shows every act that a case knows, and each clock, some of them missed', async () => {
    const kinds = await asked<{ kind: string }>(town, 'select distinct kind from cases.case_event')
    const rare = [
      'offered',
      'refused',
      'lapsed',
      'raised',
      'followed',
      'released',
      'unmerged',
      'repaired',
      'reclassified',
      'reopened',
      'escalated',
      'acknowledged',
      'work-dropped',
    ]
    const missing = caseEventKinds.filter(
      (kind) => !rare.includes(kind) && !kinds.some((it) => it.kind === kind),
    )
    expect(missing).toEqual([])
    const clocks = await asked<{ kind: string; met: number; missed: number }>(
      town,
      `select kind, count(*) filter (where verdict = 'met')::int as met,
         count(*) filter (where breached_at is not null)::int as missed from cases.clock group by 1`,
    )
    for (const kind of clockKinds) {
      const it = clocks.find((one) => one.kind === kind)
      expect(it?.met, kind).toBeGreaterThan(0)
      expect(it?.missed ?? 0, kind).toBeLessThan(it?.met ?? 0)
    }
    const [waits] = await asked<{ appeals: number; quotes: number }>(
      town,
      `select (select count(*)::int from cases.case where appeal = 'lodged') as appeals,
        (select count(*)::int from cases.quote q where not exists (
           select from cases.quote_answer a where a.quote_id = q.id)) as quotes`,
    )
    expect(waits).toMatchObject({ appeals: 2 })
    expect(waits?.quotes).toBeGreaterThan(0)
  })

  test('queues nothing but wake-ups and deadlines that lie ahead', async () => {
    const rows = await asked<{ task: string; ahead: boolean }>(
      town,
      `select task, run_at > '${now}' as ahead from platform.outbox group by 1, 2 order by 1`,
    )
    expect(rows).toEqual([
      { task: 'cases:promise', ahead: true },
      { task: 'cases:wake', ahead: true },
    ])
    const waiting = await asked(
      town,
      `select 1 from cases.case c where wake_at is not null and not exists (
         select from platform.outbox o where o.payload->>'caseId' = c.id::text and o.run_at = c.wake_at)`,
    )
    expect(waiting).toEqual([])
  })

  test('shows the photos that hang on its cases', async () => {
    const orphans = await asked(
      town,
      `select 1 from cases.case_event e, unnest(e.photos) photo
       where not exists (select from cases.case_photo p where p.id = photo and p.case_id = e.case_id)`,
    )
    expect(orphans).toEqual([])
    const [drawn] = await asked<{ photos: number; pictures: number }>(
      town,
      `select count(*)::int as photos, count(distinct sha256)::int as pictures from platform.file`,
    )
    expect(drawn?.photos).toBeGreaterThan(100)
    expect(drawn?.pictures).toBeGreaterThan(20)
  })
})

test.each(['2026-02-16T19:00:00.000Z', '2026-07-01T23:10:00.000Z'])(
  'moves in at %s as well: in a holiday, by night, before dawn',
  async (instant) => {
    const town = await found()
    await seed(town, { now: instant, cases: 100 })
    expect(await rederiveAll(town.urls.appUrl, town.urls.ownerUrl)).toEqual([])
    const [it] = await asked<{ later: number; cases: number }>(
      town,
      `select count(*) filter (where changed_at > '${instant}')::int as later, count(*)::int as cases from cases.case`,
    )
    expect(it).toEqual({ later: 0, cases: 100 })
    await town.close()
  },
)
