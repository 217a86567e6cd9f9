import { deliver } from '#modules/messaging'
import type { CaseReceipt } from '@zhanggui/contract'
import { epochSeconds } from '@zhanggui/rules'
import { change } from '#platform/context'
import type { Context } from '#platform/context'
import { Refusal, refuseField } from '#platform/refusal'
import { caseToChange, mayWorkOn } from '../access.ts'
import { step } from './step.ts'
import { onCase, tellResident } from './work.ts'
import type { Expected } from './work.ts'

const longestAhead = 90 * 86_400
const longestWindow = 86_400
/** So long ago may an appointment begin that is noted as it is made: 上门就在现在. */
const grace = 300

/** Somebody is on site: stops the arrival clock, and answers the resident, as they meet. */
export function arriveOnCase(
  context: Context,
  id: string,
  input: Expected & { text?: string | undefined; photos?: string[] | undefined },
): Promise<CaseReceipt> {
  return onCase(
    context,
    id,
    'case.arrive',
    async (tx, { row }) =>
      (await step(context, tx, row, { verb: 'arrive', ...input, text: input.text || undefined })).receipt,
  )
}

/**
 * Agrees upon the time of a visit: `from` and `to` as ISO instants, within the next 90 days, at most a day long. The
 * arrival clock counts from its beginning; a further appointment moves it only when the resident asked. The resident is
 * told what staff note; the assignee what a resident asks for.
 */
export function appointOnCase(
  context: Context,
  id: string,
  input: Expected & { from: string; to: string; byResident?: boolean | undefined; text?: string | undefined },
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const it = await caseToChange(context, tx, id, 'case.appoint')
    const resident = context.actor.kind === 'resident'
    if (!resident && !mayWorkOn(context, it)) throw new Refusal('case_not_yours')
    const { row } = it
    const [from, to, now] = [input.from, input.to, context.now].map(epochSeconds) as [number, number, number]
    if (from < now - grace || from > now + longestAhead)
      throw refuseField('from', 'invalid', 'appointment_invalid')
    if (to <= from || to > from + longestWindow) throw refuseField('to', 'invalid', 'appointment_invalid')
    const { receipt } = await step(context, tx, row, {
      verb: 'appoint',
      text: input.text || undefined,
      expectedVersion: input.expectedVersion,
      ...(resident ? { channel: 'app' as const } : {}),
      detail: {
        from: input.from,
        to: input.to,
        byResident: resident || input.byResident === true,
        agreed: !resident,
      },
    })
    if (!resident) await tellResident(tx, row, 'case-appointed', input.text || row.text, receipt.at)
    else if (row.assignee_id !== null) {
      await deliver(tx, {
        communityId: row.community_id,
        kind: 'case-appointed',
        to: { accountId: row.assignee_id },
        caseId: row.id,
        caseNumber: row.number,
        excerpt: input.text || row.text,
        at: receipt.at,
      })
    }
    return receipt
  })
}
