import { boardMetrics } from '@zhanggui/contract'
import type { BoardGroup, BoardMetric, FigureRow, Ratio } from '@zhanggui/contract'
import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { cohort, groupSql, metricSql } from './metrics.ts'
import type { Span } from './metrics.ts'
import { everyMetric, expectedByMix } from './rules/case-mix.ts'

type Row = { key: string; label: string | null; kind: string; cases: number } & Record<string, unknown>

/** The figures of a span by group, groups in order of their key; one statement. By person the case mix comes along. */
export async function figuresOf(tx: Tx, span: Span, by: BoardGroup | 'community'): Promise<FigureRow[]> {
  const mix = by === 'person'
  const { key, label } = groupSql[by]
  const sums = boardMetrics.map(
    (it) =>
      sql`coalesce(sum(${metricSql[it].counted}), 0)::int as ${sql.ref(`${it}_counted`)}, coalesce(sum(${metricSql[it].due}), 0)::int as ${sql.ref(`${it}_due`)}`,
  )
  const found = await sql<Row>`
    select ${key} as key, max(${label}) as label, ${mix ? sql`c.kind` : sql`'all'`} as kind, count(*)::int as cases, ${sql.join(sums)}
    from ${cohort(span)}
    group by 1, 3 order by 1, 3`.execute(tx)
  const cells = found.rows.map((row) => ({
    ...row,
    metrics: everyMetric((it) => ratioIn(row, it)),
  }))
  const expected = mix ? expectedByMix(cells) : undefined
  const rows = new Map<string, FigureRow>()
  for (const cell of cells) {
    const before = rows.get(cell.key)
    rows.set(cell.key, {
      key: cell.key,
      label: before?.label ?? cell.label,
      cases: (before?.cases ?? 0) + cell.cases,
      metrics: everyMetric((it) => add(before?.metrics[it], cell.metrics[it])),
      expected: expected?.get(cell.key) ?? null,
    })
  }
  return [...rows.values()]
}

const ratioIn = (row: Row, metric: BoardMetric): Ratio => ({
  counted: Number(row[`${metric}_counted`]),
  due: Number(row[`${metric}_due`]),
})
const add = (a: Ratio | undefined, b: Ratio): Ratio => ({
  counted: (a?.counted ?? 0) + b.counted,
  due: (a?.due ?? 0) + b.due,
})
