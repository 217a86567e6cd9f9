import type { CaseReceipt } from '@zhanggui/contract'
import { change } from '#platform/context'
import type { Context } from '#platform/context'
import { Refusal } from '#platform/refusal'
import { caseToChange } from '../access.ts'
import { escalationEvents } from '../queries.ts'
import { step } from './step.ts'

/**
 * Says that the caller has seen what was escalated: who and when stand on the timeline. It stops nothing, the next level
 * comes at its time. Of a danger it is the answer that the alarm waits for. Refused where there is nothing new for the caller to have seen.
 */
export function acknowledgeCase(
  context: Context,
  id: string,
  input: { expectedVersion?: number | undefined },
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const { row } = await caseToChange(context, tx, id, 'case.acknowledge')
    const events = await escalationEvents(tx, row.community_id, row.id)
    if (row.alarm !== 'raised' && !hasUnseen(events, context.actor.accountId))
      throw new Refusal('nothing_to_acknowledge')
    return (await step(context, tx, row, { verb: 'acknowledge', internal: true, ...input })).receipt
  })
}

/** Whether something was escalated that this person has not said to have seen. */
export function hasUnseen(
  events: readonly { kind: string; actorId: string | null }[],
  accountId: string | null,
): boolean {
  const last = events.findLastIndex((it) => it.kind === 'escalated')
  return (
    last !== -1 && !events.slice(last).some((it) => it.kind === 'acknowledged' && it.actorId === accountId)
  )
}
