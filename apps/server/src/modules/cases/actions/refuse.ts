import type { CaseReceipt } from '@zhanggui/contract'
import { change } from '#platform/context'
import type { Context } from '#platform/context'
import { Refusal } from '#platform/refusal'
import { caseToChange } from '../access.ts'
import { dispatchOf, setBeside } from '../dispatch-store.ts'
import { step } from './step.ts'

/**
 * Says no to a case one is asked to take or has been given, with a reason; it goes back to those who wait for
 * somebody, and is not offered to the same person again. Refused: whoever is neither asked nor has it.
 */
export function refuseCase(
  context: Context,
  id: string,
  input: { reason: string; expectedVersion?: number | undefined },
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const { row } = await caseToChange(context, tx, id, 'case.accept')
    const beside = await dispatchOf(tx, row)
    const me = context.actor.accountId
    const asked = beside?.offered_to_id === me && row.assignee_id === null
    if (!asked && row.assignee_id !== me) throw new Refusal('case_not_yours')
    const { receipt } = await step(context, tx, row, {
      verb: 'refuse',
      internal: true,
      expectedVersion: input.expectedVersion,
      text: input.reason,
      detail: { accountId: me, accountName: context.actor.name, had: !asked },
      ...(asked ? {} : { set: { assignee_id: null, assignee_name: null } }),
    })
    await setBeside(tx, row, { offered_to_id: null, offered_to_name: null, offer_until: null })
    return receipt
  })
}
