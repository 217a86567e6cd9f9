import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.ts'

/** A connection inside a transaction that sees only the communities it was opened for. Whoever writes takes one. */
export type Tx = Kysely<DB> & { readonly __transaction: unique symbol }

/** A connection without communities: house-wide tables only, everything else looks empty. */
export type House = Kysely<DB>

export type Database = {
  house: House
  /** For libraries that bring their own statements on house-wide tables. */
  query(config: { text: string; values?: unknown[] }): Promise<pg.QueryResult>
  transaction<T>(communities: readonly string[], work: (tx: Tx) => Promise<T>): Promise<T>
  ready(): Promise<boolean>
  close(): Promise<void>
}

// Instants reach the program as ISO text in UTC with milliseconds, dates as they are; `infinity`, which
// sorts last in the work list, is spelled like an instant after all others.
export const never = '9999-12-31T23:59:59.999Z'
const instantOf = (text: string): string => {
  if (text === 'infinity') return never
  // 2026-11-23 08:00:00.123456+00
  const [day = '', time = ''] = text.split(' ')
  const [clock = '', fraction = ''] = time.replace(/[+-]\d\d(:?\d\d)?$/, '').split('.')
  return `${day}T${clock}.${fraction.padEnd(3, '0').slice(0, 3)}Z`
}
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, instantOf)
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text)
types.setTypeParser(pg.types.builtins.INT8, (text: string) => BigInt(text))

/**
 * Statements with parameters are prepared once per connection under a name made from their text, which
 * saves the server parsing and planning them each time. A failed COMMIT answers ROLLBACK without an
 * error; here it becomes one, because the caller must never believe in a change that is not there.
 */
class NamingClient extends pg.Client {
  // oxlint-disable-next-line typescript/no-explicit-any -- pg's query has a dozen overloads
  override query(config: any, values?: any, callback?: any): any {
    if (typeof config === 'string' && Array.isArray(values) && values.length > 0 && !callback) {
      return super.query({ text: config, values, name: nameOf(config) })
    }
    const answer = super.query(config, values, callback)
    if (config !== 'commit') return answer
    return (answer as unknown as Promise<pg.QueryResult>).then((result) => {
      if (result.command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back')
      return result
    })
  }
}

const names = new Map<string, string>()
function nameOf(text: string): string {
  let name = names.get(text)
  if (!name) {
    name = createHash('sha1').update(text).digest('base64url')
    // Statements are few and fixed; a runaway (a list of varying length) must not fill the memory.
    if (names.size < 2000) names.set(text, name)
  }
  return name
}

const sessionOptions =
  '-c TimeZone=UTC -c DateStyle=ISO -c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000'

const uuidList = /^[0-9a-f-]{36}(,[0-9a-f-]{36})*$/

/** Opens the pool of the application role. `url` may point to a Unix socket. */
export function openPool(options: { url: string; size: number; onError: (error: Error) => void }): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.size,
    types,
    Client: NamingClient,
    connectionTimeoutMillis: 5_000,
    options: sessionOptions,
  } as pg.PoolConfig)
  // Without a listener a lost idle connection ends the process.
  pool.on('error', options.onError)
  // Nor may one lost while it is at work: its query fails, and that is told to whoever asked.
  pool.on('connect', (client) => client.on('error', options.onError))
  const house = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return {
    house,
    // With the driver's own types: libraries do not expect bigint.
    query: ({ text, values }) => pool.query({ text, values: values ?? [], types: pg.types }),
    async transaction(communities, work) {
      const list = communities.join(',')
      // The list goes into the statement as text: SET takes no parameters, and only SET LOCAL travels to the
      // nodes of a distributed database. So nothing but UUIDs may pass.
      if (list !== '' && !uuidList.test(list)) throw new Error('communities must be UUIDs')
      return house.connection().execute(async (connection) => {
        await sql.raw(`begin; set local app.communities = '${list}'`).execute(connection)
        try {
          const result = await work(connection as Tx)
          await sql.raw('commit').execute(connection)
          return result
        } catch (error) {
          // The connection itself may be gone; the first error is the one to tell.
          await sql
            .raw('rollback')
            .execute(connection)
            .catch(() => undefined)
          throw error
        }
      })
    },
    async ready() {
      try {
        await sql`select 1`.execute(house)
        return true
      } catch {
        return false
      }
    },
    async close() {
      await house.destroy()
      // Kysely ends the pool only when it has used it.
      if (!pool.ended) await pool.end()
    },
  }
}

/**
 * One transaction on a connection of its own, for making much at once: statements asked for at the same time
 * travel together (pipelined), in the order in which they were asked for. The first error ends it all.
 */
export async function inOnePipeline<T>(
  url: string,
  communities: readonly string[],
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const list = communities.join(',')
  if (list !== '' && !uuidList.test(list)) throw new Error('communities must be UUIDs')
  // A statement planned while its tables are still empty would read them from end to end ever after, the checks of
  // foreign keys too; nothing here is better off without an index.
  const options = `${sessionOptions} -c enable_seqscan=off`
  const client = new NamingClient({ connectionString: url, types, options, pipeline: true })
  client.on('error', () => undefined)
  await client.connect()
  try {
    // To Kysely the one connection looks like a pool of any number.
    const connection = Object.assign(client, { release: () => undefined })
    const pool = { connect: async () => connection, end: async () => undefined }
    const tx = new Kysely<DB>({ dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }) }) as Tx
    await client.query(`begin; set local app.communities = '${list}'`)
    const result = await work(tx)
    await client.query('commit')
    return result
  } finally {
    // A transaction that was not committed ends with its connection.
    await client.end().catch(() => undefined)
  }
}

/**
 * Errors of a database that is away for the moment (restarting, out of connections) or that has undone this one of
 * two changes that waited for each other: ask again soon.
 */
export function isUnavailable(error: unknown): boolean {
  const code = (error as { code?: unknown })?.code
  if (typeof code === 'string') {
    if (/^(40001|40P01|57P0[123]|08\w{3}|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT)$/.test(code)) return true
  }
  const message = (error as { message?: unknown })?.message
  return (
    typeof message === 'string' &&
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/.test(
      message,
    )
  )
}

/** The constraint a statement broke, if that is what went wrong. */
export function brokenConstraint(error: unknown): string | undefined {
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown }
  return typeof code === 'string' && code.startsWith('23') && typeof constraint === 'string'
    ? constraint
    : undefined
}
