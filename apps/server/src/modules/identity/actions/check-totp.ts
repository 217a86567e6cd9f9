import { forgetTries, limitTries } from '#platform/limits'
import type { Context } from '#platform/context'
import { Refusal } from '#platform/refusal'
import type { Credentials } from '../queries.ts'
import { digest } from '../secrets.ts'
import { totpStep } from '../totp.ts'
import { totpLimits } from '../tries.ts'
import { plainRecoveryCode } from '../rules/recovery-codes.ts'

/**
 * The second step of signing in: six digits of the authenticator, whose 30-second step counts once and never
 * again, or a recovery code, which is used up. Refused: anything else.
 */
export async function checkTotp(context: Context, account: Credentials, given: string): Promise<void> {
  const limits = totpLimits(account.id)
  await limitTries(context, 'totp', limits)
  if (!(await isRight(context, account, given))) throw new Refusal('totp_wrong')
  await forgetTries(context, 'totp', 0, limits[0])
}

async function isRight(context: Context, account: Credentials, given: string): Promise<boolean> {
  const { house } = context.database
  const step = totpStep(account.totp_secret ?? '', given.replaceAll(' ', ''), context.now)
  if (step !== undefined) {
    const taken = await house
      .updateTable('identity.account')
      .set({ totp_last_step: BigInt(step) })
      .where('id', '=', account.id)
      .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', BigInt(step))]))
      .executeTakeFirst()
    return taken.numUpdatedRows === 1n
  }
  const used = await house
    .updateTable('identity.recovery_code')
    .set({ used_at: context.now })
    .where('account_id', '=', account.id)
    .where('hash', '=', digest(plainRecoveryCode(given)))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}
