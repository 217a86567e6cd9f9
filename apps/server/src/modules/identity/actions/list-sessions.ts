import type { Context } from '#platform/context'
import { signedIn } from '../access.ts'
import { liveSessions } from '../queries.ts'
import { deviceName } from '../rules/device-name.ts'

/** Where somebody is signed in: the sessions that still stand, newest first. */
export async function listSessions(context: Context) {
  const actor = signedIn(context)
  const sessions = await liveSessions(context.database.house, actor, context.now)
  return {
    items: sessions.map((it) => ({
      id: it.id,
      current: it.id === actor.sessionId,
      device: deviceName(it.device),
      signedInAt: it.created_at,
      lastSeenAt: it.last_seen_at,
    })),
  }
}
