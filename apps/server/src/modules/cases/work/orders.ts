import { staffMember } from '#modules/identity'
import { deliver } from '#modules/messaging'
import { rolePermissions } from '@zhanggui/contract'
import type { CaseReceipt, CaseWorkView, openWorkOrder as shape } from '@zhanggui/contract'
import { offersFor } from '@zhanggui/rules'
import type * as z from 'zod'
import { change, read } from '#platform/context'
import type { Context } from '#platform/context'
import { brokenConstraint } from '#platform/database'
import type { Tx } from '#platform/database'
import { Refusal, refuseField } from '#platform/refusal'
import { caseToChange, caseToRead, maySeeInternal, mayWorkOn } from '../access.ts'
import type { CaseInReach, CaseRow } from '../access.ts'
import { step } from '../actions/step.ts'
import { presentOrder } from './present.ts'
import { newestProcedures, procedureInUse } from './procedures.ts'
import { quotesOf } from './quotes.ts'
import { caseOfOrder, closeOrder, missingOf, ordersOf } from './store.ts'
import type { Order, OrderRow } from './store.ts'

const inWork = (row: CaseRow): boolean => ['new', 'open', 'paused'].includes(row.status)

/** Work is recorded by whoever the order is for, and by those who may work on its case. */
export function mayRecord(context: Context, it: CaseInReach, order: OrderRow): boolean {
  if (!it.permissions.has('work.do') || order.state !== 'open' || !inWork(it.row)) return false
  return order.assignee_id === context.actor.accountId || mayWorkOn(context, it)
}

/** The work orders of a case with their checklists as of now; for staff also the procedures that fit it, best first. */
export async function readCaseWork(context: Context, id: string): Promise<CaseWorkView> {
  return read(context, async (tx) => {
    const it = await caseToRead(context, tx, id)
    const { row } = it
    const inside = maySeeInternal(context, it)
    const orders = await ordersOf(tx, row.community_id, row.id)
    const mayOpen = it.permissions.has('work.open') && inWork(row)
    const procedures = mayOpen ? await newestProcedures(tx, row.community_id) : []
    const offers = offersFor(
      procedures.filter((one) => !one.retired),
      { kind: row.kind, placeKind: row.place_kind, text: row.text },
    )
    return {
      orders: orders.map((order) =>
        presentOrder(order, {
          inside,
          may: {
            record: mayRecord(context, it, order.row),
            drop: it.permissions.has('case.assign') && order.row.state === 'open' && inWork(row),
          },
        }),
      ),
      offers: offers.map(({ procedure, words, byKind, byPlace }) => ({
        procedureId: procedure.id,
        name: procedure.name,
        version: procedure.version,
        steps: procedure.steps.length,
        words: [...words],
        byKind,
        byPlace,
      })),
      mayOpen,
      quotes: await quotesOf(tx, row.community_id, row.id),
      mayQuote:
        it.permissions.has('work.quote') && inWork(row) && row.person_id !== null && mayWorkOn(context, it),
    }
  })
}

/**
 * Opens a work order on a case by the newest version of a procedure, which it keeps. It is for the member of staff
 * named, else the case's assignee, else a worker who opens it; they are told. Refused: a procedure that is not there or
 * retired, somebody who can not do work here, nobody to do it (`case_needs_assignee`), a case that is over.
 */
export function openWorkOrder(
  context: Context,
  caseId: string,
  input: z.output<typeof shape>,
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const it = await caseToChange(context, tx, caseId, 'work.open')
    const { row } = it
    const { accountId } = context.actor
    const procedure = await procedureInUse(tx, row.community_id, input.procedureId)
    if (!procedure) throw refuseField('procedureId', 'invalid', 'procedure_unknown')
    const worker = it.reach.roles.includes('worker')
    const wanted = input.assigneeId ?? row.assignee_id ?? (worker ? accountId : null)
    if (wanted === null || accountId === null) throw new Refusal('case_needs_assignee')
    // A worker opens work on what is theirs, or takes up what is nobody's.
    if (!mayWorkOn(context, it) && !(row.assignee_id === null && wanted === accountId))
      throw new Refusal('case_not_yours')
    const to = await staffMember(tx, row.community_id, wanted)
    if (!to?.roles.some((role) => rolePermissions[role].includes('work.do')))
      throw refuseField('assigneeId', 'invalid', 'assignee_unavailable')
    const name = procedure.name['zh-Hans']
    const { receipt } = await step(context, tx, row, {
      verb: 'begin-work',
      text: name,
      expectedVersion: input.expectedVersion,
      detail: { workOrderId: input.id, procedureId: procedure.id, procedureVersion: procedure.version },
    })
    const seq = (await ordersOf(tx, row.community_id, row.id)).length + 1
    try {
      await tx
        .insertInto('cases.work_order')
        .values({
          community_id: row.community_id,
          id: input.id,
          case_id: row.id,
          seq,
          procedure_version_id: procedure.versionId,
          assignee_id: to.id,
          assignee_name: to.name,
          note: input.note || null,
          cycle: row.cycle,
          opened_at: receipt.at,
          opened_by: accountId,
          opened_by_name: context.actor.name,
        })
        .execute()
    } catch (error) {
      if (brokenConstraint(error) === 'work_order_pkey') throw new Refusal('key_reused')
      throw error
    }
    if (to.id !== accountId) {
      await deliver(tx, {
        communityId: row.community_id,
        kind: 'case-assigned',
        to: { accountId: to.id },
        caseId: row.id,
        caseNumber: row.number,
        excerpt: input.note ? `${name}：${input.note}` : name,
        at: receipt.at,
      })
    }
    return receipt
  })
}

/** An order in reach and its case, both locked, as one that may still be worked on. */
export async function orderToWorkOn(
  context: Context,
  tx: Tx,
  orderId: string,
  permission: 'work.do' | 'case.assign',
): Promise<{ it: CaseInReach; order: Order }> {
  const it = await caseToChange(context, tx, await caseOfOrder(context, tx, orderId), permission)
  // Read under the case's lock, so that what is judged is what is there.
  const order = (await ordersOf(tx, it.row.community_id, it.row.id)).find((one) => one.row.id === orderId)
  if (!order) throw new Refusal('not_found')
  if (order.row.state !== 'open') throw new Refusal('work_over', { detail: { state: order.row.state } })
  if (!inWork(it.row)) throw new Refusal('case_status', { detail: { status: it.row.status } })
  if (permission === 'work.do' && !mayRecord(context, it, order.row)) throw new Refusal('case_not_yours')
  return { it, order }
}

/** Finishes an order. Refused (`work_unfinished`, with the steps) while a required step waits. */
export function finishWorkOrder(
  context: Context,
  id: string,
  input: { note?: string | undefined },
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const { it, order } = await orderToWorkOn(context, tx, id, 'work.do')
    refuseUnfinished([order])
    return (await finish(context, tx, it.row, order, input.note)).receipt
  })
}

/** Drops an order: the work is not done by it. The reason stays on the order and on the case. */
export function dropWorkOrder(context: Context, id: string, input: { reason: string }): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const { it, order } = await orderToWorkOn(context, tx, id, 'case.assign')
    const { receipt } = await step(context, tx, it.row, {
      verb: 'drop-work',
      text: `${order.procedure.name['zh-Hans']}：${input.reason}`,
      internal: true,
      detail: { workOrderId: id },
    })
    const by = { id: context.actor.accountId, name: context.actor.name }
    await closeOrder(tx, order.row, { state: 'dropped', at: receipt.at, by, reason: input.reason })
    return receipt
  })
}

/**
 * Before a case is resolved: its open orders end with it. Refused (`work_unfinished`) while one of their required steps
 * waits. Answers the case as it is then.
 */
export async function finishOpenOrders(
  context: Context,
  tx: Tx,
  row: CaseRow,
  expectedVersion: number | undefined,
): Promise<{ row: CaseRow; expectedVersion: number | undefined }> {
  const open = (await ordersOf(tx, row.community_id, row.id)).filter((it) => it.row.state === 'open')
  if (open.length === 0) return { row, expectedVersion }
  if (expectedVersion !== undefined && expectedVersion !== row.version) return { row, expectedVersion }
  refuseUnfinished(open)
  let latest = row
  for (const order of open) latest = (await finish(context, tx, latest, order)).row
  return { row: latest, expectedVersion: undefined }
}

function refuseUnfinished(orders: readonly Order[]): void {
  const unfinished = orders.flatMap((it) => {
    const missing = missingOf(it)
    if (missing.length === 0) return []
    return [
      {
        id: it.row.id,
        seq: it.row.seq,
        name: it.procedure.name,
        steps: missing.map((one) => ({ key: one.key, title: one.title })),
      },
    ]
  })
  if (unfinished.length > 0) throw new Refusal('work_unfinished', { detail: { orders: unfinished } })
}

async function finish(context: Context, tx: Tx, row: CaseRow, order: Order, note?: string) {
  const name = order.procedure.name['zh-Hans']
  const done = await step(context, tx, row, {
    verb: 'finish-work',
    text: note ? `${name}：${note}` : name,
    detail: { workOrderId: order.row.id },
  })
  const by = { id: context.actor.accountId, name: context.actor.name }
  await closeOrder(tx, order.row, { state: 'done', at: done.receipt.at, by })
  return done
}
