import { parse } from 'csv-parse/sync'
import { Refusal } from '#platform/refusal'
import { cleanText } from '../rules/roster/table.ts'
import type { Cell, Table } from '../rules/roster/table.ts'
import { mostLines } from './read-workbook.ts'

/** A CSV file as spreadsheets save it: UTF-8, UTF-16 or GB18030; commas, tabs or semicolons. */
export function readCsv(bytes: Buffer): Table {
  const text = decoded(bytes)
  // No table of text holds NUL; a picture or an old binary workbook does.
  if (text.includes('\0')) throw new Refusal('roster_unreadable')
  const records = recordsOf(text)
  if (records.length > mostLines) throw new Refusal('file_too_large')
  return {
    sheet: 'CSV',
    lines: records.map((record) => record.map((it) => cellOf(cleanText(it)))),
    epoch1904: false,
  }
}

function cellOf(text: string): Cell | undefined {
  if (text === '') return undefined
  return /^\d{5}(?:\.\d+)?$/.test(text) ? { text, serial: Number(text) } : { text }
}

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    try {
      return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    } catch {
      throw new Refusal('roster_unreadable')
    }
  }
}

function recordsOf(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      // Empty lines count too: lines are told by their number.
      skip_empty_lines: false,
      max_record_size: 100_000,
    })
  } catch {
    throw new Refusal('roster_unreadable')
  }
}

/** The sign that stands most often in the first lines, outside quotes. */
function delimiterOf(text: string): string {
  const start = text
    .slice(0, 20_000)
    .split('\n', 30)
    .join('\n')
    .replaceAll(/"[^"]*"/g, '')
  const count = (sign: string) => start.split(sign).length
  return [',', '\t', ';'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}
