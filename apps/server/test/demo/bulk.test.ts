import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DemoProblem, seedBulk } from '../../src/demo/index.ts'
import { withClient } from '../../src/platform/postgres/connect.ts'
import { copyDatabase } from '../harness/database.ts'
import type { TestDatabase } from '../harness/database.ts'
import { rederiveAll } from '../harness/rederive.ts'
import { fastenings } from './fastenings.ts'

const now = '2026-11-23T07:20:00.000Z'

describe('cases for measuring', () => {
  let urls: TestDatabase
  let before: unknown
  let communities: string[]
  const asked = <T>(text: string): Promise<T[]> =>
    withClient(urls.ownerUrl, async (client) => {
      await client.query(`set app.communities = '${communities.join(',')}'`)
      return (await client.query(text)).rows as T[]
    })
  beforeAll(async () => {
    urls = await copyDatabase()
    communities = []
    before = await asked(fastenings)
    const seed = { ...urls, cases: 9000, communities: 2, now, say: () => undefined }
    communities = (await seedBulk(seed)).map((it) => it.communityId)
  })
  afterAll(() => urls.drop())

  test('leave the tables as fast and as guarded as they were', async () => {
    expect(await asked(fastenings)).toEqual(before)
  })

  test('have a history that every stored state follows from', async () => {
    expect(await rederiveAll(urls.appUrl, urls.ownerUrl, { ladders: false })).toEqual([])
  })

  test('are 2,000 under way in each community and the rest finished over years', async () => {
    const rows = await asked(
      `select count(*)::int as cases, count(*) filter (where status in ('new', 'open', 'paused', 'resolved'))::int as active,
         bool_and(status = 'closed' or received_at > '2026-11-08T00:00:00Z') as older_are_finished,
         max(changed_at) <= '${now}' as nothing_ahead, min(extract(year from received_at))::int as since
       from cases.case group by community_id`,
    )
    const one = { cases: 4500, active: 2000, older_are_finished: true, nothing_ahead: true, since: 2018 }
    expect(rows).toEqual([one, one])
  })

  test('are numbered without gaps from month to month, and the counters go on from there', async () => {
    const rows = await asked<{ gaps: number }>(
      `select count(*)::int as gaps from (
         select community_id, left(number, 4) as period, count(*) as n, max(substr(number, 6)::int) as highest
         from cases.case group by 1, 2) months
       left join platform.counter c using (community_id, period)
       where n <> highest or c.value is distinct from n`,
    )
    expect(rows).toEqual([{ gaps: 0 }])
  })

  test('may leave the oldest bare: rows without events', async () => {
    const other = await copyDatabase()
    const seed = { ...other, cases: 6000, communities: 1, histories: 3000, now, say: () => undefined }
    const [town] = await seedBulk(seed)
    const [it] = await withClient(other.ownerUrl, async (client) => {
      await client.query(`set app.communities = '${town?.communityId ?? ''}'`)
      return (
        await client.query<{ cases: number; told: number; since: string }>(
          `select (select count(*)::int from cases.case) as cases, count(distinct case_id)::int as told,
             min(occurred_at)::text as since from cases.case_event`,
        )
      ).rows
    })
    expect(it?.cases).toBe(6000)
    expect(it?.told).toBeGreaterThan(2900)
    expect(it?.told).toBeLessThanOrEqual(3000)
    await other.drop()
  })

  test('come on top of one another', async () => {
    await seedBulk({ ...urls, cases: 100, communities: 1, now, say: () => undefined })
    expect(await asked('select count(*)::int as cases from cases.case')).toEqual([{ cases: 9000 }])
  })

  test('are never put where a real company works', async () => {
    await withClient(urls.ownerUrl, (client) =>
      client.query(
        `insert into identity.organization (id, name, created_at)
         values ('01970000-0000-7000-8000-000000000001', '和谐物业', now())`,
      ),
    )
    await expect(seedBulk({ ...urls, cases: 10, communities: 1, now, say: () => undefined })).rejects.toThrow(
      DemoProblem,
    )
  })
})
