import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '#platform/database'
import { sessionLimits } from '../rules/session-limits.ts'
import { digest, newToken } from '../secrets.ts'

/**
 * A new session of an account, always with a new token, which only the answer carries: the table keeps its
 * digest. `device` is the browser's own description.
 */
export async function beginSession(
  tx: Tx,
  it: { accountId: string; kind: 'staff' | 'resident'; device: string; now: string },
): Promise<{ id: string; token: string; expiresAt: string }> {
  const token = newToken()
  const row = await tx
    .insertInto('identity.session')
    .values({
      id: v7(),
      token_hash: digest(token),
      account_id: it.accountId,
      device: it.device,
      created_at: it.now,
      last_seen_at: it.now,
      expires_at: sql<string>`${it.now}::timestamptz + ${sessionLimits[it.kind].whole}::interval`,
    })
    .returning(['id', 'expires_at'])
    .executeTakeFirstOrThrow()
  return { id: row.id, token, expiresAt: row.expires_at }
}
