import type { Me } from '@zhanggui/contract'
import type { Context } from '#platform/context'
import { Refusal, refuseField } from '#platform/refusal'
import type { IdentityParts } from '../parts.ts'
import { isWeakPassword } from '../rules/passwords.ts'
import { digest, hashPassword } from '../secrets.ts'
import { enter } from './enter.ts'
import type { BrowserSession } from './enter.ts'
import { readInvitation } from './read-invitation.ts'

/** Accepts an invitation, once, by choosing a password, and signs in. Refused: a weak password, an invitation that is over. */
export async function acceptInvitation(
  parts: IdentityParts,
  context: Context,
  browser: BrowserSession,
  it: { token: string; password: string },
): Promise<Me> {
  const found = await readInvitation(context, it)
  if (isWeakPassword(it.password, found)) throw refuseField('password', 'invalid', 'password_weak')
  const hash = await hashPassword(it.password)
  await context.database.transaction([], async (tx) => {
    const used = await tx
      .updateTable('identity.invitation')
      .set({ used_at: context.now })
      .where('token_hash', '=', digest(it.token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', context.now)
      .returning('account_id')
      .executeTakeFirst()
    if (!used) throw new Refusal('invitation_invalid')
    const accepted = await tx
      .updateTable('identity.account')
      .set({ state: 'active', password_hash: hash })
      .where('id', '=', used.account_id)
      .where('state', '=', 'invited')
      .executeTakeFirst()
    if (accepted.numUpdatedRows !== 1n) throw new Refusal('invitation_invalid')
  })
  return (await enter(parts, context, browser, { id: found.accountId, kind: 'staff' })).me
}
