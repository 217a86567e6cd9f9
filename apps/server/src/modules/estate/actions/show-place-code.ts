import { read } from '#platform/context'
import type { Context } from '#platform/context'
import { Refusal } from '#platform/refusal'
import { placeInReach } from '../access.ts'
import { currentCode } from '../communities.ts'

/**
 * The QR code in force at a place, so that a torn or faded sign is printed again and every other copy goes on working.
 * It hangs on a wall for anybody to read, so it is no secret to those who look after the place. Refused: a place
 * without a code looks like no place. `publicUrl` has no slash at its end.
 */
export async function showPlaceCode(
  context: Context,
  placeId: string,
  publicUrl: string,
): Promise<{ token: string; url: string; label: string }> {
  return read(context, async (tx) => {
    const place = await placeInReach(context, tx, 'estate.change', placeId)
    const token = await currentCode(tx, place.communityId, placeId)
    if (token === undefined) throw new Refusal('not_found')
    return { token, url: `${publicUrl}/r/${token}`, label: place.label }
  })
}
