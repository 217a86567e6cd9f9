import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { openFileStore } from '../../src/platform/files.ts'
import { readPhoto, storePhoto } from '../../src/platform/photos.ts'
import { Refusal } from '../../src/platform/refusal.ts'
import { startS3 } from '../../src/platform/simulators/s3.ts'
import { memoryStore } from '../harness/memory-store.ts'

const directory = mkdtempSync(join(tmpdir(), 'zhanggui-files-'))
afterAll(() => rmSync(directory, { recursive: true }))
const s3 = {
  accessKey: 'AKIDEXAMPLE',
  secretKey: 'secret/with+signs',
  bucket: 'photos',
  region: 'cn-north-1',
}

describe('the file store', () => {
  it('gives back what was put, on disk and in S3 alike', async () => {
    const simulator = await startS3(s3)
    try {
      for (const store of [
        openFileStore({ url: undefined, directory }),
        openFileStore({ url: simulator.url, directory }),
      ]) {
        const bytes = Buffer.from('一张照片')
        await store.put('photos/ab/one.jpg', bytes, 'image/jpeg')
        await store.put('photos/ab/one.jpg', bytes, 'image/jpeg')
        expect(await store.get('photos/ab/one.jpg')).toEqual(bytes)
        expect(await store.get('photos/ab/none.jpg')).toBeUndefined()
      }
      expect([...simulator.kept.keys()]).toEqual(['/photos/photos/ab/one.jpg'])
      expect(readdirSync(join(directory, 'photos/ab')), 'no half-written parts stay').toEqual(['one.jpg'])
    } finally {
      await simulator.close()
    }
  })

  it('fails loudly when S3 refuses, and never takes a refusal for an absent file', async () => {
    const simulator = await startS3(s3)
    try {
      const wrong = openFileStore({ url: simulator.url.replace('secret', 'wrong'), directory })
      await expect(wrong.put('a', Buffer.from('x'), 'image/jpeg')).rejects.toThrow(/403/)
      await expect(wrong.get('a')).rejects.toThrow(/403/)
    } finally {
      await simulator.close()
    }
  })
})

describe('a photo', () => {
  const store = memoryStore()
  const refusal = async (bytes: Buffer) => {
    const error: unknown = await storePhoto(store, bytes).catch((it: unknown) => it)
    return error instanceof Refusal ? error.code : error
  }

  it('is encoded anew: upright, within 2048 pixels, without where it was taken', async () => {
    const bytes = await sharp({ create: { width: 4000, height: 1000, channels: 3, background: '#c8452f' } })
      .withExif({ IFD0: { Make: 'PhoneMaker' }, IFD3: { GPSLatitude: '31/1 13/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(bytes.includes('PhoneMaker')).toBe(true)
    const photo = await storePhoto(store, bytes)
    expect(photo).toMatchObject({ width: 512, height: 2048 })
    const kept = await readPhoto(store, photo.sha256, 'full')
    expect((await sharp(kept).metadata()).exif).toBeUndefined()
    expect((await sharp(await readPhoto(store, photo.sha256, 'thumb')).metadata()).width).toBe(400)
  })

  it('is judged by what it is, not by what it is called', async () => {
    expect(
      await refusal(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')),
    ).toBe('file_type_refused')
    expect(await refusal(Buffer.from('%PDF-1.7 ...'))).toBe('file_type_refused')
    expect(await refusal(Buffer.from('not a picture at all'))).toBe('file_type_refused')
    expect(await refusal(Buffer.alloc(0))).toBe('file_type_refused')
  })

  it('is refused when it can not be decoded whole', async () => {
    const whole = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(await refusal(whole.subarray(0, whole.length / 2))).toBe('file_unreadable')
  })

  it('is refused before decoding when it claims too many pixels', async () => {
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    // Width and height stand at byte 16 of a PNG; the checksum after them is made to fit.
    bytes.writeUInt32BE(50_000, 16)
    bytes.writeUInt32BE(50_000, 20)
    const { crc32 } = await import('node:zlib')
    bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
    expect(await refusal(bytes)).toBe('file_too_large')
  })
})
