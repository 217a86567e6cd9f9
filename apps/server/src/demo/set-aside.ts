import type { Tx } from '#platform/database'
import { sql } from 'kysely'
import type pg from 'pg'

/**
 * Takes keys, indexes and foreign keys off tables, all in the caller's transaction; the function given back puts
 * them on again just as they were, which checks every row. Filling tables so takes a third of the time. Whoever
 * calls owns the tables.
 */
export async function setAside(
  client: pg.ClientBase,
  tables: readonly string[],
): Promise<() => Promise<void>> {
  const { rows: constraints } = await client.query<{
    name: string
    of: string
    kind: string
    definition: string
  }>(
    `select quote_ident(conname) as name, conrelid::regclass::text as of, contype as kind,
       pg_get_constraintdef(oid) as definition
     from pg_constraint
     where contype in ('p', 'f') and (conrelid = any($1::regclass[]) or confrelid = any($1::regclass[]))
     order by contype = 'p', conname`,
    [tables],
  )
  const { rows: forced } = await client.query<{ of: string }>(
    `select distinct c.oid::regclass::text as of
     from pg_constraint k join pg_class c on c.oid in (k.conrelid, k.confrelid)
     where k.contype = 'f' and c.relforcerowsecurity
       and (k.conrelid = any($1::regclass[]) or k.confrelid = any($1::regclass[]))`,
    [tables],
  )
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i
     where i.indrelid = any($1::regclass[])
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype = 'p')
     order by 1`,
    [tables],
  )
  for (const { of, name } of constraints) await client.query(`alter table ${of} drop constraint ${name}`)
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  return async () => {
    for (const { definition } of indexes) await client.query(definition)
    // Without counts, and through the policies, a foreign key over a million rows is checked by a loop in a loop.
    // Nobody sees the policies gone: these tables are locked, and whatever happens they are back at the commit.
    await client.query(`analyze ${tables.join(', ')}`)
    for (const { of } of forced) await client.query(`alter table ${of} no force row level security`)
    // Keys before the foreign keys that lean on them.
    for (const { of, name, definition } of constraints.toReversed()) {
      await client.query(`alter table ${of} add constraint ${name} ${definition}`)
    }
    for (const { of } of forced) await client.query(`alter table ${of} force row level security`)
  }
}

/**
 * Takes the indexes that only make lists fast off the tables, where these are still empty; the function given back
 * makes them again. In one transaction every change of a case leaves another entry in each of them, and none of the
 * old ones can be cleared away until its end. Whoever calls owns the tables.
 */
export async function setListsAside(tx: Tx, tables: readonly string[]): Promise<() => Promise<void>> {
  const none = () => Promise.resolve()
  for (const table of tables) {
    const { rows } = await sql`select from ${sql.raw(table)} limit 1`.execute(tx)
    if (rows.length > 0) return none
  }
  const { rows: indexes } = await sql<{ name: string; definition: string }>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index where indrelid = any(${tables}::regclass[]) and not indisunique order by 1`.execute(tx)
  for (const { name } of indexes) await sql`drop index ${sql.raw(name)}`.execute(tx)
  return async () => {
    for (const { definition } of indexes) await sql.raw(definition).execute(tx)
  }
}
