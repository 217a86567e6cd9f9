import { type BoardGroup, boardMetrics, type FigureRow } from '@zhanggui/contract'
import type { Say } from '../../shared/say.tsx'
import { saveText, toCsv } from '../../shared/csv.ts'
import { groupName } from './group-name.ts'
import { percentOf } from './percent.ts'

/** What is on the screen as a table: per figure its share, what counted and out of how many. */
export function tableOf(say: Say, rows: readonly FigureRow[], by: BoardGroup, first: string): string[][] {
  const head = [
    first,
    say('board.received'),
    ...boardMetrics.flatMap((it) => [
      `${say(`board.metric.${it}`)} %`,
      say(`board.term.${it}.counted`),
      say(`board.term.${it}.due`),
    ]),
  ]
  const body = rows.map((row) => [
    groupName(say, by, row),
    String(row.cases),
    ...boardMetrics.flatMap((it) => {
      const ratio = row.metrics[it] ?? { counted: 0, due: 0 }
      return [percentOf(ratio) ?? '', String(ratio.counted), String(ratio.due)]
    }),
  ])
  return [head, ...body]
}

export function saveCsv(table: readonly (readonly string[])[], name: string): void {
  saveText(toCsv(table), `${name}.csv`, 'text/csv;charset=utf-8')
}

/** The same as a workbook, numbers as numbers. The library comes when it is first asked for. */
export async function saveXlsx(table: readonly (readonly string[])[], name: string): Promise<void> {
  const { utils, writeFile } = await import('@e965/xlsx')
  const cells = table.map((row, index) =>
    row.map((cell, column) => (index > 0 && column > 0 && cell !== '' ? Number(cell) : cell)),
  )
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), 'figures')
  writeFile(book, `${name}.xlsx`)
}
