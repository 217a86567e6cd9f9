import type { Context } from '#platform/context'
import { Refusal } from '#platform/refusal'
import { signedIn } from '../access.ts'
import { revokeSessions } from '../store.ts'
import type { BrowserSession } from './enter.ts'

/** Ends one of one's own sessions; anybody else's, and one that has ended, is not found. */
export async function revokeSession(
  context: Context,
  browser: BrowserSession,
  id: string,
): Promise<Record<string, never>> {
  const actor = signedIn(context)
  const ended = await context.database.transaction([], (tx) =>
    revokeSessions(tx, { accountId: actor.accountId, only: id, now: context.now }),
  )
  if (ended === 0) throw new Refusal('not_found')
  if (id === actor.sessionId) browser.end()
  return {}
}
