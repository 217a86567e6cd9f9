import type { Chart, ChartLens } from '@zhanggui/contract'
import { allow, read } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { chartRows } from '../queries.ts'
import { chartOf } from '../rules/chart.ts'

/** Open cases by place, and whether one of them is late; told by whoever composes the program. */
export type CasesByPlace = (
  context: Context,
  tx: Tx,
  communityId: string,
) => Promise<Map<string, { open: number; late: boolean }>>

/** The building chart of a community through a lens, in two statements. */
export async function readChart(
  context: Context,
  communityId: string,
  lens: ChartLens,
  casesByPlace: CasesByPlace,
): Promise<Chart> {
  allow(context, 'estate.read', communityId)
  return read(context, async (tx) => {
    const rows = await chartRows(tx, communityId)
    const cases = await casesByPlace(context, tx, communityId)
    return { lens, at: context.now, buildings: chartOf(rows, lens, cases) }
  })
}
