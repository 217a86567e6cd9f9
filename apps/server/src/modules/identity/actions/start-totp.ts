import type { Context } from '#platform/context'
import { Refusal } from '#platform/refusal'
import { ownStaffAccount } from '../access.ts'
import { newTotpSecret, totpUri } from '../totp.ts'
import type { IdentityParts } from '../parts.ts'

/**
 * A new secret for an authenticator app; it counts once a code confirms it. Refused while another one counts:
 * that is removed first, which asks for the password.
 */
export async function startTotp(
  parts: IdentityParts,
  context: Context,
): Promise<{ secret: string; uri: string }> {
  const account = await ownStaffAccount(context)
  const secret = newTotpSecret()
  const done = await context.database.house
    .updateTable('identity.account')
    .set({ totp_pending: secret })
    .where('id', '=', account.id)
    .where('totp_secret', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) throw new Refusal('bad_request')
  const host = parts.publicUrl === undefined ? '' : ` ${new URL(parts.publicUrl).host}`
  return { secret, uri: totpUri({ issuer: `掌柜${host}`, login: account.login, secret }) }
}
