import { deliver } from '#modules/messaging'
import { placeById } from '#modules/estate'
import type { CaseKind, CaseReceipt, Urgency } from '@zhanggui/contract'
import { urgencies } from '@zhanggui/contract'
import { epochSeconds, isLateDowngrade } from '@zhanggui/rules'
import type { Context } from '#platform/context'
import { Refusal, refuseField } from '#platform/refusal'
import { clocksOf } from '../clocks.ts'
import { eventsForClocks } from '../store.ts'
import { termsUnder } from '../terms.ts'
import { raiseAlarm } from './raise-alarm.ts'
import { step } from './step.ts'
import { onCase, tellResident, tracking } from './work.ts'
import type { Expected } from './work.ts'

/**
 * Puts a case under another kind, urgency or place, with the reason. Its clocks count on from where they began, under
 * the rule of the same policy version that now fits; what was breached stays breached. Lowering the urgency within half
 * an hour of a deadline, or after it, is noted as a finding. What turns out to be a danger alarms everybody on duty. Refused: turning a complaint into an enquiry without
 * `case.supervise`, a place of elsewhere, a change that changes nothing.
 */
export function reclassifyCase(
  context: Context,
  id: string,
  input: Expected & {
    kind?: CaseKind | undefined
    urgency?: Urgency | undefined
    placeId?: string | undefined
    reason: string
  },
): Promise<CaseReceipt> {
  return onCase(context, id, 'case.reclassify', async (tx, { row, permissions }) => {
    const { kind = row.kind, urgency = row.urgency, placeId = row.place_id } = input
    if (kind === row.kind && urgency === row.urgency && placeId === row.place_id) {
      throw refuseField('kind', 'required')
    }
    if (row.kind === 'complaint' && kind === 'enquiry' && !permissions.has('case.supervise')) {
      throw new Refusal('case_needs_supervisor')
    }
    const place =
      placeId !== row.place_id && placeId ? await placeById(tx, [row.community_id], placeId) : undefined
    if (placeId !== row.place_id && !place) throw refuseField('placeId', 'invalid', 'place_unknown')
    const events = await eventsForClocks(tx, row.community_id, row.id)
    const present = events.findLast((it) => it.detail['terms'] !== undefined)?.detail['terms']
    const terms = await termsUnder(tx, row.community_id, { kind, urgency, present })
    const lowered = urgencies.indexOf(urgency) < urgencies.indexOf(row.urgency)
    const { clocks } = await clocksOf(tx, row.community_id, events, context.now)
    const late = lowered && isLateDowngrade(clocks, epochSeconds(context.now))
    const { receipt } = await step(context, tx, row, {
      verb: 'reclassify',
      text: input.reason,
      internal: true,
      expectedVersion: input.expectedVersion,
      detail: {
        terms,
        changed: {
          kind: kind === row.kind ? null : kind,
          urgency: urgency === row.urgency ? null : urgency,
          place: place?.label ?? null,
          placeId: place?.id ?? null,
        },
        before: { kind: row.kind, urgency: row.urgency, placeId: row.place_id },
        ...(late ? { finding: 'late-downgrade' } : {}),
      },
      set: {
        kind,
        urgency,
        policy_version_id: terms.policyVersionId,
        ...(place ? { place_id: place.id, place_kind: place.kind, place_label: place.label } : {}),
      },
    })
    if (urgency === 'danger' && row.urgency !== 'danger') {
      const { community_id: communityId, number } = row
      const saw = context.actor.accountId
      await raiseAlarm(tx, { communityId, caseId: row.id, number, text: input.reason, at: receipt.at, saw })
    }
    return receipt
  })
}

/** Takes a resolved or closed case up again on the staff's own finding, within the days that are published. */
export function reopenCase(
  context: Context,
  id: string,
  input: Expected & { reason: string },
): Promise<CaseReceipt> {
  return onCase(context, id, 'case.reopen', async (tx, { row }) => {
    const { receipt } = await step(context, tx, row, {
      verb: 'reopen',
      text: input.reason,
      expectedVersion: input.expectedVersion,
      detail: { cycle: row.cycle + 1 },
      set: tracking(context, row),
    })
    await tellResident(tx, row, 'case-reopened', input.reason, receipt.at)
    if (row.assignee_id !== null && row.assignee_id !== context.actor.accountId) {
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
