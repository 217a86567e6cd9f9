import { v7 } from 'uuid'
import { systemContext } from '#platform/context'
import type { Context } from '#platform/context'
import type { House, Tx } from '#platform/database'
import type { FileStore } from '#platform/files'
import { readPhoto, recordPhoto, storePhoto } from '#platform/photos'
import { limitTries } from '#platform/limits'
import { Refusal } from '#platform/refusal'
import { FileAnswer } from '#platform/http/serving'

export type PhotoParts = {
  store: FileStore
  /** Whether the caller may see a photo, by what it is attached to. */
  mayReadPhoto(context: Context, tx: Tx, photoId: string): Promise<boolean>
  /** The community and place of a QR code in use. */
  placeOfCode(house: House, token: string): Promise<{ communityId: string; placeId: string } | undefined>
}

/** Takes in a photo for the caller's community. Not yet attached: only the uploader can see or use it. */
export async function uploadPhoto(
  parts: PhotoParts,
  context: Context,
  communityId: string | undefined,
  bytes: Buffer,
) {
  const { actor } = context
  const reach = actor.reach.find((it) => communityId === undefined || it.communityId === communityId)
  if (!reach || actor.accountId === null) throw new Refusal('not_found')
  await limitTries(context, 'upload', [{ key: actor.accountId, points: 200, seconds: 3600 }])
  return keep(parts, context, reach.communityId, actor.accountId, bytes)
}

/** Takes in a photo from somebody without an account who stands before a QR code. */
export async function uploadPublicPhoto(parts: PhotoParts, context: Context, token: string, bytes: Buffer) {
  await limitTries(context, 'public-upload', [{ key: context.address, points: 30, seconds: 3600 }])
  const place = await parts.placeOfCode(context.database.house, token)
  if (!place) throw new Refusal('link_invalid')
  return keep(
    parts,
    systemContext(context.database, context.now, [place.communityId]),
    place.communityId,
    null,
    bytes,
  )
}

async function keep(
  parts: PhotoParts,
  context: Context,
  communityId: string,
  uploadedBy: string | null,
  bytes: Buffer,
) {
  const photo = await storePhoto(parts.store, bytes)
  const id = v7()
  await context.database.transaction([communityId], (tx) =>
    recordPhoto(tx, photo, { communityId, id, uploadedBy, at: context.now }),
  )
  return { id, width: photo.width, height: photo.height, bytes: photo.bytes }
}

/** A photo in the caller's reach: what they uploaded, or what hangs on something they may see. */
export async function showPhoto(parts: PhotoParts, context: Context, id: string, size: 'thumb' | 'full') {
  const communities = context.actor.reach.map((it) => it.communityId)
  const sha256 = await context.database.transaction(communities, async (tx) => {
    for (const communityId of communities) {
      const file = await tx
        .selectFrom('platform.file')
        .select(['uploaded_by', 'sha256'])
        .where('community_id', '=', communityId)
        .where('id', '=', id)
        .executeTakeFirst()
      if (!file) continue
      const own = file.uploaded_by !== null && file.uploaded_by === context.actor.accountId
      if (own || (await parts.mayReadPhoto(context, tx, id))) return file.sha256
    }
    throw new Refusal('not_found')
  })
  return new FileAnswer(await readPhoto(parts.store, sha256, size), 'image/jpeg')
}
