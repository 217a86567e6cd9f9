import type { MaterialLine, ProcedureBody } from '@zhanggui/contract'
import { waitingSteps } from '@zhanggui/rules'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { Refusal } from '#platform/refusal'
import type { CasesWorkEntry, CasesWorkOrder } from '#platform/schema'

export type OrderRow = Selectable<CasesWorkOrder>
export type EntryRow = Selectable<CasesWorkEntry>

/** An order with the version of the procedure it keeps and all that was recorded, in order. */
export type Order = { row: OrderRow; procedure: Procedure; entries: EntryRow[] }
export type Procedure = ProcedureBody & { id: string; version: number }

/** The work orders of a case, oldest first. Two statements. */
export async function ordersOf(tx: Tx, communityId: string, caseId: string): Promise<Order[]> {
  // work_order_seq, procedure_version_pkey
  const rows = await tx
    .selectFrom('cases.work_order as o')
    .innerJoin('cases.procedure_version as p', (join) =>
      join.onRef('p.community_id', '=', 'o.community_id').onRef('p.id', '=', 'o.procedure_version_id'),
    )
    .selectAll('o')
    .select(['p.procedure_id', 'p.version', 'p.body'])
    .where('o.community_id', '=', communityId)
    .where('o.case_id', '=', caseId)
    .orderBy('o.seq')
    .execute()
  if (rows.length === 0) return []
  const entries = await entriesOf(
    tx,
    communityId,
    rows.map((it) => it.id),
  )
  return rows.map(({ procedure_id, version, body, ...row }) => ({
    row,
    procedure: { ...(body as unknown as ProcedureBody), id: procedure_id, version },
    entries: entries.filter((it) => it.work_order_id === row.id),
  }))
}

async function entriesOf(tx: Tx, communityId: string, orderIds: string[]): Promise<EntryRow[]> {
  // work_entry_turn
  return tx
    .selectFrom('cases.work_entry')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('work_order_id', '=', sql<string>`any(${orderIds}::uuid[])`)
    .orderBy('at')
    .orderBy('turn')
    .execute()
}

/** Which case an order in the caller's communities belongs to. Refused (`not_found`) where there is none. */
export async function caseOfOrder(context: Context, tx: Tx, orderId: string): Promise<string> {
  const communities = context.actor.reach.map((it) => it.communityId)
  // work_order_pkey, once per community in reach
  const found = await tx
    .selectFrom('cases.work_order')
    .select('case_id')
    .where('community_id', '=', sql<string>`any(${communities}::uuid[])`)
    .where('id', '=', orderId)
    .executeTakeFirst()
  if (!found) throw new Refusal('not_found')
  return found.case_id
}

/** Ends an order that is open. */
export async function closeOrder(
  tx: Tx,
  order: OrderRow,
  how: { state: 'done' | 'dropped'; at: string; by: { id: string | null; name: string }; reason?: string },
): Promise<void> {
  await tx
    .updateTable('cases.work_order')
    .set({
      state: how.state,
      closed_at: how.at,
      closed_by: how.by.id,
      closed_by_name: how.by.name,
      drop_reason: how.reason ?? null,
    })
    .where('community_id', '=', order.community_id)
    .where('id', '=', order.id)
    .execute()
}

/** The required steps of an order for which nothing is recorded yet. */
export const missingOf = (it: Order) => waitingSteps(it.procedure.steps, it.entries)

export const materialsOf = (it: EntryRow) => it.materials as unknown as MaterialLine[]
