import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Context } from '#platform/context'
import { limitTries } from '#platform/limits'
import { Refusal } from '#platform/refusal'
import type { IdentityParts } from '../parts.ts'
import { digest, newCode, newToken } from '../secrets.ts'
import { codeDigest, codeSeconds, phoneOf } from '../sign-in-codes.ts'
import { codeLimits } from '../tries.ts'

/**
 * Sends a sign-in code to a phone that some archive knows. A phone that nobody knows gets the same answer
 * from the same statement, but nothing is stored or sent, so that no code for it can exist. Refused, for all
 * phones alike: when codes can not be sent, and when asked for too often.
 */
export async function requestCode(
  parts: IdentityParts,
  context: Context,
  it: { phone: string },
): Promise<{ request: string; expiresInSeconds: number; demoCode?: string }> {
  if (!parts.sendCode && !parts.demo) throw new Refusal('sms_unavailable')
  const phone = phoneOf(it.phone)
  await limitTries(context, 'code', codeLimits(context, phone))
  const code = newCode()
  const request = newToken()
  const { now } = context
  const stored = await sql`
    insert into identity.sign_in_code (id, phone, code_hash, request_hash, created_at, expires_at)
    select ${v7()}, ${phone}, ${codeDigest(phone, code, request)}, ${digest(request)}, ${now}::timestamptz,
      ${now}::timestamptz + ${sql.lit(`${codeSeconds} seconds`)}::interval
    where exists (select from identity.phone_holding where phone = ${phone} and roles <> '{}')`.execute(
    context.database.house,
  )
  if (stored.numAffectedRows === 1n) void parts.sendCode?.(phone, code).catch(() => undefined)
  return { request, expiresInSeconds: codeSeconds, ...(parts.demo ? { demoCode: code } : {}) }
}
