import { markCaseRead } from '#modules/messaging'
import { maskedPhone, personById } from '#modules/people'
import type { CaseAction, CaseFinding, CaseView, Permission } from '@zhanggui/contract'
import {
  caseTimes,
  countsAsSolved,
  epochSeconds,
  instantText,
  needsPauseReview,
  verbsNow,
} from '@zhanggui/rules'
import type { CaseVerb, ClockState, CycleTime, Escalation } from '@zhanggui/rules'
import { sql } from 'kysely'
import { read } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { caseToRead, maySeeInternal, maySeePerson, mayWorkOn } from '../access.ts'
import type { CaseInReach, CaseRow } from '../access.ts'
import { clocksOf } from '../clocks.ts'
import { escalationOf } from '../escalation.ts'
import { recipientsAt } from '../recipients.ts'
import { canUndoUntil, finalCaseId } from '../merged.ts'
import { presentClock, presentItem, timelineOf } from '../present.ts'
import { forResident, presentPromise, promisesOfCase, speaksOfPromise } from '../promises.ts'
import { factsOf } from '../rules/facts.ts'
import { eventsForClocks } from '../store.ts'
import { hasUnseen } from './acknowledge-case.ts'
import { followersOf } from './follow-case.ts'
import { appealOf, appealUntil, reopenUntil } from './step.ts'
import { linksOf } from './relate-case.ts'

/** A case with its timeline, its clocks as of now, and what the caller may do next. Opening it reads its messages. */
export async function readCase(context: Context, id: string): Promise<CaseView> {
  return read(context, async (tx) => {
    const it = await caseToRead(context, tx, id)
    const { row } = it
    const events = await eventsForClocks(tx, row.community_id, row.id)
    const derived = await clocksOf(tx, row.community_id, events, context.now)
    const { clocks, calendars, names } = derived
    const timeline = await timelineOf(tx, row, { internal: maySeeInternal(context, it) })
    if (context.actor.kind === 'resident') await markCaseRead(context, tx, row.id)
    const seen = events.map((event) => ({ kind: event.kind, actorId: event.actorId }))
    const promises = events.some((event) => speaksOfPromise(event.detail))
      ? (await promisesOfCase(tx, row.community_id, row.id)).map((one) => presentPromise(one, context.now))
      : []
    const person = context.actor.kind === 'resident' || maySeePerson(it.permissions)
    const { due: _due, ...item } = presentItem(row, person)
    return {
      ...item,
      text: row.text,
      photos: timeline.flatMap((one) => (one.internal ? [] : one.photos)),
      person: person ? await personOf(tx, it) : null,
      clocks: clocks.map((clock) => presentClock(clock, calendars, names, context.now)),
      timeline: person
        ? timeline
        : timeline.map((one) =>
            one.actor.kind === 'resident' ? { ...one, actor: { ...one.actor, name: null } } : one,
          ),
      actions: actionsOf(context, it).filter(
        (action) =>
          action !== 'acknowledge' || row.alarm === 'raised' || hasUnseen(seen, context.actor.accountId),
      ),
      resumeAt: row.resume_at,
      closesAt: row.status === 'resolved' ? row.wake_at : null,
      closureBasis: row.closure_basis,
      reopenUntil: reopenUntil(row),
      nextEscalation: maySeeInternal(context, it)
        ? await nextEscalation(tx, row, escalationOf(row, events, derived, context.now))
        : null,
      mergedInto: await mergedInto(tx, row),
      mergedFrom: await mergedFrom(tx, row),
      links: maySeeInternal(context, it) ? await linksOf(tx, row.community_id, row.id) : [],
      followers: (await followersOf(tx, row.community_id, row.id)).length,
      promises: context.actor.kind === 'resident' ? promises.map(forResident) : promises,
      solved: row.status === 'closed' && countsAsSolved(row.closing_code, row.closure_basis),
      appealUntil: appealUntil(row),
      findings: context.actor.kind === 'staff' ? findingsOf(row, events, clocks) : [],
      times: timesOf(events, clocks, context.now),
    }
  })
}

/** The next level to come and whom it would tell as things stand. */
async function nextEscalation(
  tx: Tx,
  row: CaseRow,
  { next }: Escalation,
): Promise<CaseView['nextEscalation']> {
  if (!next || row.status === 'closed') return null
  const { subject, level, late, at, to } = next
  const people = await recipientsAt(tx, row, to, instantText(at))
  const told = people.map(({ id, name }) => ({ id, name }))
  return { subject, level, late, at: instantText(at), to: [...to], told }
}

type Events = Awaited<ReturnType<typeof eventsForClocks>>

/** What a supervisor should look at, out of history and clocks. */
function findingsOf(row: CaseRow, events: Events, clocks: readonly ClockState[]): CaseFinding[] {
  return [
    ...(clocks.some(needsPauseReview) ? (['long-pauses'] as const) : []),
    ...(events.some((it) => it.detail['finding'] === 'late-downgrade') ? (['late-downgrade'] as const) : []),
    ...(row.returned >= 2 ? (['returned-twice'] as const) : []),
    ...(row.rating !== null && row.rating <= 2 ? (['rated-low'] as const) : []),
  ]
}

function timesOf(events: Events, clocks: readonly ClockState[], now: string): CaseView['times'] {
  const { first, last, all, awaitingVerification } = caseTimes(factsOf(events), clocks, epochSeconds(now))
  const told = (it: Pick<CycleTime, 'worked' | 'wall' | 'late'>) => ({
    workedSeconds: it.worked,
    wallSeconds: it.wall,
    late: it.late,
  })
  return {
    first: first ? told(first) : null,
    last: last ? told(last) : null,
    all: told(all),
    awaitingVerificationSeconds: awaitingVerification,
  }
}

async function mergedInto(tx: Tx, row: CaseRow): Promise<CaseView['mergedInto']> {
  if (row.merged_at === null) return null
  const id = await finalCaseId(tx, row.community_id, row.id)
  const { number } = await tx
    .selectFrom('cases.case')
    .select('number')
    .where('community_id', '=', row.community_id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { id, number, canUndoUntil: canUndoUntil(row.merged_at) }
}

async function mergedFrom(tx: Tx, row: CaseRow): Promise<CaseView['mergedFrom']> {
  // case_merged_into
  const rows = await tx
    .selectFrom('cases.case')
    .select(['id', 'number', 'merged_at'])
    .where('community_id', '=', row.community_id)
    .where('merged_into', '=', row.id)
    .orderBy('merged_at')
    .orderBy('id')
    .limit(sql.lit(50))
    .execute()
  return rows.map((it) => ({ id: it.id, number: it.number, canUndoUntil: canUndoUntil(it.merged_at ?? '') }))
}

async function personOf(tx: Tx, { row }: CaseInReach): Promise<CaseView['person']> {
  if (row.person_id === null)
    return row.channel === 'qr' ? { id: null, name: null, phone: null, anonymous: true } : null
  const person = await personById(tx, [row.community_id], row.person_id)
  if (!person) return null
  return {
    id: person.id,
    name: person.name,
    phone: person.phone === null ? null : maskedPhone(person.phone),
    anonymous: false,
  }
}

const permissionOf: Record<CaseAction, Permission> = {
  accept: 'case.accept',
  assign: 'case.assign',
  reply: 'case.reply',
  note: 'case.note',
  supplement: 'case.supplement',
  pause: 'case.pause',
  resume: 'case.resume',
  resolve: 'case.resolve',
  decline: 'case.decline',
  confirm: 'case.confirm',
  reject: 'case.reject',
  rate: 'case.rate',
  cancel: 'case.cancel',
  merge: 'case.merge',
  unmerge: 'case.merge',
  urge: 'case.urge',
  acknowledge: 'case.acknowledge',
  arrive: 'case.arrive',
  appoint: 'case.appoint',
  'call-back': 'case.call-back',
  reclassify: 'case.reclassify',
  reopen: 'case.reopen',
  appeal: 'case.appeal',
  'rule-on-appeal': 'case.rule-on-appeal',
}
/** Acts whose verb has another name. */
const verbOf: Partial<Record<CaseAction, CaseVerb>> = { 'rule-on-appeal': 'uphold-appeal' }
const anybodysVerbs: CaseAction[] = ['note', 'acknowledge', 'rule-on-appeal']

/** What the caller may do now: the status allows it, the role permits it, and it is theirs to do. */
export function actionsOf(context: Context, it: CaseInReach): CaseAction[] {
  const { row } = it
  const possible: CaseVerb[] = verbsNow({
    status: row.status,
    now: epochSeconds(context.now),
    hasAssignee: row.assignee_id !== null,
    resolvedAt: row.resolved_at === null ? undefined : epochSeconds(row.resolved_at),
    lastClosedAt: row.closed_at === null ? undefined : epochSeconds(row.closed_at),
    rated: row.rating !== null,
    appeal: appealOf(row),
  })
  const mine = context.actor.kind === 'resident' || mayWorkOn(context, it)
  return (Object.keys(permissionOf) as CaseAction[]).filter((action) => {
    if (
      !possible.includes(verbOf[action] ?? (action as CaseVerb)) ||
      !it.permissions.has(permissionOf[action])
    )
      return false
    // Nobody confirms their own work.
    if (action === 'call-back' && row.assignee_id === context.actor.accountId) return false
    if (mine || anybodysVerbs.includes(action)) return true
    return action === 'accept' && row.assignee_id === null
  })
}
