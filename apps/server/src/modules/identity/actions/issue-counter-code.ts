import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { newCode } from '../secrets.ts'
import { codeDigest, codeSeconds } from '../sign-in-codes.ts'

/**
 * A sign-in code that staff hand to a resident whose identity they checked. It is bound to no browser; a new
 * one ends the one before. `phone` in its stored form. The caller has checked the permission.
 */
export async function issueCounterCode(
  tx: Tx,
  context: Context,
  phone: string,
): Promise<{ code: string; expiresAt: string }> {
  const { now } = context
  await tx
    .updateTable('identity.sign_in_code')
    .set({ expires_at: now })
    .where('phone', '=', phone)
    .where('request_hash', 'is', null)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
  const code = newCode()
  const row = await tx
    .insertInto('identity.sign_in_code')
    .values({
      id: v7(),
      phone,
      code_hash: codeDigest(phone, code, ''),
      issued_by: context.actor.accountId,
      created_at: now,
      expires_at: sql<string>`${now}::timestamptz + ${sql.lit(`${codeSeconds} seconds`)}::interval`,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow()
  return { code, expiresAt: row.expires_at }
}
