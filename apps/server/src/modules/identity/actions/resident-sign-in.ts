import type { Me } from '@zhanggui/contract'
import { sql } from 'kysely'
import type { Context } from '#platform/context'
import { limitTries } from '#platform/limits'
import { Refusal } from '#platform/refusal'
import type { IdentityParts } from '../parts.ts'
import { digest } from '../secrets.ts'
import { codeDigest, codeTries, phoneOf } from '../sign-in-codes.ts'
import { nameAccount } from './name-account.ts'
import { residentSignInLimits } from '../tries.ts'
import { enter } from './enter.ts'
import type { BrowserSession } from './enter.ts'
import { makeResident } from './make-resident.ts'

/**
 * Signs a resident in by phone and code; the account is made the first time. A code counts once, for ten
 * minutes, for the browser that asked for it (`request`), and is compared at most five times, whoever tries
 * from wherever. Wrong, old, used and never issued answer alike.
 */
export async function residentSignIn(
  parts: IdentityParts,
  context: Context,
  browser: BrowserSession,
  it: { phone: string; code: string; request?: string | undefined },
): Promise<Me> {
  const phone = phoneOf(it.phone)
  await limitTries(context, 'resident-sign-in', residentSignInLimits(context))
  if (!(await useCode(context, phone, it.code, it.request ?? ''))) throw new Refusal('code_wrong_or_expired')
  const account = await context.database.transaction([], (tx) =>
    makeResident(tx, { phone, now: context.now }),
  )
  if (!account) throw new Refusal('code_wrong_or_expired')
  const answer = await enter(parts, context, browser, account)
  const name = parts.residentName && (await parts.residentName(answer.context))
  if (name === undefined || name === answer.me.account.name) return answer.me
  await context.database.transaction([], (tx) => nameAccount(tx, phone, name))
  return { ...answer.me, account: { ...answer.me.account, name } }
}

/**
 * Compares with the codes that may be used here now (the one this browser asked for, the one from the
 * counter): each comparison is counted and a match is used up in one statement, so that tries in parallel,
 * at whatever process, can neither pass five nor use a code twice.
 */
async function useCode(context: Context, phone: string, code: string, request: string): Promise<boolean> {
  const now = sql`${context.now}::timestamptz`
  const tried = await sql<{ matched: boolean }>`
    update identity.sign_in_code set
      tries = tries + 1,
      used_at = case when code_hash = case when request_hash is null
        then ${codeDigest(phone, code, '')}::bytea
        else ${codeDigest(phone, code, request)}::bytea end then ${now} end
    where phone = ${phone} and expires_at > ${now} and used_at is null and tries < ${sql.lit(codeTries)}
      and (request_hash is null or request_hash = ${digest(request)})
      and exists (select from identity.phone_holding h where h.phone = ${phone} and h.roles <> '{}')
    returning used_at is not null as matched`.execute(context.database.house)
  return tried.rows.some((it) => it.matched)
}
