import type pg from 'pg'
import { withClient } from '../../src/platform/postgres/connect.ts'
import type { TestServer } from './server.ts'

/** Counters of tries move with every try, refused or not. */
const leftOut = ['platform.rate_limit', 'platform.migration']

/**
 * What every table holds, as one digest each, over all communities: two that are equal say that nothing changed
 * between them.
 */
export async function snapshot(server: Pick<TestServer, 'urls'>): Promise<Record<string, string>> {
  return withClient(server.urls.ownerUrl, async (client) => {
    await client.query(`set app.communities = '${(await communityIds(client)).join(',')}'`)
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('platform', 'identity', 'estate', 'people', 'workforce', 'messaging', 'cases') order by 1`,
    )
    const parts = tables.rows
      .filter((it) => !leftOut.includes(it.name))
      .map(
        ({ name }) =>
          `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as digest from ${name} t`,
      )
    const found = await client.query<{ name: string; digest: string }>(parts.join(' union all '))
    return Object.fromEntries(found.rows.map((it) => [it.name, it.digest]))
  })
}

/** Every community there is, for a session that is to see them all. */
export async function communityIds(client: pg.ClientBase): Promise<string[]> {
  // Row-level security hides communities that are not asked for; appointments and holdings are house-wide.
  const found = await client.query<{ id: string }>(
    `select community_id as id from identity.appointment union select community_id from identity.phone_holding`,
  )
  return found.rows.map((it) => it.id)
}
