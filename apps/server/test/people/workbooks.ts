import { deflateRawSync, crc32 } from 'node:zlib'
import * as xlsx from '@e965/xlsx'

export type Sheet = { name?: string; rows: unknown[][]; merges?: string[]; hidden?: boolean }

/** An XLSX file as a spreadsheet program would save it. */
export function workbook(...sheets: Sheet[]): Buffer {
  const book = xlsx.utils.book_new()
  for (const [index, { name, rows, merges }] of sheets.entries()) {
    const sheet = xlsx.utils.aoa_to_sheet(rows)
    sheet['!merges'] = (merges ?? []).map((it) => xlsx.utils.decode_range(it))
    xlsx.utils.book_append_sheet(book, sheet, name ?? `Sheet${index + 1}`)
  }
  book.Workbook = { Sheets: sheets.map((it) => ({ Hidden: it.hidden ? 1 : 0 })) }
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer
}

/** A cell with a formula and what it gave when the file was saved; nothing when it never gave anything. */
export function formula(text: string, value?: string | number): object {
  if (value === undefined) return { t: 'n', f: text }
  return typeof value === 'number' ? { t: 'n', f: text, v: value } : { t: 's', f: text, v: value }
}

/** Text as a Chinese Windows saves it. Only what the tests write is known. */
export function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const bytesOf = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      if (low !== 0x7f) bytesOf.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
    }
  }
  return Buffer.from(
    Array.from(text).flatMap((it) => (it.charCodeAt(0) < 128 ? [it.charCodeAt(0)] : (bytesOf.get(it) ?? []))),
  )
}

/** An archive of one file, which says `claimed` bytes about itself whatever it unpacks to. */
export function archive(content: Buffer, claimed = content.length): Buffer {
  const packed = deflateRawSync(content)
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(crc32(content), 10)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(claimed, 18)
  common.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed])
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02', 'latin1'),
    Buffer.from([20, 0]),
    common,
    Buffer.alloc(14),
    name,
  ])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}
