import type { Context } from '#platform/context'
import { ownStaffAccount } from '../access.ts'
import { confirmPassword } from './change-password.ts'

/** Removes one's authenticator and its recovery codes. Refused without the right password. */
export async function removeTotp(context: Context, it: { password: string }): Promise<Record<string, never>> {
  const account = await ownStaffAccount(context)
  await confirmPassword(context, account, 'password', it.password)
  await context.database.transaction([], async (tx) => {
    await tx
      .updateTable('identity.account')
      .set({ totp_secret: null, totp_pending: null, totp_last_step: null })
      .where('id', '=', account.id)
      .execute()
    await tx.deleteFrom('identity.recovery_code').where('account_id', '=', account.id).execute()
  })
  return {}
}
