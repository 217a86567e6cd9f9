import { boardMetrics } from '@zhanggui/contract'
import type { BoardMetric, Ratio } from '@zhanggui/contract'

export type Cell = { key: string; kind: string; metrics: Record<BoardMetric, Ratio> }

/**
 * What each group would count if each kind of case went as it goes in all groups together: the sum over kinds of the
 * group's denominator times the rate of that kind (indirect standardisation). Comparing a person with this instead of
 * with the mean is fair to whoever gets the harder cases. A kind nobody was due for adds nothing.
 */
export function expectedByMix(cells: readonly Cell[]): Map<string, Record<BoardMetric, number>> {
  const rates = new Map<string, Record<BoardMetric, Ratio>>()
  for (const { kind, metrics } of cells) {
    const sum = rates.get(kind) ?? everyMetric(() => ({ counted: 0, due: 0 }))
    rates.set(
      kind,
      everyMetric((it) => ({
        counted: sum[it].counted + metrics[it].counted,
        due: sum[it].due + metrics[it].due,
      })),
    )
  }
  const expected = new Map<string, Record<BoardMetric, number>>()
  for (const { key, kind, metrics } of cells) {
    const before = expected.get(key) ?? everyMetric(() => 0)
    const rate = rates.get(kind)
    expected.set(
      key,
      everyMetric(
        (it) =>
          before[it] + (rate && rate[it].due > 0 ? (metrics[it].due * rate[it].counted) / rate[it].due : 0),
      ),
    )
  }
  return expected
}

export function everyMetric<T>(of: (metric: BoardMetric) => T): Record<BoardMetric, T> {
  return Object.fromEntries(boardMetrics.map((it) => [it, of(it)])) as Record<BoardMetric, T>
}
