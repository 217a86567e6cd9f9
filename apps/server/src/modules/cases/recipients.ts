import { staffOfCommunity } from '#modules/identity'
import { standingAt } from '#modules/workforce'
import { rolePermissions } from '@zhanggui/contract'
import type { EscalationTarget } from '@zhanggui/contract'
import type { Tx } from '#platform/database'
import type { CaseRow } from './access.ts'
import { recipientsOf } from './rules/recipients.ts'
import type { Candidate } from './rules/recipients.ts'

/** Who a level of this case would tell at an instant (ISO 8601), by who is on duty then. */
export async function recipientsAt(
  tx: Tx,
  row: Pick<CaseRow, 'community_id' | 'assignee_id' | 'tracker_id'>,
  to: readonly EscalationTarget[],
  at: string,
): Promise<Candidate[]> {
  const staff = await staffOfCommunity(tx, row.community_id)
  const { working, leaders } = await standingAt(tx, row.community_id, at)
  const team = staff.find((one) => one.id === row.assignee_id)?.team
  return recipientsOf(to, {
    assigneeId: row.assignee_id,
    trackerId: row.tracker_id,
    staff,
    onDuty: working,
    leaderIds: [team, 'service' as const].flatMap((it) => (it && leaders.get(it)) ?? []),
  })
}

/** Whom a danger calls out: everybody on duty who can act, and the managers; all who can act where no roster is kept. */
export async function calledOut(tx: Tx, communityId: string, at: string): Promise<Candidate[]> {
  const staff = await staffOfCommunity(tx, communityId)
  const { working } = await standingAt(tx, communityId, at)
  const able = staff.filter((one) => one.roles.some((role) => rolePermissions[role].includes('case.accept')))
  const there = able.filter((one) => working.has(one.id) || one.roles.includes('manager'))
  return there.some((one) => working.has(one.id)) ? there : able
}
