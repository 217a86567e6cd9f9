import { deliver } from '#modules/messaging'
import type { PromiseItem, PromiseState, PromiseView } from '@zhanggui/contract'
import { epochSeconds, instantText } from '@zhanggui/rules'
import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Tx } from '#platform/database'
import { queueJob, tellLive } from '#platform/outbox'
import type { CasesPromise } from '#platform/schema'
import type { CaseRow } from './access.ts'
import { promiseRows } from './rules/promise-rows.ts'
import type { EventForPromises, PromiseNote, PromiseRow } from './rules/promise-rows.ts'

type StoredPromise = Selectable<CasesPromise>

/** The events of a case as promises need them, in order. */
export async function eventsForPromises(
  tx: Tx,
  communityId: string,
  caseId: string,
): Promise<EventForPromises[]> {
  // case_event_order
  const rows = await sql<EventForPromises>`
    select seq, kind, occurred_at, actor_kind, internal, cardinality(photos) as photos, detail -> 'promise' as promise
    from cases.case_event where community_id = ${communityId} and case_id = ${caseId} order by seq`.execute(
    tx,
  )
  return rows.rows
}

/** Whether an event's detail says something about a promise. */
export const speaksOfPromise = (detail: Record<string, unknown>): boolean => detail['promise'] !== undefined

/**
 * Brings the promises of a case to where its events say they stand at `now`. The case must be locked. A new promise
 * gets a job at its deadline; who promised, who has the case and who tracks it are told once when one is broken.
 */
export async function settlePromises(
  tx: Tx,
  row: Pick<
    CaseRow,
    'community_id' | 'id' | 'number' | 'assignee_id' | 'tracker_id' | 'version' | 'person_id'
  >,
  now: string,
): Promise<void> {
  const { community_id: communityId, id: caseId } = row
  const derived = promiseRows(await eventsForPromises(tx, communityId, caseId), now)
  const stored = new Map((await promisesOfCase(tx, communityId, caseId)).map((it) => [it.id, it]))
  const changed = derived.filter((it) => {
    const before = stored.get(it.id)
    return (
      !before ||
      before.state !== it.state ||
      before.change_state !== it.change_state ||
      before.change_due_at !== it.change_due_at
    )
  })
  if (changed.length === 0) return
  await savePromises(tx, communityId, caseId, changed)
  for (const it of changed) {
    const before = stored.get(it.id)?.state
    if (before === undefined && it.state === 'open') await wakeAtDeadline(tx, communityId, caseId, it)
    if ((before ?? 'open') === 'open' && it.state === 'broken') await tellBroken(tx, row, it)
  }
}

async function savePromises(tx: Tx, communityId: string, caseId: string, rows: PromiseRow[]): Promise<void> {
  await sql`
    insert into cases.promise as p (community_id, id, case_id, staff_id, staff_name, what, evidence, made_at, due_at, state,
      settled_at, broken_at, reference, succeeds, change_state, change_due_at, change_reason, change_asked_by,
      change_asked_by_name, change_decided_by_name)
    select ${communityId}::uuid, r.id, ${caseId}::uuid, r.staff_id, r.staff_name, r.what, r.evidence, r.made_at, r.due_at, r.state,
      r.settled_at, r.broken_at, r.reference, r.succeeds, r.change_state, r.change_due_at, r.change_reason, r.change_asked_by,
      r.change_asked_by_name, r.change_decided_by_name
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, staff_id uuid, staff_name text, what text, evidence text,
      made_at timestamptz, due_at timestamptz, state text, settled_at timestamptz, broken_at timestamptz, reference text,
      succeeds uuid, change_state text, change_due_at timestamptz, change_reason text, change_asked_by uuid,
      change_asked_by_name text, change_decided_by_name text)
    on conflict (community_id, id) do update set state = excluded.state, settled_at = excluded.settled_at,
      broken_at = excluded.broken_at, reference = excluded.reference, change_state = excluded.change_state,
      change_due_at = excluded.change_due_at, change_reason = excluded.change_reason,
      change_asked_by = excluded.change_asked_by, change_asked_by_name = excluded.change_asked_by_name,
      change_decided_by_name = excluded.change_decided_by_name
    where p.case_id = excluded.case_id`.execute(tx)
}

/** One second after the deadline, because the deadline's own second still keeps it. */
async function wakeAtDeadline(tx: Tx, communityId: string, caseId: string, it: PromiseRow): Promise<void> {
  await queueJob(
    tx,
    'cases:promise',
    { communityId, caseId },
    { runAt: instantText(epochSeconds(it.due_at) + 1), key: `cases:promise:${it.id}` },
  )
}

async function tellBroken(
  tx: Tx,
  row: Pick<
    CaseRow,
    'community_id' | 'id' | 'number' | 'assignee_id' | 'tracker_id' | 'version' | 'person_id'
  >,
  it: PromiseRow,
): Promise<void> {
  for (const accountId of new Set(
    [it.staff_id, row.assignee_id, row.tracker_id].filter((one) => one !== null),
  ))
    await deliver(tx, {
      communityId: row.community_id,
      kind: 'promise-broken',
      to: { accountId },
      caseId: row.id,
      caseNumber: row.number,
      excerpt: it.what,
      at: it.due_at,
    })
  await tellLive(tx, {
    kind: 'case',
    communityId: row.community_id,
    id: row.id,
    version: row.version,
    ...(row.person_id ? { personIds: [row.person_id] } : {}),
  })
}

/** The stored promises of a case, in the order they were made. */
export async function promisesOfCase(tx: Tx, communityId: string, caseId: string): Promise<StoredPromise[]> {
  // promise_of_case
  return tx
    .selectFrom('cases.promise')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
}

/** The state as of `now`: a promise is broken at its deadline, not when the job has come to it. */
export function stateAt(it: Pick<StoredPromise, 'state' | 'due_at'>, now: string): PromiseState {
  return it.state === 'open' && epochSeconds(now) > epochSeconds(it.due_at) ? 'broken' : it.state
}

/** A promise as people see it at `now`. */
export function presentPromise(it: StoredPromise, now: string): PromiseView {
  const state = stateAt(it, now)
  const late = state === 'broken' && it.state === 'open'
  const waiting = it.change_state === 'asked' || it.change_state === 'offered'
  return {
    id: it.id,
    who: { id: it.staff_id, name: it.staff_name },
    what: it.what,
    evidence: it.evidence,
    madeAt: it.made_at,
    dueAt: it.due_at,
    state,
    settledAt: late ? it.due_at : it.settled_at,
    brokenAt: late ? it.due_at : it.broken_at,
    reference: it.reference,
    succeeds: it.succeeds,
    change:
      it.change_state === null || it.change_due_at === null
        ? null
        : {
            state: late && waiting ? 'lapsed' : it.change_state,
            dueAt: it.change_due_at,
            reason: it.change_reason ?? '',
            askedBy: it.change_asked_by_name ?? '',
            askedById: it.change_asked_by,
            decidedBy: it.change_decided_by_name,
          },
  }
}

/** What residents see: a wish among staff is not theirs to see until it is offered to them. */
export function forResident(it: PromiseView): PromiseView {
  const hidden = it.change?.state === 'asked' || it.change?.state === 'refused'
  return {
    ...it,
    reference: null,
    change: it.change && !hidden ? { ...it.change, askedById: null } : null,
  }
}

type CaseOfPromise = { number: string; status: CaseRow['status']; place_label: string | null }

/** A promise in the ledger. */
export function presentPromiseItem(it: StoredPromise & CaseOfPromise, now: string): PromiseItem {
  return {
    ...presentPromise(it, now),
    communityId: it.community_id,
    caseId: it.case_id,
    caseNumber: it.number,
    caseStatus: it.status,
    place: it.place_label,
  }
}

/** What the timeline says about a promise. */
export function promiseOnTimeline(detail: { promise?: PromiseNote }) {
  const note = detail.promise
  if (!note) return null
  return {
    act: note.act,
    who: note.act === 'made' ? note.staffName : 'byName' in note ? note.byName : null,
    what:
      note.act === 'made'
        ? note.what
        : note.act === 'kept'
          ? note.reference
          : 'reason' in note
            ? note.reason
            : null,
    by: 'due' in note ? note.due : null,
  }
}
