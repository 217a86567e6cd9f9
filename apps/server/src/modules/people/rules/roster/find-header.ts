import { headingText, meaningOf } from './columns.ts'
import type { Meaning } from './columns.ts'
import { columnLetter } from './table.ts'
import type { Table } from './table.ts'

export type Column = { index: number; column: string; heading: string; meaning: Meaning | null }
export type Header = { line: number; columns: Column[] }

/** Titles, dates and names of whoever made the table stand above the headings, but not more than this. */
const searched = 40

/**
 * The line whose cells say the most about what stands below them: the rooms and at least one thing about them. Of
 * headings over two lines it is the lower one. Undefined when no line does.
 */
export function findHeader(table: Table): Header | undefined {
  let best: Header | undefined
  let most = 1
  for (const [index] of table.lines.slice(0, searched).entries()) {
    const columns = columnsOf(table, index)
    const said = new Set(columns.flatMap((it) => it.meaning ?? []))
    if (!said.has('room') || said.size <= most) continue
    most = said.size
    best = { line: index + 1, columns }
  }
  return best
}

function columnsOf(table: Table, line: number): Column[] {
  const cells = table.lines[line] ?? []
  const columns = Array.from(cells, (cell, index): Column & { rank: number } => {
    const heading = headingText(cell?.text ?? '')
    const known = meaningOf(heading)
    return {
      index,
      column: columnLetter(index),
      heading,
      meaning: known?.meaning ?? null,
      rank: known?.rank ?? 0,
    }
  })
  // A title merged over the table says the same in every column: that is no heading for any.
  const filled = columns.filter((it) => it.heading !== '')
  if (filled.length > 1 && new Set(filled.map((it) => it.heading)).size === 1) return []
  const chosen = new Map<Meaning, Column & { rank: number }>()
  for (const it of filled) {
    if (it.meaning === null) continue
    const before = chosen.get(it.meaning)
    if (!before || it.rank < before.rank) chosen.set(it.meaning, it)
  }
  return filled.map(({ rank: _rank, ...it }) => ({
    ...it,
    meaning: it.meaning !== null && chosen.get(it.meaning)?.index === it.index ? it.meaning : null,
  }))
}
