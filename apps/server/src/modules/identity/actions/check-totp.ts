import { limitTries } from '#platform/limits'
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
  await limitTries(context, 'totp', totpLimits(account.id))
  const { house } = context.database
  const step = totpStep(account.totp_secret ?? '', given.replaceAll(' ', ''), context.now)
  if (step !== undefined) {
    const taken = await house
      .updateTable('identity.account')
      .set({ totp_last_step: BigInt(step) })
      .where('id', '=', account.id)
      .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', BigInt(step))]))
      .executeTakeFirst()
    if (taken.numUpdatedRows === 1n) return
    throw new Refusal('totp_wrong')
  }
  const used = await house
    .updateTable('identity.recovery_code')
    .set({ used_at: context.now })
    .where('account_id', '=', account.id)
    .where('hash', '=', digest(plainRecoveryCode(given)))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (used.numUpdatedRows !== 1n) throw new Refusal('totp_wrong')
}
