import { deliver } from '#modules/messaging'
import type { CaseReceipt, urgeCase as shape } from '@zhanggui/contract'
import type * as z from 'zod'
import { change } from '#platform/context'
import type { Context } from '#platform/context'
import { Refusal } from '#platform/refusal'
import { caseToChange } from '../access.ts'
import { lockFinal } from '../merged.ts'
import { step } from './step.ts'

/**
 * Somebody asks after a case again with nothing new to say 催单: no new case, no other clock; it is counted, stands on
 * the timeline, and whoever works on it is told. A resident asks by phone or at the counter through staff, who do the
 * same. Source of the rule: Beijing's regulation on handling complaints, article 11 (3): a matter raised again without
 * new facts is answered with its progress.
 */
export function urgeCase(context: Context, id: string, input: z.output<typeof shape>): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const { row: asked } = await caseToChange(context, tx, id, 'case.urge')
    const row = asked.status === 'merged' ? await lockFinal(tx, asked) : asked
    if (!row) throw new Refusal('not_found')
    const resident = context.actor.kind === 'resident'
    const { receipt } = await step(context, tx, row, {
      verb: 'urge',
      text: input.text || undefined,
      channel: resident ? 'app' : 'counter',
      ...(input.text ? { interaction: 'in' as const } : {}),
      detail: { count: row.recontacts + 1 },
      set: { recontacts: row.recontacts + 1 },
    })
    for (const accountId of new Set([row.assignee_id, row.tracker_id])) {
      if (accountId === null || accountId === context.actor.accountId) continue
      await deliver(tx, {
        communityId: row.community_id,
        kind: 'case-urged',
        to: { accountId },
        caseId: row.id,
        caseNumber: row.number,
        excerpt: input.text || row.text,
        at: receipt.at,
      })
    }
    return receipt
  })
}
