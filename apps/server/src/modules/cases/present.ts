import { deliveryStates } from '#modules/messaging'
import type { CaseClock, CaseItem, TimelineItem } from '@zhanggui/contract'
import { certaintyBetween, elapsedWorkedAt, epochSeconds, instantText } from '@zhanggui/rules'
import type { CalendarVersion, ClockState } from '@zhanggui/rules'
import { sql } from 'kysely'
import { never } from '#platform/database'
import type { Tx } from '#platform/database'
import type { CaseRow } from './access.ts'
import { treeOf } from './merged.ts'
import type { ToldLevel } from './escalation.ts'
import { promiseOnTimeline } from './promises.ts'
import type { PromiseNote } from './rules/promise-rows.ts'

type ItemRow = Pick<
  CaseRow,
  | 'id'
  | 'community_id'
  | 'number'
  | 'kind'
  | 'status'
  | 'urgency'
  | 'channel'
  | 'text'
  | 'place_id'
  | 'place_kind'
  | 'place_label'
  | 'reporter_name'
  | 'assignee_id'
  | 'assignee_name'
  | 'tracker_id'
  | 'tracker_name'
  | 'received_at'
  | 'changed_at'
  | 'due_at'
  | 'due_kind'
  | 'due_started_at'
  | 'due_budget'
  | 'paused_for'
  | 'cycle'
  | 'version'
  | 'rating'
  | 'recontacts'
  | 'escalated_at'
  | 'closing_code'
  | 'call_backs'
  | 'returned'
  | 'appeal'
  | 'alarm'
>

const ref = (id: string | null, name: string | null) => (id !== null && name !== null ? { id, name } : null)

/** A case in a list. `person` false leaves out who reported. */
export function presentItem(row: ItemRow, person: boolean): CaseItem {
  const { due_kind: kind, due_started_at: startedAt, due_budget: budgetSeconds } = row
  return {
    id: row.id,
    communityId: row.community_id,
    number: row.number,
    kind: row.kind,
    status: row.status,
    urgency: row.urgency,
    channel: row.channel,
    text: row.text.slice(0, 120),
    place:
      row.place_id !== null && row.place_kind !== null
        ? { id: row.place_id, kind: row.place_kind, label: row.place_label ?? '' }
        : null,
    reporter: person ? row.reporter_name : null,
    assignee: ref(row.assignee_id, row.assignee_name),
    tracker: ref(row.tracker_id, row.tracker_name),
    receivedAt: row.received_at,
    changedAt: row.changed_at,
    due:
      kind !== null && startedAt !== null && budgetSeconds !== null && row.due_at !== never
        ? { kind, at: row.due_at, startedAt, budgetSeconds }
        : null,
    pausedFor: row.paused_for,
    cycle: row.cycle,
    version: row.version,
    rating: row.rating,
    recontacts: row.recontacts,
    escalatedAt: row.escalated_at,
    closingCode: row.closing_code,
    callBacks: row.call_backs,
    returned: row.returned,
    appeal: row.appeal,
    alarm: row.alarm,
  }
}

/** A clock as people see it at `now`. */
export function presentClock(
  clock: ClockState,
  calendars: ReadonlyMap<string, CalendarVersion>,
  names: ReadonlyMap<string, string>,
  now: string,
): CaseClock {
  const calendar = calendars.get(clock.calendarVersionId)
  const at = epochSeconds(now)
  const end = clock.stoppedAt ?? Math.max(at, clock.startedAt)
  const instant = (seconds: number | undefined) => (seconds === undefined ? null : instantText(seconds))
  return {
    kind: clock.kind,
    cycle: clock.cycle,
    run: clock.run,
    turn: clock.turn,
    verdict: clock.verdict,
    startedAt: instantText(clock.startedAt),
    deadline: instant(clock.deadline),
    stoppedAt: instant(clock.stoppedAt),
    breachedAt: instant(clock.breachedAt),
    budgetSeconds: clock.budgetSeconds,
    workedSeconds: calendar ? elapsedWorkedAt(clock, calendar, at) : clock.elapsedWorked,
    wallSeconds: Math.max(0, end - clock.startedAt),
    pausedSeconds: clock.pausedWorkedSeconds,
    pausedSince: instant(clock.pausedSince),
    calendar: names.get(clock.calendarVersionId) ?? '',
    certain: calendar
      ? certaintyBetween(calendar, clock.startedAt, clock.deadline ?? end) === 'published'
      : false,
  }
}

type EventDetail = {
  assigneeId?: string
  assigneeName?: string
  reason?: string
  resumeAt?: string
  rating?: number
  basis?: string
  noPhotoReason?: string
  escalations?: readonly ToldLevel[]
  told?: { id: string; name: string }[]
  noPromise?: string
  promise?: PromiseNote
  review?: { act: 'asked' } | { act: 'agreed' | 'returned'; of: string }
  from?: string
  to?: string
  byResident?: boolean
  outcome?: TimelineItem['outcome']
  code?: TimelineItem['outcome']
  changed?: TimelineItem['changed']
  quality?: TimelineItem['reasons']
  speed?: TimelineItem['reasons']
  alarmSeconds?: number
  accountId?: string
  accountName?: string
  why?: string
  ruling?: string
}

/**
 * The timeline of a case and of those that go on in it, oldest first: everything, or what the resident may see. Two
 * statements.
 */
export async function timelineOf(
  tx: Tx,
  row: Pick<CaseRow, 'community_id' | 'id'>,
  options: { internal: boolean },
): Promise<TimelineItem[]> {
  // case_merged_into, then case_event_order
  const events = await tx
    .selectFrom('cases.case_event as e')
    .innerJoin('cases.case as c', (on) =>
      on.onRef('c.community_id', '=', 'e.community_id').onRef('c.id', '=', 'e.case_id'),
    )
    .selectAll('e')
    .select('c.number')
    .where('e.community_id', '=', row.community_id)
    .where(sql<boolean>`e.case_id in (${treeOf(row.community_id, row.id)})`)
    .where(sql<boolean>`(e.case_id = ${row.id} or e.kind not in ('merged', 'escalated'))`)
    .$if(!options.internal, (query) => query.where('e.internal', '=', false))
    .orderBy('e.occurred_at')
    .orderBy('e.recorded_at')
    .orderBy('e.case_id')
    .orderBy('e.seq')
    .execute()
  const sent = events.flatMap((it) =>
    it.kind === 'replied' || it.kind === 'declined' ? (it.interaction_id ?? []) : [],
  )
  const states = await deliveryStates(tx, row.community_id, sent)
  return events.map((it) => {
    const detail = it.detail as EventDetail
    return {
      id: it.id,
      seq: it.seq,
      from: it.case_id === row.id ? null : it.number,
      kind: it.kind,
      at: it.occurred_at,
      actor: { kind: it.actor_kind, name: it.actor_name },
      channel: it.channel,
      // What a dispatcher says to whoever is sent is among staff.
      text: it.kind === 'assigned' && !options.internal ? null : it.text,
      photos: it.photos,
      internal: it.internal || (it.kind === 'assigned' && it.text !== null && options.internal),
      assignee: ref(
        detail.assigneeId ?? detail.accountId ?? null,
        detail.assigneeName ?? detail.accountName ?? null,
      ),
      reason: detail.reason ?? detail.basis ?? detail.noPhotoReason ?? detail.why ?? detail.ruling ?? null,
      resumeAt: detail.resumeAt ?? null,
      rating: detail.rating ?? null,
      promise: promiseOnTimeline(detail),
      review: detail.review
        ? { act: detail.review.act, of: 'of' in detail.review ? detail.review.of : null }
        : null,
      visit:
        it.kind === 'appointed' && detail.from !== undefined && detail.to !== undefined
          ? { from: detail.from, to: detail.to, byResident: detail.byResident === true }
          : null,
      outcome: detail.outcome ?? detail.code ?? null,
      changed: detail.changed ?? null,
      reasons: [...(detail.quality ?? []), ...(detail.speed ?? [])],
      delivery: it.interaction_id === null ? null : (states.get(it.interaction_id) ?? null),
      escalation: detail.escalations
        ? {
            levels: detail.escalations.map(({ subject, level, late, coalesced }) => ({
              subject,
              level,
              late,
              coalesced: coalesced.length,
            })),
            told: detail.told ?? [],
          }
        : null,
      alarmSeconds: detail.alarmSeconds ?? null,
    }
  })
}
