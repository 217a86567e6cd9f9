import { Refusal } from '#platform/refusal'
import { findHeader } from '../rules/roster/find-header.ts'
import type { Header } from '../rules/roster/find-header.ts'
import { readRows } from '../rules/roster/read-rows.ts'
import type { ReadRow } from '../rules/roster/read-rows.ts'
import type { Table } from '../rules/roster/table.ts'
import { readCsv } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'

/** A roster as its file has it. */
export type ReadRoster = { sheet: string; header: Header; rows: ReadRow[] }

/** Reads a roster: of a workbook the first sheet that has headings and lines below them. */
export async function readRosterFile(bytes: Buffer): Promise<ReadRoster> {
  for (const table of await tablesOf(bytes)) {
    const header = findHeader(table)
    if (!header) continue
    const rows = readRows(table, header)
    if (rows.length > 0) return { sheet: table.sheet, header, rows }
  }
  throw new Refusal('roster_unreadable')
}

async function tablesOf(bytes: Buffer): Promise<Table[]> {
  // What a file is is told by its first bytes, not by its name.
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return readWorkbook(bytes)
  return [readCsv(bytes)]
}
