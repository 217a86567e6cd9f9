import * as xlsx from '@e965/xlsx'
import type { CellObject, Range, WorkSheet } from '@e965/xlsx'
import { Refusal } from '#platform/refusal'
import { cleanText } from '../rules/roster/table.ts'
import type { Cell, Table } from '../rules/roster/table.ts'
import { refuseBombs } from './unpacked-size.ts'

/** More lines than the largest community has residents, and more columns than a roster has. */
export const mostLines = 20_000
const mostColumns = 100

/** The visible sheets of an XLSX file. Formulas are never computed: what they last gave is taken. */
export async function readWorkbook(bytes: Buffer): Promise<Table[]> {
  await refuseBombs(bytes)
  const book = parsed(bytes)
  const epoch1904 = book.Workbook?.WBProps?.date1904 === true
  return book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name]
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    if (!sheet || hidden) return []
    return [{ sheet: cleanText(name), lines: linesOf(sheet), epoch1904 }]
  })
}

function parsed(bytes: Buffer): xlsx.WorkBook {
  try {
    return xlsx.read(bytes, {
      type: 'buffer',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellStyles: false,
      cellNF: true,
      // One more than is taken, so that too long a sheet is seen and not cut off.
      sheetRows: mostLines + 1,
    })
  } catch {
    throw new Refusal('roster_unreadable')
  }
}

function linesOf(sheet: WorkSheet): (Cell | undefined)[][] {
  const rows = (sheet['!data'] ?? []) as (CellObject | undefined)[][]
  if (rows.length > mostLines) throw new Refusal('file_too_large')
  const lines = Array.from(rows, (row) =>
    Array.from((row ?? []).slice(0, mostColumns), (cell) => (cell ? cellOf(cell) : undefined)),
  )
  for (const merge of sheet['!merges'] ?? []) fillMerge(lines, merge)
  return lines
}

/** A merged cell says its value for all the cells it covers. */
function fillMerge(lines: (Cell | undefined)[][], { s: from, e: to }: Range): void {
  const cell = lines[from.r]?.[from.c]
  if (!cell) return
  for (let line = from.r; line <= Math.min(to.r, lines.length - 1); line += 1) {
    for (let column = from.c; column <= Math.min(to.c, mostColumns - 1); column += 1) {
      const row = lines[line]
      if (row) row[column] = cell
    }
  }
}

function cellOf(cell: CellObject): Cell | undefined {
  const { t, v, z } = cell
  if (v === undefined || v === null || t === 'z') return undefined
  if (typeof v === 'number' && t === 'n') {
    const isDate = typeof z === 'string' && xlsx.SSF.is_date(z)
    // A date shows as it is formatted; a number as it is, without the noise of binary fractions.
    const text = isDate ? cell.w || String(v) : numberText(v)
    return isDate ? { text, serial: v, isDate } : { text, serial: v }
  }
  const text = cleanText(t === 'e' ? (cell.w ?? '#') : String(v))
  return text === '' ? undefined : { text }
}

function numberText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value)
  return String(Number(value.toPrecision(12)))
}
