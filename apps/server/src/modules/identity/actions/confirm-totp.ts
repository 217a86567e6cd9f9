import { randomBytes } from 'node:crypto'
import type { Context } from '#platform/context'
import { forgetTries, limitTries } from '#platform/limits'
import { Refusal, refuseField } from '#platform/refusal'
import { ownStaffAccount } from '../access.ts'
import { plainRecoveryCode, writeRecoveryCode } from '../rules/recovery-codes.ts'
import { digest } from '../secrets.ts'
import { totpStep } from '../totp.ts'
import { totpLimits } from '../tries.ts'

const recoveryCodes = 8

/**
 * Puts the pending authenticator in force, shown to work by a code (which is thereby used), and answers eight
 * recovery codes, this once. Refused: a wrong code; nothing pending.
 */
export async function confirmTotp(
  context: Context,
  it: { code: string },
): Promise<{ recoveryCodes: string[] }> {
  const account = await ownStaffAccount(context)
  const pending = account.totp_pending
  if (pending === null) throw new Refusal('bad_request')
  const limits = totpLimits(account.id)
  await limitTries(context, 'totp', limits)
  const step = totpStep(pending, it.code, context.now)
  if (step === undefined) throw refuseField('code', 'invalid', 'totp_wrong')
  await forgetTries(context, 'totp', 0, limits[0])
  const codes = Array.from({ length: recoveryCodes }, () => writeRecoveryCode(randomBytes(10)))
  await context.database.transaction([], async (tx) => {
    const done = await tx
      .updateTable('identity.account')
      .set({ totp_secret: pending, totp_pending: null, totp_last_step: BigInt(step) })
      .where('id', '=', account.id)
      .where('totp_pending', '=', pending)
      .executeTakeFirst()
    // Somebody began anew in another window meanwhile.
    if (done.numUpdatedRows !== 1n) throw new Refusal('bad_request')
    await tx.deleteFrom('identity.recovery_code').where('account_id', '=', account.id).execute()
    await tx
      .insertInto('identity.recovery_code')
      .values(codes.map((code) => ({ account_id: account.id, hash: digest(plainRecoveryCode(code)) })))
      .execute()
  })
  return { recoveryCodes: codes }
}
