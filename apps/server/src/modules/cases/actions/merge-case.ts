import { householdsOf } from '#modules/people'
import { deliver } from '#modules/messaging'
import type { CaseReceipt, mergeCase as mergeShape, unmergeCase as unmergeShape } from '@zhanggui/contract'
import { instantText, isLive } from '@zhanggui/rules'
import { sql } from 'kysely'
import type * as z from 'zod'
import { change, communitiesAllowing } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { Refusal, refuseField } from '#platform/refusal'
import type { CaseRow } from '../access.ts'
import { clocksOf } from '../clocks.ts'
import { canUndoUntil, finalCaseId } from '../merged.ts'
import { eventsForClocks } from '../store.ts'
import { step } from './step.ts'

/** Both cases under their locks, taken in the order of their ids so that two merges never wait for each other. */
async function both(context: Context, tx: Tx, one: string, other: string): Promise<Map<string, CaseRow>> {
  const communities = communitiesAllowing(context, 'case.merge')
  // case_pkey, once per community in reach
  const rows = await tx
    .selectFrom('cases.case')
    .selectAll()
    .where(sql<boolean>`community_id = any(${communities}::uuid[])`)
    .where(sql<boolean>`id = any(${[one, other]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map((it) => [it.id, it]))
}

/** What each of the two notes of the other. */
const otherOf = (row: CaseRow) => ({ id: row.id, number: row.number, receivedAt: row.received_at })

/**
 * One case of a household goes on in another: the source ends and is read only, whatever comes to it later goes to the
 * target; its messages stay whose they are and show in the target's history; its clocks are called off, and the target's
 * wait began with the earlier of the two reports. A target that was finished is opened again, within its window. Only
 * the target's assignee is told; the resident when ticked.
 * Refused: the same case, one merged already (detail: where it went), cases of different households, a stale version.
 */
export function mergeCase(
  context: Context,
  id: string,
  input: z.output<typeof mergeShape>,
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    if (input.intoId === id) throw refuseField('intoId', 'invalid', 'case_merge_same')
    const rows = await both(context, tx, id, input.intoId)
    const source = rows.get(id)
    const target = rows.get(input.intoId)
    if (!source) throw new Refusal('not_found')
    // One in another community looks like one that does not exist.
    if (!target || target.community_id !== source.community_id)
      throw refuseField('intoId', 'invalid', 'not_found')
    for (const it of [source, target]) {
      if (it.status !== 'merged') continue
      const into = await finalCaseId(tx, it.community_id, it.id)
      throw new Refusal('case_merged', { detail: { id: it.id, number: it.number, into } })
    }
    if (!(await sameHousehold(tx, source, target))) throw new Refusal('case_merge_household')
    const unansweredSince = await unansweredSinceOf(context, tx, source)
    const done = await step(context, tx, source, {
      verb: 'merge',
      text: input.note || undefined,
      internal: true,
      expectedVersion: input.expectedVersion,
      detail: { other: otherOf(target) },
      set: { merged_into: target.id, merged_at: context.now },
    })
    const finished = target.status === 'resolved' || target.status === 'closed'
    const open = finished
      ? (await step(context, tx, target, { verb: 'reopen', detail: { cycle: target.cycle + 1 } })).row
      : target
    const { receipt, row } = await step(context, tx, open, {
      verb: 'absorb',
      text: input.note || undefined,
      internal: true,
      detail: { other: otherOf(source), since: source.received_at, unansweredSince },
    })
    if (row.assignee_id !== null && row.assignee_id !== context.actor.accountId)
      await tell(tx, row, { accountId: row.assignee_id }, source.text, receipt.at)
    if (input.tellResident && source.person_id !== null)
      await tell(tx, row, { personId: source.person_id }, source.text, receipt.at)
    return done.receipt
  })
}

/** Since when the resident of a case waits for an answer to a later message; undefined when nobody owes them one. */
async function unansweredSinceOf(context: Context, tx: Tx, row: CaseRow): Promise<string | undefined> {
  const events = await eventsForClocks(tx, row.community_id, row.id)
  const { clocks } = await clocksOf(tx, row.community_id, events, context.now)
  const waiting = clocks.find((it) => it.kind === 'next_response' && isLive(it))
  return waiting && instantText(waiting.startedAt)
}

function tell(
  tx: Tx,
  target: CaseRow,
  to: { accountId: string } | { personId: string },
  excerpt: string,
  at: string,
): Promise<void> {
  return deliver(tx, {
    communityId: target.community_id,
    kind: 'case-merged',
    to,
    caseId: target.id,
    caseNumber: target.number,
    excerpt,
    at,
  })
}

/**
 * The same reporter; or the same home, reported by people who share it now or by nobody in particular; or something
 * that staff reported twice of the same common place.
 */
async function sameHousehold(tx: Tx, one: CaseRow, other: CaseRow): Promise<boolean> {
  if (one.person_id !== null && one.person_id === other.person_id) return true
  if (one.place_id === null || one.place_id !== other.place_id) return false
  const persons = [one.person_id, other.person_id].filter((it) => it !== null)
  if (persons.length === 0) return one.channel === 'counter' && other.channel === 'counter'
  if (one.place_kind !== 'home') return false
  const household = await householdsOf(tx, one.community_id, [one.place_id])
  return persons.every((it) => household.some(({ personId }) => personId === it))
}

/**
 * Takes a merge back within thirty days: the source is under way again with its own history and clocks, as if it had
 * waited all along; what came after the merge stays with the target. The target may have been finished or merged on
 * in the meantime. Refused: a case that is not merged, a merge longer ago.
 */
export function unmergeCase(
  context: Context,
  id: string,
  input: z.output<typeof unmergeShape>,
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const communities = communitiesAllowing(context, 'case.merge')
    const seen = await tx
      .selectFrom('cases.case')
      .select(['merged_into'])
      .where(sql<boolean>`community_id = any(${communities}::uuid[])`)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!seen) throw new Refusal('not_found')
    const rows = await both(context, tx, id, seen.merged_into ?? id)
    const source = rows.get(id)
    const target = source?.merged_into ? rows.get(source.merged_into) : undefined
    if (!source || source.merged_at === null || !target) throw new Refusal('case_not_merged')
    if (canUndoUntil(source.merged_at) < context.now) throw new Refusal('case_unmerge_too_late')
    const { receipt } = await step(context, tx, source, {
      verb: 'unmerge',
      text: input.note || undefined,
      internal: true,
      expectedVersion: input.expectedVersion,
      detail: { other: otherOf(target) },
      set: { merged_into: null, merged_at: null },
    })
    await step(context, tx, target, {
      verb: 'release',
      text: input.note || undefined,
      internal: true,
      detail: { other: otherOf(source) },
    })
    return receipt
  })
}
