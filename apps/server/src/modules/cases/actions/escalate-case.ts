import { tellStaff } from '#modules/messaging'
import { systemContext } from '#platform/context'
import type { Database } from '#platform/database'
import { caseToEscalate } from '../access.ts'
import { clocksOf } from '../clocks.ts'
import { escalateAtOf, escalationOf } from '../escalation.ts'
import type { ToldLevel } from '../escalation.ts'
import { recipientsAt } from '../recipients.ts'
import { eventsForClocks, putOffLook, recordEscalations } from '../store.ts'
import { step } from './step.ts'

/**
 * Tells whom the ladder names of the levels that a case has reached by `now`: one internal entry on its timeline, one
 * message a person. Derives the clocks anew under the row's lock before it says anything, so that a pause or an answer
 * of the same instant counts. Answers whether anybody was told; a case that somebody else holds locked is left to the
 * next look.
 */
export async function escalateCase(
  database: Database,
  it: { communityId: string; caseId: string },
  now: string,
): Promise<boolean> {
  const { communityId, caseId } = it
  const context = systemContext(database, now, [communityId])
  return database.transaction([communityId], async (tx) => {
    const row = await caseToEscalate(tx, communityId, caseId, now)
    if (!row) return false
    const events = await eventsForClocks(tx, communityId, caseId)
    const derived = await clocksOf(tx, communityId, events, now)
    const escalation = escalationOf(row, events, derived, now)
    const [first] = escalation.due
    if (!first) {
      await putOffLook(tx, it, escalateAtOf(row, escalation, now))
      return false
    }
    const told = await recipientsAt(tx, row, [...new Set(escalation.due.flatMap((level) => level.to))], now)
    const levels = escalation.due.map(({ subject, cycle, startedAt, level, late, coalesced }): ToldLevel => ({
      subject,
      cycle,
      startedAt,
      level,
      late,
      coalesced,
    }))
    const late = levels.some((level) => level.late)
    const last = events.at(-1)?.occurredAt ?? now
    const occurredAt = now < last ? last : now
    const { receipt, eventId } = await step(context, tx, row, {
      verb: 'escalate',
      internal: true,
      detail: { escalations: levels, told: told.map(({ id, name }) => ({ id, name })) },
      set: late ? { escalated_at: occurredAt } : {},
    })
    const accountIds = told.map((one) => one.id)
    await recordEscalations(tx, { communityId, caseId, eventId, levels, told: accountIds, at: receipt.at })
    await tellStaff(tx, {
      communityId,
      kind: late ? 'case-escalated' : 'case-due-soon',
      accountIds,
      caseId,
      caseNumber: row.number,
      excerpt: row.text,
      at: receipt.at,
    })
    return true
  })
}
