import type { Me } from '@zhanggui/contract'
import type { Context } from '#platform/context'
import type { Input } from '#platform/http/serving'
import type { IdentityParts } from '../parts.ts'
import { revokeSessions } from '../store.ts'
import { authenticate } from './authenticate.ts'
import { beginSession } from './begin-session.ts'
import { me } from './me.ts'

export type BrowserSession = Input<never>['session']

/**
 * Signs an account in at this browser, after every check has passed: a new token, the session that the
 * browser had before ended, the cookie set. Answers who they are now, and the context in which they act.
 */
export async function enter(
  parts: IdentityParts,
  context: Context,
  browser: BrowserSession,
  account: { id: string; kind: 'staff' | 'resident' },
): Promise<{ me: Me; context: Context }> {
  const { actor: before, now, database } = context
  const session = await database.transaction([], async (tx) => {
    if (before.sessionId !== null) {
      await revokeSessions(tx, { accountId: before.accountId, only: before.sessionId, now })
    }
    return beginSession(tx, { accountId: account.id, kind: account.kind, device: context.device, now })
  })
  const actor = await authenticate(database, session.token, now)
  if (!actor) throw new Error('a session just begun does not stand')
  browser.begin(session.token, session.expiresAt)
  const entered = { ...context, actor }
  return { me: await me(parts, entered), context: entered }
}
