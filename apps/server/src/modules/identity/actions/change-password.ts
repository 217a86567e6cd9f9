import type { Context } from '#platform/context'
import { forgetTries, limitTries } from '#platform/limits'
import { refuseField } from '#platform/refusal'
import { ownStaffAccount } from '../access.ts'
import type { Credentials } from '../queries.ts'
import { isWeakPassword } from '../rules/passwords.ts'
import { hashPassword, passwordMatches } from '../secrets.ts'
import { revokeSessions } from '../store.ts'
import { ownPasswordLimits } from '../tries.ts'

/** Changes one's own password and ends one's other sessions. Refused: a wrong current one, a weak or unchanged new one. */
export async function changePassword(
  context: Context,
  it: { current: string; next: string },
): Promise<Record<string, never>> {
  const account = await ownStaffAccount(context)
  await confirmPassword(context, account, 'current', it.current)
  if (it.next === it.current) throw refuseField('next', 'invalid')
  if (isWeakPassword(it.next, account)) throw refuseField('next', 'invalid', 'password_weak')
  const hash = await hashPassword(it.next)
  const { sessionId } = context.actor
  await context.database.transaction([], async (tx) => {
    await tx
      .updateTable('identity.account')
      .set({ password_hash: hash })
      .where('id', '=', account.id)
      .execute()
    await revokeSessions(tx, {
      accountId: account.id,
      ...(sessionId === null ? {} : { except: sessionId }),
      now: context.now,
    })
  })
  return {}
}

/** Asks for the password again before something weighty; refuses the field that held a wrong one. */
export async function confirmPassword(
  context: Context,
  account: Credentials,
  field: string,
  password: string,
): Promise<void> {
  const limits = ownPasswordLimits(account.id)
  await limitTries(context, 'own-password', limits)
  if (!(await passwordMatches(account.password_hash, password))) throw refuseField(field, 'invalid')
  await forgetTries(context, 'own-password', 0, limits[0])
}
