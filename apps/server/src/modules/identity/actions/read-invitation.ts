import type { Context } from '#platform/context'
import { Refusal } from '#platform/refusal'
import { openInvitation } from '../queries.ts'
import { digest } from '../secrets.ts'

/** Whom an invitation is for. Used, over and never made answer alike. */
export async function readInvitation(
  context: Context,
  it: { token: string },
): Promise<{ accountId: string; name: string; login: string; organization: string; expiresAt: string }> {
  const found = await openInvitation(context.database.house, digest(it.token), context.now)
  if (!found) throw new Refusal('invitation_invalid')
  return found
}
