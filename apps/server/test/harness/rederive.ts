import { deriveLife, epochSeconds, firstResponderAfter, instantText } from '@zhanggui/rules'
import type { ClockState } from '@zhanggui/rules'
import type { Selectable } from 'kysely'
import pg from 'pg'
import { clocksOf, dueOf } from '../../src/modules/cases/clocks.ts'
import { escalateAtOf, escalationOf } from '../../src/modules/cases/escalation.ts'
import { never, openPool } from '../../src/platform/database.ts'
import { promiseRows } from '../../src/modules/cases/rules/promise-rows.ts'
import { eventsForPromises, promisesOfCase } from '../../src/modules/cases/promises.ts'
import type { Tx } from '../../src/platform/database.ts'
import type { CasesCaseEvent, CasesClock } from '../../src/platform/schema.ts'

/**
 * Works out every case's status, cycle, next deadline, clocks, people and instants from its events alone and compares
 * them with what is stored; one line per difference. Also: events numbered without gaps, one version per event.
 */
export async function rederiveAll(
  appUrl: string,
  ownerUrl: string,
  { ladders = true }: { ladders?: boolean } = {},
): Promise<string[]> {
  const communities = await communitiesOf(ownerUrl)
  const database = openPool({ url: appUrl, size: 2, onError: () => undefined })
  try {
    const found: string[] = []
    for (const communityId of communities) {
      found.push(
        ...(await database.transaction([communityId], (tx) => rederiveCommunity(tx, communityId, ladders))),
      )
    }
    return found
  } finally {
    await database.close()
  }
}

async function communitiesOf(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string }>(
      'select distinct community_id as id from identity.appointment',
    )
    return rows.map((it) => it.id)
  } finally {
    await client.end()
  }
}

async function rederiveCommunity(tx: Tx, communityId: string, ladders: boolean): Promise<string[]> {
  const cases = await tx
    .selectFrom('cases.case')
    .selectAll()
    .where('community_id', '=', communityId)
    .execute()
  const events = Map.groupBy(
    await tx
      .selectFrom('cases.case_event')
      .selectAll()
      .where('community_id', '=', communityId)
      .orderBy('case_id')
      .orderBy('seq')
      .execute(),
    (it) => it.case_id,
  )
  const clocks = Map.groupBy(
    await tx.selectFrom('cases.clock').selectAll().where('community_id', '=', communityId).execute(),
    (it) => it.case_id,
  )
  const found: string[] = []
  for (const row of cases) {
    const history = events.get(row.id) ?? []
    const differs = (what: string, stored: unknown, derived: unknown) => {
      if (JSON.stringify(stored) !== JSON.stringify(derived))
        found.push(
          `${row.number} ${what}: stored ${JSON.stringify(stored)}, derived ${JSON.stringify(derived)}`,
        )
    }
    differs(
      'event numbers',
      history.map((it) => it.seq),
      history.map((_, index) => index + 1),
    )
    differs('version', row.version, history.length)
    differs('life', { status: row.status, cycle: row.cycle }, deriveLife(history))
    const facts = history.map((it) => ({
      seq: it.seq,
      kind: it.kind,
      occurredAt: it.occurred_at,
      actorKind: it.actor_kind,
      detail: it.detail as Record<string, never>,
    }))
    const last = facts.at(-1)
    if (!last) continue
    const state = await clocksOf(tx, communityId, facts, last.occurredAt)
    const derived = state.clocks
    const due = dueOf(derived)
    differs(
      'due',
      [row.due_kind, row.due_kind === null ? null : row.due_at, row.due_started_at, row.due_budget],
      [due.due_kind, due.due_kind === null ? null : due.due_at, due.due_started_at, due.due_budget],
    )
    differs(
      'clocks',
      (clocks.get(row.id) ?? []).map(storedClock).toSorted(),
      derived.map(derivedClock).toSorted(),
    )
    const lookAt = escalateAtOf(row, escalationOf(row, facts, state, last.occurredAt), last.occurredAt)
    const expected = lookAt === 'infinity' ? never : lookAt
    // A look outside the clock's hours may have put the next one off, to an instant at which something is due.
    if (ladders && row.escalate_at !== expected) {
      const then = await clocksOf(tx, communityId, facts, row.escalate_at)
      const putOff =
        row.escalate_at > expected && escalationOf(row, facts, then, row.escalate_at).due.length > 0
      if (!putOff) differs('next look', row.escalate_at, expected)
    }
    // Two statements a case with promises; the others have none.
    if (history.some((it) => (it.detail as { promise?: unknown }).promise !== undefined)) {
      const stored = await promisesOfCase(tx, communityId, row.id)
      const judgedAt = [last.occurredAt, ...stored.map((it) => it.settled_at ?? '')].toSorted().at(-1) ?? ''
      const later = instantText(epochSeconds(judgedAt) + (stored.some((it) => it.state === 'broken') ? 1 : 0))
      const told = promiseRows(await eventsForPromises(tx, communityId, row.id), later)
      differs(
        'promises',
        stored.map(({ community_id: _community, case_id: _case, ...it }) => sorted(it)).toSorted(),
        told.map(sorted).toSorted(),
      )
    }
    const { tracker, alarm, ...stands } = standing(history)
    if (ladders) differs('alarm', row.alarm, alarm)
    for (const [column, value] of Object.entries(stands))
      differs(column, row[column as keyof typeof stands], value)
    differs('tracker_id', row.tracker_id, tracker ?? null)
  }
  return found
}

const sorted = (it: object): string => JSON.stringify(Object.entries(it).toSorted())

type Clock = Selectable<CasesClock>

const storedClock = (it: Clock): string =>
  [
    it.kind,
    it.cycle,
    it.run,
    it.turn,
    it.verdict,
    it.policy_version_id,
    it.calendar_version_id,
    it.budget_seconds,
    it.started_at,
    it.deadline,
    it.stopped_at,
    it.breached_at,
    it.paused_seconds,
  ].join(' ')

function derivedClock(it: ClockState): string {
  const instant = (seconds: number | undefined) => (seconds === undefined ? null : instantText(seconds))
  return [
    it.kind,
    it.cycle,
    it.run,
    it.turn,
    it.verdict,
    it.policyVersionId,
    it.calendarVersionId,
    it.budgetSeconds,
    instant(it.startedAt),
    instant(it.deadline),
    instant(it.stoppedAt),
    instant(it.breachedAt),
    it.pausedWorkedSeconds,
  ].join(' ')
}

type Event = Selectable<CasesCaseEvent>

/** Everything else on the row that a history tells: who has it, since when it is what it is, on whose word. */
function standing(history: readonly Event[]) {
  const it = {
    received_at: history[0]?.occurred_at ?? null,
    changed_at: history.at(-1)?.occurred_at ?? null,
    assignee_id: null as string | null,
    paused_for: null as string | null,
    resume_at: null as string | null,
    resolved_at: null as string | null,
    closed_at: null as string | null,
    closure_basis: null as string | null,
    rating: null as number | null,
    escalated_at: null as string | null,
    closing_code: null as string | null,
    call_backs: 0,
    returned: 0,
    appeal: null as string | null,
    alarm: null as string | null,
  }
  for (const event of history) {
    const detail = event.detail as {
      assigneeId?: string
      reason?: string
      resumeAt?: string
      basis?: string
      rating?: number
      had?: boolean
      moves?: boolean
      accountId?: string
      escalations?: { late: boolean }[]
      code?: string
      urgency?: string
      alarmSeconds?: number
      changed?: { urgency?: string | null }
    }
    if (detail.alarmSeconds !== undefined) it.alarm = 'answered'
    if (event.kind === 'opened' && detail.urgency === 'danger') it.alarm = 'raised'
    if (detail.changed?.urgency === 'danger') it.alarm = 'raised'
    switch (event.kind) {
      case 'accepted':
        it.assignee_id ??= event.actor_id
        break
      case 'assigned':
        it.assignee_id = detail.assigneeId ?? null
        break
      case 'received':
        it.assignee_id = event.actor_id
        break
      case 'refused':
        if (detail.had === true) it.assignee_id = null
        break
      case 'ruled':
        if (detail.moves === true) it.assignee_id = detail.accountId ?? null
        break
      case 'paused':
        Object.assign(it, { paused_for: detail.reason ?? null, resume_at: detail.resumeAt ?? null })
        break
      case 'resumed':
        Object.assign(it, { paused_for: null, resume_at: null })
        break
      case 'merged':
        Object.assign(it, { paused_for: null, resume_at: null, closing_code: 'duplicate' })
        break
      case 'unmerged':
        it.closing_code = null
        break
      case 'cancelled':
        Object.assign(it, { paused_for: null, resume_at: null, closing_code: 'withdrawn' })
        break
      case 'declined':
        it.closing_code = 'not-ours'
        break
      case 'resolved':
        Object.assign(it, { resolved_at: event.occurred_at, closing_code: detail.code ?? null })
        break
      case 'called-back':
        it.call_backs += 1
        break
      case 'appealed':
        it.appeal = 'lodged'
        break
      case 'appeal-rejected':
        it.appeal = 'rejected'
        break
      case 'confirmed':
      case 'closed':
        Object.assign(it, { closed_at: event.occurred_at, closure_basis: detail.basis ?? null })
        break
      case 'rejected':
      case 'reopened':
      case 'appeal-upheld':
        if (event.kind === 'rejected') it.returned += 1
        if (event.kind === 'appeal-upheld') it.appeal = 'upheld'
        else if (it.appeal === 'lodged') it.appeal = null
        Object.assign(it, {
          resolved_at: null,
          closed_at: null,
          closure_basis: null,
          rating: null,
          closing_code: null,
          call_backs: 0,
          escalated_at: null,
        })
        break
      case 'escalated':
        if (detail.escalations?.some((level) => level.late)) it.escalated_at = event.occurred_at
        break
      case 'rated':
        it.rating = detail.rating ?? null
        break
      default:
    }
  }
  const tracker = firstResponderAfter(
    history.map(({ seq, kind, actor_kind: actor, actor_id: id }) => ({
      seq,
      kind,
      byStaff: actor === 'staff' && id !== null ? id : undefined,
    })),
  )
  return { ...it, tracker }
}
