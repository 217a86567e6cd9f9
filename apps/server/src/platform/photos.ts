import { createHash } from 'node:crypto'
import { imageTypes } from '@zhanggui/contract'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import type { Tx } from './database.ts'
import type { FileStore } from './files.ts'
import { Refusal } from './refusal.ts'

const pixelLimit = 60_000_000
const accepted: readonly string[] = imageTypes

export type Photo = { sha256: Buffer; width: number; height: number; bytes: number }

// Two cores serve everybody: one picture at a time per thread pool slot is enough.
sharp.concurrency(1)
sharp.cache(false)

/**
 * Takes a photo in: its type judged by content, not by what the sender says; decoded and encoded anew, which
 * drops hidden content and where it was taken; a small copy beside. Refused: other types, more than 60 million
 * pixels, anything that can not be decoded whole.
 */
export async function storePhoto(store: FileStore, bytes: Buffer): Promise<Photo> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (!found || !accepted.includes(found.mime)) throw new Refusal('file_type_refused')
  const picture = sharp(bytes, { limitInputPixels: pixelLimit, failOn: 'error', animated: false })
  try {
    const full = await picture
      .clone()
      .rotate()
      .resize({ width: 2048, height: 2048, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true })
    const thumb = await sharp(full.data)
      .resize({ width: 400, height: 400, fit: 'cover' })
      .jpeg({ quality: 76 })
      .toBuffer()
    const sha256 = createHash('sha256').update(full.data).digest()
    await store.put(keyOf(sha256, 'full'), full.data, 'image/jpeg')
    await store.put(keyOf(sha256, 'thumb'), thumb, 'image/jpeg')
    return { sha256, width: full.info.width, height: full.info.height, bytes: full.data.length }
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message)) throw new Refusal('file_too_large')
    if (error instanceof Error && /store answered|ENOSPC|EACCES|fetch failed/.test(error.message)) throw error
    throw new Refusal('file_unreadable')
  }
}

export async function readPhoto(store: FileStore, sha256: Buffer, size: 'full' | 'thumb'): Promise<Buffer> {
  const bytes = await store.get(keyOf(sha256, size))
  if (!bytes) throw new Refusal('not_found')
  return bytes
}

const keyOf = (sha256: Buffer, size: string): string => {
  const name = sha256.toString('hex')
  return `photos/${name.slice(0, 2)}/${name}.${size}.jpg`
}

/** Notes a stored photo as a community's, with who uploaded it (null: without an account). */
export async function recordPhoto(
  tx: Tx,
  photo: Photo,
  of: { communityId: string; id: string; uploadedBy: string | null; at: string },
): Promise<void> {
  await tx
    .insertInto('platform.file')
    .values({
      community_id: of.communityId,
      id: of.id,
      uploaded_by: of.uploadedBy,
      sha256: photo.sha256,
      type: 'image/jpeg',
      width: photo.width,
      height: photo.height,
      bytes: photo.bytes,
      at: of.at,
    })
    .execute()
}
