import { deliver } from '#modules/messaging'
import { systemContext } from '#platform/context'
import type { Database } from '#platform/database'
import { caseForHouse } from '../access.ts'
import { step } from './step.ts'

/**
 * Job `cases:wake`: a pause has run out, or a resident has been silent for seven days. Looks at the case as it
 * is now, under its lock; a case that moved on in the meantime is left alone. Silence closes with basis
 * `timeout` and is never counted as a confirmation.
 */
export async function wakeCase(
  database: Database,
  payload: { communityId: string; caseId: string },
  now: string,
): Promise<void> {
  const context = systemContext(database, now, [payload.communityId])
  await database.transaction([payload.communityId], async (tx) => {
    const row = await caseForHouse(tx, payload.communityId, payload.caseId)
    if (!row || row.wake_at === null || row.wake_at > now) return
    if (row.status === 'paused') await step(context, tx, row, { verb: 'resume' })
    if (row.status !== 'resolved') return
    const { receipt } = await step(context, tx, row, {
      verb: 'close',
      basis: 'timeout',
      detail: { basis: 'timeout' },
      set: { closure_basis: 'timeout' },
    })
    if (row.person_id === null) return
    await deliver(tx, {
      communityId: row.community_id,
      kind: 'case-closed',
      to: { personId: row.person_id },
      caseId: row.id,
      caseNumber: row.number,
      excerpt: row.text,
      at: receipt.at,
    })
  })
}
