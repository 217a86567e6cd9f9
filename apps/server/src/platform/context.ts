import { rolePermissions } from '@zhanggui/contract'
import type { Locale, Permission, Role, Team } from '@zhanggui/contract'
import { sql } from 'kysely'
import type { Database, Tx } from './database.ts'
import { Refusal } from './refusal.ts'

/** What somebody may reach in one community: by which roles and, for residents, as which persons. */
export type Reach = {
  communityId: string
  roles: Role[]
  team: Team | null
  personIds: string[]
}

export type Actor =
  | {
      kind: 'staff' | 'resident'
      accountId: string
      sessionId: string
      name: string
      organizationId: string | null
      reach: Reach[]
    }
  | {
      kind: 'anonymous' | 'system'
      accountId: null
      sessionId: null
      name: string
      organizationId: null
      reach: Reach[]
    }

/** The act's key and a digest of what was asked, so that a repeated act is recognised. */
export type Act = { key: string; endpoint: string; fingerprint: Buffer }

/** Who asks, when, and the only ways to the database. Tests and jobs make their own. */
export type Context = {
  actor: Actor
  /** The instant of this act, ISO 8601 UTC. */
  now: string
  locale: Locale
  requestId: string
  /** Where the request came from, for rate limits; never logged. */
  address: string
  device: string
  database: Database
  act: Act | undefined
}

export const nobody = '00000000-0000-0000-0000-000000000000'

/** A context with which jobs and reactions act in some communities, as the house itself. */
export function systemContext(database: Database, now: string, communities: readonly string[]): Context {
  return {
    actor: {
      kind: 'system',
      accountId: null,
      sessionId: null,
      name: 'system',
      organizationId: null,
      reach: communities.map((communityId) => ({ communityId, roles: [], team: null, personIds: [] })),
    },
    now,
    locale: 'zh-Hans',
    requestId: 'system',
    address: '',
    device: '',
    database,
    act: undefined,
  }
}

/** Communities in which the actor holds a permission. */
export function communitiesAllowing(context: Context, permission: Permission): string[] {
  return context.actor.reach
    .filter((it) => it.roles.some((role) => rolePermissions[role].includes(permission)))
    .map((it) => it.communityId)
}

export function permissionsIn(reach: Reach): Permission[] {
  return [...new Set(reach.roles.flatMap((role) => rolePermissions[role]))]
}

/**
 * The reach in a community for an act, or a refusal. A community out of reach and a permission not held
 * there answer alike: not found.
 */
export function allow(context: Context, permission: Permission, communityId: string): Reach {
  const reach = context.actor.reach.find((it) => it.communityId === communityId)
  if (!reach || !permissionsIn(reach).includes(permission)) throw new Refusal('not_found')
  return reach
}

/** Reads in a transaction that sees the communities given, by default all in the actor's reach. */
export function read<T>(
  context: Context,
  work: (tx: Tx) => Promise<T>,
  communities = reachOf(context),
): Promise<T> {
  return context.database.transaction(communities, work)
}

/**
 * Changes something, once: when the same act (same key by the same account) comes again it answers what it
 * answered first, without a second effect; the same key with another request is refused. `work` gives a small
 * JSON outcome, which is what is remembered.
 */
export async function change<T>(
  context: Context,
  work: (tx: Tx) => Promise<T>,
  communities = reachOf(context),
): Promise<T> {
  const { act } = context
  if (!act) return context.database.transaction(communities, work)
  return context.database.transaction(communities, async (tx) => {
    const mine = await sql<{ key: string }>`
      insert into platform.act (account_id, key, endpoint, fingerprint, at)
      values (${context.actor.accountId ?? nobody}, ${act.key}, ${act.endpoint}, ${act.fingerprint}, ${context.now})
      on conflict (account_id, key) do nothing returning key`.execute(tx)
    if (mine.rows.length === 0) return recordedOutcome<T>(context, act, tx)
    const outcome = await work(tx)
    await sql`
      update platform.act set outcome = ${JSON.stringify(outcome ?? {})}::jsonb
      where account_id = ${context.actor.accountId ?? nobody} and key = ${act.key}`.execute(tx)
    return outcome
  })
}

/** The outcome of an act done before; refuses a key that was used for something else. */
export async function recordedOutcome<T>(context: Context, act: Act, tx: Tx): Promise<T> {
  const found = await sql<{ fingerprint: Buffer; outcome: T }>`
    select fingerprint, outcome from platform.act
    where account_id = ${context.actor.accountId ?? nobody} and key = ${act.key}`.execute(tx)
  const before = found.rows[0]
  if (!before || !before.fingerprint.equals(act.fingerprint)) throw new Refusal('key_reused')
  return before.outcome
}

function reachOf(context: Context): string[] {
  return context.actor.reach.map((it) => it.communityId)
}
