import type { RefusalCode } from '@zhanggui/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pictures, rosters } from '../fuzz/files.ts'
import type { Sent } from '../fuzz/files.ts'
import { snapshot } from '../harness/snapshot.ts'
import { startWorld } from '../harness/world.ts'
import type { World } from '../harness/world.ts'
import { expectRefusal } from './expect-refusal.ts'

let world: World
let sent: Sent[]
const tables = rosters()
beforeAll(async () => {
  world = await startWorld()
  sent = await pictures()
})
afterAll(() => world.close())

const refusedPictures: Record<string, RefusalCode> = {
  'an SVG that says it is a PNG': 'file_type_refused',
  'a page that says it is a JPEG': 'file_type_refused',
  'a GIF that says it is a PNG': 'file_type_refused',
  'a page behind the first bytes of a GIF': 'file_type_refused',
  'a JPEG cut short': 'file_unreadable',
  'a PNG cut short': 'file_unreadable',
  'a PNG of 50,000 by 50,000': 'file_too_large',
  'a PNG of nothing by nothing': 'file_unreadable',
  'a HEIC of noise': 'file_type_refused',
  'a ZIP that says it is a PNG': 'file_type_refused',
  noise: 'file_type_refused',
  'one byte': 'file_type_refused',
  'the first bytes of a JPEG': 'file_unreadable',
}

const refusedRosters: Record<string, RefusalCode> = {
  'headings alone': 'roster_unreadable',
  'no headings': 'roster_unreadable',
  'an open quote': 'roster_unreadable',
  NUL: 'roster_unreadable',
  'not UTF-8': 'roster_unreadable',
  'a ZIP that is no workbook': 'roster_unreadable',
  'a ZIP that unpacks to 60 MB': 'roster_unreadable',
  'a ZIP that lies about its size': 'roster_unreadable',
  'a ZIP cut short': 'roster_unreadable',
  'PK and nothing more': 'roster_unreadable',
  'a page': 'roster_unreadable',
}

describe('a photo', () => {
  it.each(Object.entries(refusedPictures))('%s: is refused and leaves nothing behind', async (what, code) => {
    const { type, bytes } = sentOf(sent, what)
    const before = await snapshot(world)
    const headers = { 'content-type': type }
    expectRefusal(await world.call('uploadFile', { by: world.home.owner, body: bytes, headers }), { code })
    expect(await snapshot(world)).toEqual(before)
  })

  it('of every kind that is taken comes back as a JPEG made anew, whatever it said it was or carried behind', async () => {
    for (const { what, type, bytes } of sent.filter((it) => it.taken)) {
      const headers = { 'content-type': type }
      const { id, width, height } = await world.ok('uploadFile', {
        by: world.home.owner,
        body: bytes,
        headers,
      })
      const seen = await world.call('readFile', { params: { id }, by: world.home.owner })
      expect([what, width, height, seen.headers['content-type']]).toEqual([what, 40, 30, 'image/jpeg'])
      expect(seen.headers['x-content-type-options']).toBe('nosniff')
      expect(seen.rawPayload.includes('script')).toBe(false)
      expect((await sharp(seen.rawPayload).metadata()).format).toBe('jpeg')
    }
  })

  it('loses where and when it was taken', async () => {
    const taken = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#888' } })
      .withExif({
        IFD0: { Make: 'Telltale', DateTime: '2026:11:23 10:00:00' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 54/1 0/1' },
      })
      .jpeg()
      .toBuffer()
    expect(taken.includes('Telltale')).toBe(true)
    const { id } = await world.ok('uploadFile', {
      by: world.home.owner,
      body: taken,
      headers: { 'content-type': 'image/jpeg' },
    })
    for (const size of ['full', 'thumb']) {
      const seen = await world.call('readFile', { params: { id }, query: { size }, by: world.home.owner })
      expect((await sharp(seen.rawPayload).metadata()).exif).toBeUndefined()
      expect(seen.rawPayload.includes('Telltale')).toBe(false)
    }
  })

  it('has no third size', async () => {
    const seen = await world.call('readFile', {
      params: { id: world.home.ids.garden },
      query: { size: 'raw' },
      by: world.home.owner,
    })
    expectRefusal(seen, { code: 'invalid_fields', fields: ['size: not_listed'] })
  })
})

describe('a roster', () => {
  it.each(Object.entries(refusedRosters))('%s: is refused and leaves nothing behind', async (what, code) => {
    const before = await snapshot(world)
    expectRefusal(await preview(what), { code })
    expect(await snapshot(world)).toEqual(before)
  })

  it('with faults is shown with them and not applied as a whole', async () => {
    const { id, counts, rows } = (await preview('a roster of errors')).json<{
      id: string
      counts: { error: number }
      rows: { problems: unknown[] }[]
    }>()
    expect(counts.error).toBeGreaterThan(0)
    expect(rows.some((it) => it.problems.length > 0)).toBe(true)
    const before = await snapshot(world)
    const answer = await world.call('applyRoster', {
      params: { id },
      by: world.home.staff.manager,
      body: { mode: 'all' },
    })
    expectRefusal(answer, { code: 'roster_has_errors' })
    expect(await snapshot(world)).toEqual(before)
  })

  it('is applied once', async () => {
    const { id } = (await preview('a roster')).json<{ id: string }>()
    const by = world.home.staff.manager
    await world.ok('applyRoster', { params: { id }, by, body: { mode: 'all' } })
    const again = await world.call('applyRoster', { params: { id }, by, body: { mode: 'all' } })
    expectRefusal(again, { code: 'roster_applied' })
  })
})

function preview(what: string) {
  const { type, bytes } = sentOf(tables, what)
  return world.call('previewRoster', {
    params: { communityId: world.home.communityId },
    query: { fileName: '住户.csv' },
    by: world.home.staff.manager,
    body: bytes,
    headers: { 'content-type': type },
  })
}

function sentOf<T extends { what: string }>(list: readonly T[], what: string): T {
  const found = list.find((it) => it.what === what)
  if (!found) throw new Error(`there is no ${what}`)
  return found
}
