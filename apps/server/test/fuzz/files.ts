import { deflateRawSync } from 'node:zlib'
import sharp from 'sharp'

/** Files as people and others send them, each with the type it claims. */
export type Sent = { what: string; type: string; bytes: Buffer; taken: boolean }

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crc = (bytes: Buffer): number => {
  let c = 0xffffffff
  for (const it of bytes) c = (crcTable[(c ^ it) & 0xff] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}
const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc(body), body.length + 4)
  return out
}

/** A PNG whose head says how large it is, without the pixels to go with it. */
export function hugePng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', Buffer.from([0x78, 0x9c, 0x63, 0, 0, 0, 1, 0, 1])),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A ZIP of one file; what it says about its size need not be true. */
export function zipOf(name: string, content: Buffer, said = content.length): Buffer {
  const packed = deflateRawSync(content)
  const path = Buffer.from(name)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(crc(content), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(said, 18)
  fields.writeUInt16LE(path.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, path, packed])
  const entry = Buffer.concat([
    Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'),
    fields,
    Buffer.alloc(14),
    path,
  ])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, entry, end])
}

/** A small picture as a phone makes it. */
export const smallPhoto = (format: 'png' | 'jpeg' | 'webp'): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#4b9a87' } })
    .toFormat(format)
    .toBuffer()

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const page = Buffer.from('<!doctype html><script>alert(1)</script>')

/** Pictures, and what pretends to be one. */
export async function pictures(): Promise<Sent[]> {
  const [png, jpeg, webp] = await Promise.all([smallPhoto('png'), smallPhoto('jpeg'), smallPhoto('webp')])
  const gif = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64')
  const heic = Buffer.concat([Buffer.from('\u0000\u0000\u0000\u0018ftypheic', 'latin1'), Buffer.alloc(40, 7)])
  return [
    { what: 'a PNG', type: 'image/png', bytes: png, taken: true },
    { what: 'a JPEG', type: 'image/jpeg', bytes: jpeg, taken: true },
    { what: 'a WebP', type: 'image/webp', bytes: webp, taken: true },
    { what: 'a PNG that says it is a JPEG', type: 'image/jpeg', bytes: png, taken: true },
    {
      what: 'a JPEG with a page behind it',
      type: 'image/jpeg',
      bytes: Buffer.concat([jpeg, page]),
      taken: true,
    },
    { what: 'an SVG that says it is a PNG', type: 'image/png', bytes: svg, taken: false },
    { what: 'a page that says it is a JPEG', type: 'image/jpeg', bytes: page, taken: false },
    { what: 'a GIF that says it is a PNG', type: 'image/png', bytes: gif, taken: false },
    {
      what: 'a page behind the first bytes of a GIF',
      type: 'image/webp',
      bytes: Buffer.concat([Buffer.from('GIF89a'), page]),
      taken: false,
    },
    {
      what: 'a JPEG cut short',
      type: 'image/jpeg',
      bytes: jpeg.subarray(0, Math.floor(jpeg.length / 2)),
      taken: false,
    },
    { what: 'a PNG cut short', type: 'image/png', bytes: png.subarray(0, 60), taken: false },
    { what: 'a PNG of 50,000 by 50,000', type: 'image/png', bytes: hugePng(50_000, 50_000), taken: false },
    { what: 'a PNG of nothing by nothing', type: 'image/png', bytes: hugePng(0, 0), taken: false },
    { what: 'a HEIC of noise', type: 'image/jpeg', bytes: heic, taken: false },
    { what: 'a ZIP that says it is a PNG', type: 'image/png', bytes: zipOf('a.png', png), taken: false },
    { what: 'noise', type: 'image/png', bytes: Buffer.alloc(2000, 0xa5), taken: false },
    { what: 'one byte', type: 'image/jpeg', bytes: Buffer.from([0xff]), taken: false },
    { what: 'the first bytes of a JPEG', type: 'image/jpeg', bytes: jpeg.subarray(0, 4), taken: false },
  ]
}

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Rosters, and what pretends to be one. */
export function rosters(): Sent[] {
  const csv = (text: string, type = 'text/csv') => ({ type, bytes: Buffer.from(text) })
  return [
    { what: 'a roster', ...csv('房号,姓名,手机,身份\n1栋1单元101,冯名册,13911110001,家属\n'), taken: true },
    {
      what: 'a roster of errors',
      ...csv('房号,姓名,手机,身份\n??,,123,国王\n=1+1,@SUM(A1),,\n'),
      taken: true,
    },
    {
      what: 'a roster of formulas',
      ...csv("房号,姓名\n1栋1单元201,=cmd|' /C calc'!A0\n", 'application/octet-stream'),
      taken: true,
    },
    { what: 'headings alone', ...csv('房号,姓名,手机,身份\n'), taken: false },
    { what: 'no headings', ...csv('a,b,c\n1,2,3\n'), taken: false },
    { what: 'an open quote', ...csv(`房号,姓名\n"${'x'.repeat(200_000)}`), taken: false },
    { what: 'NUL', ...csv('房号,姓名\n1\u0000,2\n'), taken: false },
    { what: 'not UTF-8', type: 'text/csv', bytes: Buffer.from([0xff, 0xff, 0xff, 0x2c, 0x0a]), taken: false },
    {
      what: 'a ZIP that is no workbook',
      type: workbook,
      bytes: zipOf('a.txt', Buffer.from('hello')),
      taken: false,
    },
    {
      what: 'a ZIP that unpacks to 60 MB',
      type: workbook,
      bytes: zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(60_000_000, 0x20)),
      taken: false,
    },
    {
      what: 'a ZIP that lies about its size',
      type: workbook,
      bytes: zipOf('xl/workbook.xml', Buffer.alloc(50_000, 0x20), 10),
      taken: false,
    },
    {
      what: 'a ZIP cut short',
      type: workbook,
      bytes: zipOf('xl/workbook.xml', Buffer.from('<x/>')).subarray(0, 40),
      taken: false,
    },
    { what: 'PK and nothing more', type: workbook, bytes: Buffer.from('PK'), taken: false },
    { what: 'a page', ...csv('<!doctype html><script>alert(1)</script>'), taken: false },
  ]
}
