import { deliver } from '#modules/messaging'
import { staffMember } from '#modules/identity'
import type {
  CaseReceipt,
  NewPromise,
  NoPromiseReason,
  NotificationKind,
  RefusalCode,
} from '@zhanggui/contract'
import {
  changesUsed,
  derivePromises,
  epochSeconds,
  instantText,
  isPromisable,
  mayAnswerChange,
  mayAskChange,
  mayDecideChange,
  mayKeep,
} from '@zhanggui/rules'
import type { PromiseFact, PromiseRefusal, PromiseStanding } from '@zhanggui/rules'
import { v7 } from 'uuid'
import { change, read } from '#platform/context'
import type { Context } from '#platform/context'
import type { Database, Tx } from '#platform/database'
import { Refusal, refuseField } from '#platform/refusal'
import { caseForHouse, caseToChange, caseToRead, mayWorkOn } from '../access.ts'
import type { CaseInReach, CaseRow } from '../access.ts'
import { eventsForPromises, promisesOfCase, settlePromises } from '../promises.ts'
import { promiseFactsOf } from '../rules/promise-rows.ts'
import type { EventForPromises, PromiseNote } from '../rules/promise-rows.ts'
import { step } from './step.ts'

type Expected = { expectedVersion?: number | undefined }
type Which = { id: string; promiseId: string }

/**
 * What an answer says about a promise, for the event's detail: the promise, the reason why there is none, or that its
 * sender said neither. Refused: both at once, a time that is not ahead, a person who does not work here.
 */
export async function promiseDetail(
  context: Context,
  tx: Tx,
  row: CaseRow,
  input: { promise?: NewPromise | undefined; noPromise?: NoPromiseReason | undefined },
): Promise<{ promise: PromiseNote } | { noPromise: NoPromiseReason | 'not-stated' }> {
  const { promise: it } = input
  if (!it) return { noPromise: input.noPromise ?? 'not-stated' }
  if (input.noPromise !== undefined) throw refuseField('noPromise', 'invalid')
  if (!isPromisable(epochSeconds(it.by), epochSeconds(context.now)))
    throw refuseField('promise.by', 'invalid', 'promise_time_invalid')
  const staffId = it.staffId ?? context.actor.accountId ?? ''
  const who =
    staffId === context.actor.accountId
      ? { id: staffId, name: context.actor.name }
      : await staffMember(tx, row.community_id, staffId)
  if (!who) throw refuseField('promise.staffId', 'invalid', 'assignee_unavailable')
  return {
    promise: {
      act: 'made',
      id: v7(),
      staffId: who.id,
      staffName: who.name,
      what: it.what,
      due: instantText(epochSeconds(it.by)),
      evidence: it.evidence,
    },
  }
}

const refusalOf: Record<PromiseRefusal, RefusalCode> = {
  settled: 'promise_settled',
  'change-pending': 'promise_change_pending',
  'changes-used-up': 'promise_changes_used',
  'time-not-later': 'promise_time_invalid',
  'no-change': 'promise_no_change',
  'own-wish': 'promise_own_wish',
}
function refuseIf(refusal: PromiseRefusal | undefined, it: PromiseStanding): void {
  if (refusal === 'time-not-later') throw refuseField('by', 'invalid', 'promise_time_invalid')
  if (refusal) throw new Refusal(refusalOf[refusal], { detail: { state: it.state } })
}

type Judged = {
  it: CaseInReach
  promise: PromiseStanding
  made: Extract<PromiseNote, { act: 'made' }> | undefined
  standing: PromiseStanding[]
  facts: PromiseFact[]
}

/** One act on a promise: reach, the promise as of now under the case's lock, then the note that `decide` gives. */
function onPromise(
  context: Context,
  which: Which,
  permission: 'case.reply' | 'promise.decide' | 'promise.answer',
  input: Expected,
  decide: (at: Judged) => PromiseNote,
  then?: (tx: Tx, at: Judged, note: PromiseNote, when: string) => Promise<void>,
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const it = await caseToChange(context, tx, which.id, permission)
    if (permission === 'case.reply' && !mayWorkOn(context, it)) throw new Refusal('case_not_yours')
    const events = await eventsForPromises(tx, it.row.community_id, it.row.id)
    const facts = promiseFactsOf(events)
    const standing = derivePromises(facts, epochSeconds(context.now))
    const promise = standing.find((one) => one.id === which.promiseId)
    if (!promise) throw new Refusal('not_found')
    const at = { it, promise, made: madeOf(events, standing, promise), standing, facts }
    const note = decide(at)
    const { receipt, row } = await step(context, tx, it.row, {
      verb: 'promise',
      expectedVersion: input.expectedVersion,
      // What staff settle among themselves is not on the resident's timeline.
      internal: note.act === 'change-asked' || note.act === 'change-refused',
      ...(context.actor.kind === 'resident' ? { channel: 'app' as const } : {}),
      detail: { promise: note },
    })
    await then?.(tx, { ...at, it: { ...it, row } }, note, receipt.at)
    return receipt
  })
}

/** The words it was made with: its own, or those of the promise it took the place of. */
function madeOf(
  events: readonly EventForPromises[],
  standing: readonly PromiseStanding[],
  it: PromiseStanding,
): Judged['made'] {
  const first = it.succeeds === undefined ? it.id : standing.find((one) => one.id === it.succeeds)
  if (typeof first === 'object') return madeOf(events, standing, first)
  const note = events.find(({ promise }) => promise?.act === 'made' && promise.id === it.id)?.promise
  return note?.act === 'made' ? note : undefined
}

/** A person says that it was kept and where that is written; after the deadline it counts as kept late. */
export function keepPromise(context: Context, which: Which, input: Expected & { reference: string }) {
  return onPromise(context, which, 'case.reply', input, ({ promise }) => {
    refuseIf(mayKeep(promise), promise)
    return { act: 'kept', id: promise.id, reference: input.reference }
  })
}

/** Takes somebody else's promise back before its time; the resident is told why. Nobody withdraws their own. */
export function withdrawPromise(context: Context, which: Which, input: Expected & { reason: string }) {
  return onPromise(
    context,
    which,
    'promise.decide',
    input,
    ({ promise, made }) => {
      if (promise.state !== 'open') refuseIf('settled', promise)
      if (made?.staffId === context.actor.accountId) refuseIf('own-wish', promise)
      return { act: 'withdrawn', id: promise.id, reason: input.reason }
    },
    (tx, { it }, _note, at) => tell(tx, it.row, 'promise-withdrawn', resident(it.row), input.reason, at),
  )
}

/** 延期: asks for another time, with a reason. Changes nothing until a second person and the resident agree. */
export function askPromiseChange(
  context: Context,
  which: Which,
  input: Expected & { reason: string; by: string },
) {
  return onPromise(context, which, 'case.reply', input, ({ promise, facts, standing }) => {
    const due = epochSeconds(input.by)
    refuseIf(mayAskChange(promise, due, epochSeconds(context.now), changesUsed(facts, standing)), promise)
    return {
      act: 'change-asked',
      id: promise.id,
      due: instantText(due),
      reason: input.reason,
      by: context.actor.accountId ?? '',
      byName: context.actor.name,
    }
  })
}

/** Another person than who asked approves or refuses; once approved, the resident is told and asked. */
export function decidePromiseChange(
  context: Context,
  which: Which,
  input: Expected & { verdict: 'approve' | 'refuse' },
) {
  const approved = input.verdict === 'approve'
  return onPromise(
    context,
    which,
    'promise.decide',
    input,
    ({ promise }) => {
      refuseIf(mayDecideChange(promise, context.actor.accountId ?? ''), promise)
      return {
        act: approved ? 'change-approved' : 'change-refused',
        id: promise.id,
        byName: context.actor.name,
      }
    },
    async (tx, { it, promise, made }, _note, at) => {
      const what = made?.what ?? ''
      if (approved) await tell(tx, it.row, 'promise-change-offered', resident(it.row), what, at)
      else await tell(tx, it.row, 'promise-change-refused', staff([promise.change?.askedBy]), what, at)
    },
  )
}

/**
 * The resident agrees to the offered time or objects. With consent the new time is a promise of its own and the old
 * one is no longer due; without it the old one stands, and is broken at its own deadline.
 */
export function answerPromiseChange(
  context: Context,
  which: Which,
  input: Expected & { answer: 'agree' | 'object' },
) {
  const agreed = input.answer === 'agree'
  return onPromise(
    context,
    which,
    'promise.answer',
    input,
    ({ promise }) => {
      refuseIf(mayAnswerChange(promise), promise)
      return agreed
        ? { act: 'change-agreed', id: promise.id, successor: v7() }
        : { act: 'change-objected', id: promise.id }
    },
    (tx, { it, promise, made }, _note, at) =>
      tell(
        tx,
        it.row,
        agreed ? 'promise-change-agreed' : 'promise-change-objected',
        staff([promise.change?.askedBy, made?.staffId]),
        made?.what ?? '',
        at,
      ),
  )
}

type To = { personId: string } | { accountId: string }
const resident = (row: CaseRow): To[] => (row.person_id === null ? [] : [{ personId: row.person_id }])
const staff = (ids: (string | undefined)[]): To[] =>
  [...new Set(ids)].flatMap((accountId) => (accountId ? [{ accountId }] : []))

async function tell(
  tx: Tx,
  row: CaseRow,
  kind: NotificationKind,
  people: readonly To[],
  excerpt: string,
  at: string,
): Promise<void> {
  for (const to of people)
    await deliver(tx, {
      communityId: row.community_id,
      kind,
      to,
      caseId: row.id,
      caseNumber: row.number,
      excerpt,
      at,
    })
}

/** The promise of a case that still runs or was broken and that falls due first; undefined without one. */
export function openPromise(context: Context, id: string): Promise<string | undefined> {
  return read(context, async (tx) => {
    const { row } = await caseToRead(context, tx, id)
    const stored = await promisesOfCase(tx, row.community_id, row.id)
    return stored.find((it) => it.state === 'open' || it.state === 'broken')?.id
  })
}

/** Job `cases:promise`: a deadline has passed. Looks at the case's promises anew, under its lock, whatever happened since. */
export async function judgePromises(
  database: Database,
  payload: { communityId: string; caseId: string },
  now: string,
): Promise<void> {
  await database.transaction([payload.communityId], async (tx) => {
    const row = await caseForHouse(tx, payload.communityId, payload.caseId)
    if (row) await settlePromises(tx, row, now)
  })
}
