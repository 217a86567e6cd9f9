import { sql } from 'kysely'
import type { Database } from '#platform/database'

/**
 * Job `identity:tidy`, nightly: what is over and names a phone or an address does not stay. Sign-in codes a day
 * after they ended, sessions a month after they ended, counted tries when their time is up.
 */
export async function tidy(database: Database, now: string): Promise<void> {
  const { house } = database
  await sql`delete from identity.sign_in_code where expires_at < ${now}::timestamptz - interval '1 day'`.execute(
    house,
  )
  await sql`delete from identity.session
    where coalesce(revoked_at, expires_at) < ${now}::timestamptz - interval '30 days'`.execute(house)
  await sql`delete from platform.rate_limit
    where expire < extract(epoch from ${now}::timestamptz) * 1000`.execute(house)
}
