import { staffOfCommunity } from '#modules/identity'
import { deliver } from '#modules/messaging'
import type { RaiseReason, StaffRole, Team } from '@zhanggui/contract'
import { deadlineAfter, epochSeconds, instantText } from '@zhanggui/rules'
import type { Selectable } from 'kysely'
import type { Tx } from '#platform/database'
import type { CasesDispatch } from '#platform/schema'
import type { CaseRow } from './access.ts'
import { clocksOf } from './clocks.ts'
import { eventsForClocks } from './store.ts'

type Place = Pick<CaseRow, 'community_id' | 'id'>
export type DispatchRow = Selectable<CasesDispatch>

/** What stands beside a case about who has it; undefined while nothing does. */
export function dispatchOf(tx: Tx, it: Place): Promise<DispatchRow | undefined> {
  // dispatch_pkey
  return tx
    .selectFrom('cases.dispatch')
    .selectAll()
    .where('community_id', '=', it.community_id)
    .where('id', '=', it.id)
    .executeTakeFirst()
}

export type Beside = Partial<{
  offered_to_id: string | null
  offered_to_name: string | null
  offer_until: string | null
  offers: number
  raised_at: string | null
  raised_why: RaiseReason | null
  lead_team: Team | null
  follower_id: string | null
  follower_name: string | null
}>

/** Writes beside a case; the case's row must be locked. */
export async function setBeside(tx: Tx, it: Place, set: Beside): Promise<void> {
  await tx
    .insertInto('cases.dispatch')
    .values({ community_id: it.community_id, id: it.id, ...set })
    .onConflict((on) => on.columns(['community_id', 'id']).doUpdateSet(set))
    .execute()
}

/**
 * The instant by which so many open seconds of the case's resolve calendar have passed; of wall time where the
 * calendar does not open long enough within its horizon.
 */
export async function workingAfter(tx: Tx, it: Place, from: string, seconds: number): Promise<string> {
  const at = epochSeconds(from)
  const events = await eventsForClocks(tx, it.community_id, it.id)
  const terms = events.find((one) => one.kind === 'opened')?.detail as
    | { terms?: { targets: { resolve: { calendarVersionId: string } } } }
    | undefined
  const { calendars } = await clocksOf(tx, it.community_id, events, from)
  const calendar = calendars.get(terms?.terms?.targets.resolve.calendarVersionId ?? '')
  return instantText((calendar && deadlineAfter(calendar, at, seconds)) ?? at + seconds)
}

/** Tells a member of staff that a case needs them. */
export async function tellStaff(
  tx: Tx,
  row: Pick<CaseRow, 'community_id' | 'id' | 'number'>,
  accountId: string,
  excerpt: string,
  at: string,
): Promise<void> {
  await deliver(tx, {
    communityId: row.community_id,
    kind: 'case-needs-you',
    to: { accountId },
    caseId: row.id,
    caseNumber: row.number,
    excerpt,
    at,
  })
}

/**
 * Tells whoever follows the case (the first responder, or who took that over) how it goes on, unless it is their own
 * act or they have the case themselves.
 */
export async function tellFollower(
  tx: Tx,
  row: CaseRow,
  actorId: string | null,
  excerpt: string,
  at: string,
): Promise<void> {
  if (row.tracker_id === null) return
  const beside = await dispatchOf(tx, row)
  const follower = beside?.follower_id ?? row.tracker_id
  if (follower === actorId || follower === row.assignee_id) return
  await tellStaff(tx, row, follower, excerpt, at)
}

/** Tells everybody of these roles. */
export async function tellRoles(
  tx: Tx,
  row: Pick<CaseRow, 'community_id' | 'id' | 'number'>,
  roles: readonly StaffRole[],
  excerpt: string,
  at: string,
): Promise<void> {
  for (const it of await staffOfCommunity(tx, row.community_id)) {
    if (it.roles.some((role) => roles.includes(role))) await tellStaff(tx, row, it.id, excerpt, at)
  }
}
