import { randomBytes } from 'node:crypto'
import { change } from '#platform/context'
import type { Context } from '#platform/context'
import { placeInReach } from '../access.ts'
import { replaceCode } from '../store.ts'

/** A new QR code for a place; the one before stops working. `publicUrl` has no slash at its end. */
export async function makePlaceCode(
  context: Context,
  placeId: string,
  publicUrl: string,
): Promise<{ token: string; url: string; label: string }> {
  return change(context, async (tx) => {
    const place = await placeInReach(context, tx, 'estate.change', placeId)
    const token = randomBytes(18).toString('base64url')
    await replaceCode(tx, { token, communityId: place.communityId, placeId, now: context.now })
    return { token, url: `${publicUrl}/r/${token}`, label: place.label }
  })
}
