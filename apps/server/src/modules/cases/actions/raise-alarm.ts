import { tellStaff } from '#modules/messaging'
import type { Tx } from '#platform/database'
import { calledOut } from '../recipients.ts'

/** Tells everybody on duty of a danger, at once, with the case that reports it; not whoever saw that it is one. */
export async function raiseAlarm(
  tx: Tx,
  it: { communityId: string; caseId: string; number: string; text: string; at: string; saw?: string | null },
): Promise<void> {
  const called = await calledOut(tx, it.communityId, it.at)
  await tellStaff(tx, {
    communityId: it.communityId,
    kind: 'case-alarm',
    accountIds: called.map((one) => one.id).filter((id) => id !== it.saw),
    caseId: it.caseId,
    caseNumber: it.number,
    excerpt: it.text,
    at: it.at,
  })
}
