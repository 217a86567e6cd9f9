import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Permission } from '@zhanggui/contract'
import { permissionsIn } from '#platform/context'
import type { Context, Reach } from '#platform/context'
import type { Tx } from '#platform/database'
import { Refusal } from '#platform/refusal'
import type { CasesCase } from '#platform/schema'
import { tookPart } from './merged.ts'

export type CaseRow = Selectable<CasesCase>

/** A case in reach, with the reach it is seen by. */
export type CaseInReach = { row: CaseRow; reach: Reach; permissions: Set<Permission> }

/**
 * The only ways to a case on somebody's behalf. Staff reach the cases of their communities, residents what they
 * reported themselves. Absent, out of reach and not permitted answer alike.
 */
export async function caseToRead(context: Context, tx: Tx, id: string): Promise<CaseInReach> {
  return inReach(context, tx, await oneCase(context, tx, id, false), 'case.read')
}

/** The same under the row's lock, for changing it with `permission`. */
export async function caseToChange(
  context: Context,
  tx: Tx,
  id: string,
  permission: Permission,
): Promise<CaseInReach> {
  return inReach(context, tx, await oneCase(context, tx, id, true), permission)
}

/** The case as the house itself changes it: timers and secret links. */
export async function caseForHouse(tx: Tx, communityId: string, id: string): Promise<CaseRow | undefined> {
  return tx
    .selectFrom('cases.case')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/**
 * A case that the sweep is to look at by `now`, locked; undefined when somebody has it in hand this moment, when it was
 * looked at meanwhile, or when it is not there.
 */
export async function caseToEscalate(
  tx: Tx,
  communityId: string,
  id: string,
  now: string,
): Promise<CaseRow | undefined> {
  return tx
    .selectFrom('cases.case')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('escalate_at', '<=', now)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

async function oneCase(context: Context, tx: Tx, id: string, lock: boolean): Promise<CaseRow | undefined> {
  const communities = context.actor.reach.map((it) => it.communityId)
  // case_pkey, once per community in reach
  return tx
    .selectFrom('cases.case')
    .selectAll()
    .where('community_id', '=', sql<string>`any(${communities}::uuid[])`)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
}

async function inReach(
  context: Context,
  tx: Tx,
  row: CaseRow | undefined,
  permission: Permission,
): Promise<CaseInReach> {
  const reach = row && context.actor.reach.find((it) => it.communityId === row.community_id)
  if (!row || !reach) throw new Refusal('not_found')
  const permissions = new Set(permissionsIn(reach))
  if (!permissions.has('case.read')) throw new Refusal('not_found')
  // Whose own report goes on in this case has it as their own.
  if (context.actor.kind === 'resident' && !isOwn(reach, row) && !(await tookPart(tx, row, reach.personIds)))
    throw new Refusal('not_found')
  if (!permissions.has(permission)) throw new Refusal('not_found')
  return { row, reach, permissions }
}

function isOwn(reach: Reach, row: CaseRow): boolean {
  return row.person_id !== null && reach.personIds.includes(row.person_id)
}

/** The list's condition for what the caller may see in one community. */
export function ownOnly(context: Context, reach: Reach): string[] | undefined {
  return context.actor.kind === 'resident' ? reach.personIds : undefined
}

/**
 * Workers act on what is theirs; agents, dispatchers and managers on everything. An unassigned case may be
 * taken on by anybody who can work.
 */
export function mayWorkOn(context: Context, it: CaseInReach): boolean {
  if (it.reach.roles.some((role) => role === 'agent' || role === 'dispatcher' || role === 'manager'))
    return true
  return it.row.assignee_id === context.actor.accountId
}

/** Who may know who reported: those who have to call or visit. Committees and auditors see the matter, not the person. */
export function maySeePerson(permissions: Set<Permission>): boolean {
  return permissions.has('people.read') || permissions.has('people.reveal')
}

/** Internal notes are for those who work on cases, and for auditors. */
export function maySeeInternal(context: Context, it: CaseInReach): boolean {
  return context.actor.kind === 'staff' && !it.reach.roles.every((role) => role === 'committee')
}
