import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { FileStore } from '#platform/files'
import { storePhoto } from '#platform/photos'
import type { Photo } from '#platform/photos'
import { instantText } from '@zhanggui/rules'
import sharp from 'sharp'
import type { Act } from './act.ts'
import { drawings, drawingSvg } from './drawings.ts'
import type { Drawing } from './drawings.ts'
import { demoCommunityId } from './ids.ts'
import type { Accounts } from './play.ts'

/** The same act in a demonstration without pictures. */
export function withoutPhotos(act: Act): Act {
  const { deed } = act
  if (!('photos' in deed) || deed.photos.length === 0) return act
  const bare = { ...deed, photos: [] }
  if (bare.do === 'tick') return { ...act, deed: { ...bare, passed: '没有拍照' } }
  return { ...act, deed: bare.do === 'resolve' ? { ...bare, noPhotoReason: '现场没有可拍的变化' } : bare }
}

export type Drawn = ReadonlyMap<Drawing, Photo>

/** Draws every picture once into the store. */
export async function draw(store: FileStore): Promise<Drawn> {
  const drawn = new Map<Drawing, Photo>()
  for (const it of drawings) {
    const picture = await sharp(Buffer.from(drawingSvg(it)))
      .jpeg({ quality: 80 })
      .toBuffer()
    drawn.set(it, await storePhoto(store, picture))
  }
  return drawn
}

/** Notes the photos that people take, by whoever takes them, before they are hung on anything. */
export async function takePhotos(
  tx: Tx,
  acts: readonly Act[],
  accounts: Accounts,
  drawn: Drawn | undefined,
): Promise<void> {
  if (!drawn) return
  const rows = acts.flatMap(({ at, by, deed }) => {
    const taken = 'photos' in deed ? deed.photos : []
    const account =
      typeof by === 'string' ? null : 'staff' in by ? by.staff.id : (accounts.get(by.resident.id) ?? null)
    return taken.map(({ id, drawing }) => {
      const photo = drawn.get(drawing)
      if (!photo) throw new Error(`nobody has drawn ${drawing}`)
      const { sha256, width, height, bytes } = photo
      return { id, by: account, sha256: sha256.toString('hex'), width, height, bytes, at: instantText(at) }
    })
  })
  await sql`
    insert into platform.file (community_id, id, uploaded_by, sha256, type, width, height, bytes, at)
    select ${demoCommunityId}::uuid, id, by, decode(sha256, 'hex'), 'image/jpeg', width, height, bytes, at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (id uuid, by uuid, sha256 text, width integer, height integer, bytes integer, at timestamptz)`.execute(
    tx,
  )
}
