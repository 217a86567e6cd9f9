import type { CaseEventKind, PromiseChangeState, PromiseEvidence, PromiseState } from '@zhanggui/contract'
import { derivePromises, epochSeconds, instantText } from '@zhanggui/rules'
import type { PromiseAct, PromiseFact, PromiseStanding } from '@zhanggui/rules'

/** What an event says about a promise, as it is kept in the event's detail. Instants are ISO 8601 texts. */
export type PromiseNote =
  | {
      act: 'made'
      id: string
      staffId: string
      staffName: string
      what: string
      due: string
      evidence: PromiseEvidence
    }
  | { act: 'kept'; id: string; reference: string }
  | { act: 'withdrawn'; id: string; reason: string }
  | { act: 'change-asked'; id: string; due: string; reason: string; by: string; byName: string }
  | { act: 'change-approved' | 'change-refused'; id: string; byName: string }
  | { act: 'change-objected'; id: string }
  | { act: 'change-agreed'; id: string; successor: string }

/** The part of an event that promises need. */
export type EventForPromises = {
  seq: number
  kind: CaseEventKind
  occurred_at: string
  actor_kind: 'staff' | 'resident' | 'system'
  internal: boolean
  photos: number
  promise: PromiseNote | null
}

/** A row of the promise table, as the events say it stands. */
export type PromiseRow = {
  id: string
  staff_id: string
  staff_name: string
  what: string
  evidence: PromiseEvidence
  made_at: string
  due_at: string
  state: PromiseState
  settled_at: string | null
  broken_at: string | null
  reference: string | null
  succeeds: string | null
  change_state: PromiseChangeState | null
  change_due_at: string | null
  change_reason: string | null
  change_asked_by: string | null
  change_asked_by_name: string | null
  change_decided_by_name: string | null
}

export function promiseFactsOf(events: readonly EventForPromises[]): PromiseFact[] {
  return events.map((it) => ({
    seq: it.seq,
    at: epochSeconds(it.occurred_at),
    kind: it.kind,
    byStaff: it.actor_kind === 'staff',
    open: !it.internal,
    photos: it.photos,
    promise: it.promise === null ? undefined : actOf(it.promise),
  }))
}

function actOf(note: PromiseNote): PromiseAct {
  switch (note.act) {
    case 'made':
      return { act: 'made', id: note.id, due: epochSeconds(note.due), evidence: note.evidence }
    case 'change-asked':
      return { act: note.act, id: note.id, due: epochSeconds(note.due), by: note.by }
    case 'change-agreed':
      return { act: note.act, id: note.id, successor: note.successor }
    case 'kept':
    case 'withdrawn':
    case 'change-approved':
    case 'change-refused':
    case 'change-objected':
      return { act: note.act, id: note.id }
  }
}

/** All promises of a case as rows, as its events say they stand at `now` (ISO 8601). Refuses a history with gaps. */
export function promiseRows(events: readonly EventForPromises[], now: string): PromiseRow[] {
  const standing = derivePromises(promiseFactsOf(events), epochSeconds(now))
  const rows = new Map<string, PromiseRow>()
  for (const it of standing) rows.set(it.id, rowOf(it, events, rows))
  return [...rows.values()]
}

const instant = (seconds: number | undefined) => (seconds === undefined ? null : instantText(seconds))

function rowOf(
  it: PromiseStanding,
  events: readonly EventForPromises[],
  before: ReadonlyMap<string, PromiseRow>,
): PromiseRow {
  const notes = events.flatMap(({ promise }) => (promise?.id === it.id ? [promise] : []))
  const made = notes.find((note) => note.act === 'made')
  const old = it.succeeds === undefined ? undefined : before.get(it.succeeds)
  const who = made
    ? { staff_id: made.staffId, staff_name: made.staffName, what: made.what }
    : old && { staff_id: old.staff_id, staff_name: old.staff_name, what: old.what }
  if (!who) throw new Error('a promise that nobody made')
  const wish = notes.slice(notes.findLastIndex((note) => note.act === 'change-asked'))
  const asked = wish.find((note) => note.act === 'change-asked')
  const decided = wish.flatMap((note) =>
    note.act === 'change-approved' || note.act === 'change-refused' ? [note.byName] : [],
  )
  const keeping = events.find(({ seq }) => seq === it.keptBySeq)?.promise
  const { change } = it
  return {
    id: it.id,
    ...who,
    evidence: it.evidence,
    made_at: instantText(it.madeAt),
    due_at: instantText(it.due),
    state: it.state,
    settled_at: instant(it.settledAt),
    broken_at: instant(it.brokenAt),
    reference: keeping?.act === 'kept' ? keeping.reference : null,
    succeeds: it.succeeds ?? null,
    change_state: change?.state ?? null,
    change_due_at: instant(change?.due),
    change_reason: change ? (asked?.reason ?? null) : null,
    change_asked_by: change?.askedBy ?? null,
    change_asked_by_name: change ? (asked?.byName ?? null) : null,
    change_decided_by_name: change ? (decided[0] ?? null) : null,
  }
}
