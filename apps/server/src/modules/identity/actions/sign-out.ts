import type { Context } from '#platform/context'
import { revokeSessions } from '../store.ts'
import type { BrowserSession } from './enter.ts'

/** Ends the session of this browser. */
export async function signOut(context: Context, browser: BrowserSession): Promise<Record<string, never>> {
  const { actor, now } = context
  if (actor.sessionId !== null) {
    await context.database.transaction([], (tx) =>
      revokeSessions(tx, { accountId: actor.accountId, only: actor.sessionId, now }),
    )
  }
  browser.end()
  return {}
}
