import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Context } from './context.ts'
import type { Database } from './database.ts'
import { Refusal } from './refusal.ts'

/** So many tries per key in so many seconds. An empty key (a program without a name) is not counted. */
export type Limit = { key: string; points: number; seconds: number }

/**
 * Counts a try against each limit, in the database so that any number of processes count together; refuses
 * with `too_many_tries` and the seconds to wait when one is used up. `name` keeps kinds of tries apart.
 */
export async function limitTries(context: Context, name: string, limits: Limit[]): Promise<void> {
  for (const [index, { key, points, seconds }] of limits.entries()) {
    if (key === '') continue
    const limiter = limiterOf(context.database, `${name}${index}`, points, seconds)
    try {
      await limiter.consume(key)
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      throw new Refusal('too_many_tries', {
        detail: { retryAfterSeconds: Math.ceil(error.msBeforeNext / 1000) },
      })
    }
  }
}

/** Forgets the tries under a key, after one succeeded. */
export async function forgetTries(
  context: Context,
  name: string,
  index: number,
  limit: Limit,
): Promise<void> {
  await limiterOf(context.database, `${name}${index}`, limit.points, limit.seconds).delete(limit.key)
}

const limiters = new WeakMap<Database, Map<string, RateLimiterPostgres>>()

function limiterOf(database: Database, name: string, points: number, seconds: number): RateLimiterPostgres {
  const known = limiters.get(database) ?? new Map<string, RateLimiterPostgres>()
  limiters.set(database, known)
  const id = `${name}/${points}/${seconds}`
  const limiter =
    known.get(id) ??
    new RateLimiterPostgres({
      storeClient: { query: (config: { text: string; values?: unknown[] }) => database.query(config) },
      storeType: 'client',
      schemaName: 'platform',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points,
      duration: seconds,
    })
  known.set(id, limiter)
  return limiter
}
