import type { CallBackOutcome, CaseReceipt } from '@zhanggui/contract'
import { callBackAttempts, dateIn, dayPartOf, epochSeconds, wallAt } from '@zhanggui/rules'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { Refusal, refuseField } from '#platform/refusal'
import type { CaseRow } from '../access.ts'
import { eventsForClocks } from '../store.ts'
import { reject } from './answer.ts'
import { step } from './step.ts'
import { onCase } from './work.ts'
import type { Expected } from './work.ts'

const zone = 'Asia/Shanghai'

/**
 * Records a call back after a resolution: `solved` closes the case on the word of the call (`callback-confirmed`),
 * `unsolved` sends it back as the resident would, with what they said; `unreached` is an attempt, of which there are
 * three, each in another part of the day or on another day. Then silence decides. Refused: to whoever worked on the case
 * in this cycle, because nobody confirms their own work.
 */
export function callBackOnCase(
  context: Context,
  id: string,
  input: Expected & { outcome: CallBackOutcome; text?: string | undefined },
): Promise<CaseReceipt> {
  return onCase(context, id, 'case.call-back', async (tx, { row }) => {
    const { outcome, text = '' } = input
    if (outcome === 'unsolved' && text === '') throw refuseField('text', 'required')
    await refuseOwnOrTooSoon(context, tx, row, outcome)
    const called = await step(context, tx, row, {
      verb: 'call-back',
      text: text || undefined,
      expectedVersion: input.expectedVersion,
      detail: { outcome, attempt: row.call_backs + 1 },
      set: { call_backs: row.call_backs + 1 },
    })
    switch (outcome) {
      case 'unreached':
        return called.receipt
      case 'solved': {
        const basis = 'callback-confirmed' as const
        const confirmed = await step(context, tx, called.row, {
          verb: 'confirm',
          basis,
          detail: { basis },
          set: { closure_basis: basis },
        })
        return confirmed.receipt
      }
      case 'unsolved':
        return reject(context, tx, called.row, { reason: text })
    }
  })
}

async function refuseOwnOrTooSoon(
  context: Context,
  tx: Tx,
  row: CaseRow,
  outcome: CallBackOutcome,
): Promise<void> {
  const events = await eventsForClocks(tx, row.community_id, row.id)
  const begun = events.findLastIndex((it) =>
    ['opened', 'rejected', 'reopened', 'appeal-upheld'].includes(it.kind),
  )
  const cycle = events.slice(begun + 1)
  const worked = cycle.filter((it) => it.kind === 'resolved' || it.kind === 'arrived').map((it) => it.actorId)
  if ([row.assignee_id, ...worked].includes(context.actor.accountId)) throw new Refusal('case_own_work')
  if (row.status !== 'resolved') return
  if (outcome !== 'unreached') return
  if (row.call_backs >= callBackAttempts) throw new Refusal('case_called_enough')
  const part = partOf(context.now)
  const before = cycle.filter((it) => it.kind === 'called-back').map((it) => partOf(it.occurredAt))
  if (before.includes(part)) throw new Refusal('case_called_lately')
}

/** Date and part of the day on the wall in China, as one word. */
function partOf(instant: string): string {
  const at = epochSeconds(instant)
  const hour = Math.floor((((wallAt(zone, at) % 86_400) + 86_400) % 86_400) / 3600)
  return `${dateIn(zone, at)} ${dayPartOf(hour)}`
}
