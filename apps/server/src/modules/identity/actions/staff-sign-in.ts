import type { Me } from '@zhanggui/contract'
import type { Context } from '#platform/context'
import { forgetTries, limitTries } from '#platform/limits'
import { Refusal } from '#platform/refusal'
import type { IdentityParts } from '../parts.ts'
import { credentialsByLogin } from '../queries.ts'
import { passwordMatches } from '../secrets.ts'
import { staffSignInLimits } from '../tries.ts'
import { checkTotp } from './check-totp.ts'
import { enter } from './enter.ts'
import type { BrowserSession } from './enter.ts'

/**
 * Signs a staff member in by password and, where an authenticator is set up, its code. An unknown login, a
 * wrong password and an account that may not sign in answer alike and take as long.
 */
export async function staffSignIn(
  parts: IdentityParts,
  context: Context,
  browser: BrowserSession,
  it: { login: string; password: string; totp?: string | undefined },
): Promise<Me> {
  const login = it.login.toLowerCase()
  const limits = staffSignInLimits(context, login)
  await limitTries(context, 'staff-sign-in', limits)
  const account = await credentialsByLogin(context.database.house, login)
  const matches = await passwordMatches(account?.password_hash, it.password)
  if (!account || !matches || account.kind !== 'staff' || account.state !== 'active') {
    throw new Refusal('sign_in_failed')
  }
  if (account.totp_secret !== null) {
    if (it.totp === undefined) {
      await forgetTries(context, 'staff-sign-in', 0, limits[0])
      throw new Refusal('totp_required')
    }
    await checkTotp(context, account, it.totp)
  }
  await forgetTries(context, 'staff-sign-in', 0, limits[0])
  return (await enter(parts, context, browser, account)).me
}
