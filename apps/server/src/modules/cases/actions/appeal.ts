import { staffOfCommunity } from '#modules/identity'
import { deliver } from '#modules/messaging'
import type { CaseReceipt } from '@zhanggui/contract'
import { change } from '#platform/context'
import type { Context } from '#platform/context'
import { caseToChange } from '../access.ts'
import { step } from './step.ts'
import { tellManagers, tellResident } from './work.ts'
import type { Expected } from './work.ts'

/** The resident appeals against the closing to the committee's supervisor: once, within thirty days. */
export function appealCase(
  context: Context,
  id: string,
  input: Expected & { reason: string },
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const { row } = await caseToChange(context, tx, id, 'case.appeal')
    const { receipt } = await step(context, tx, row, {
      verb: 'appeal',
      text: input.reason,
      expectedVersion: input.expectedVersion,
      channel: 'app',
      interaction: 'in',
      set: { appeal: 'lodged' },
    })
    const committee = (await staffOfCommunity(tx, row.community_id)).filter((it) =>
      it.roles.includes('committee'),
    )
    for (const { id: accountId } of committee) {
      await deliver(tx, {
        communityId: row.community_id,
        kind: 'case-appealed',
        to: { accountId },
        caseId: row.id,
        caseNumber: row.number,
        excerpt: input.reason,
        at: receipt.at,
      })
    }
    return receipt
  })
}

/**
 * The committee's supervisor rules on an appeal: `upheld` takes the case up again, however long ago it was closed;
 * `rejected` leaves it closed. Either way with a reason, which the resident and the managers are told.
 */
export function ruleOnAppeal(
  context: Context,
  id: string,
  input: Expected & { ruling: 'upheld' | 'rejected'; reason: string },
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const { row } = await caseToChange(context, tx, id, 'case.rule-on-appeal')
    const upheld = input.ruling === 'upheld'
    const { receipt } = await step(context, tx, row, {
      verb: upheld ? 'uphold-appeal' : 'reject-appeal',
      text: input.reason,
      expectedVersion: input.expectedVersion,
      detail: upheld ? { cycle: row.cycle + 1 } : {},
      set: { appeal: input.ruling },
    })
    await tellResident(tx, row, 'case-appeal-ruled', input.reason, receipt.at)
    await tellManagers(context, tx, row, 'case-appeal-ruled', input.reason, receipt.at)
    if (upheld && row.assignee_id !== null) {
      await deliver(tx, {
        communityId: row.community_id,
        kind: 'case-reopened',
        to: { accountId: row.assignee_id },
        caseId: row.id,
        caseNumber: row.number,
        excerpt: input.reason,
        at: receipt.at,
      })
    }
    return receipt
  })
}
