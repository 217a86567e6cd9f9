import type { Role } from '@zhanggui/contract'
import { v7 } from 'uuid'
import { foundCommunity } from '../../src/modules/estate/index.ts'
import type { Actor, Context } from '../../src/platform/context.ts'
import { openPool } from '../../src/platform/database.ts'
import type { Database } from '../../src/platform/database.ts'
import { withClient } from '../../src/platform/postgres/connect.ts'
import { copyDatabase } from '../harness/database.ts'

/** A house of one's own: a database with one organization, and contexts of whoever asks. */
export type House = {
  database: Database
  ownerUrl: string
  now: string
  organizationId: string
  /** Founds a community and gives its id. */
  community(name?: string): Promise<string>
  /** Somebody with these roles in these communities; entered as an account, so that ledgers can name them. */
  actor(communities: string[], roles: Role[], personIds?: string[]): Promise<Context>
  close(): Promise<void>
}

export async function openHouse(now = '2026-11-23T08:00:00.000Z'): Promise<House> {
  const copy = await copyDatabase()
  const database = openPool({ url: copy.appUrl, size: 4, onError: () => undefined })
  const organizationId = v7()
  await database.house
    .insertInto('identity.organization')
    .values({ id: organizationId, name: '和谐物业', created_at: now })
    .execute()
  return {
    database,
    ownerUrl: copy.ownerUrl,
    now,
    organizationId,
    async community(name = '锦绣花园') {
      const id = v7()
      await database.transaction([id], (tx) => foundCommunity(tx, { id, organizationId, name, now }))
      return id
    },
    async actor(communities, roles, personIds = []) {
      const accountId = v7()
      const kind = roles.some((it) => ['owner', 'tenant', 'family'].includes(it)) ? 'resident' : 'staff'
      await database.house
        .insertInto('identity.account')
        .values({
          id: accountId,
          kind,
          name: kind === 'staff' ? '林小雨' : '住户',
          organization_id: kind === 'staff' ? organizationId : null,
          login: kind === 'staff' ? `u${accountId}` : null,
          phone: kind === 'staff' ? null : `1${accountId.replaceAll(/\D/g, '').padEnd(10, '3').slice(0, 10)}`,
          created_at: now,
        })
        .execute()
      return contextOf(database, now, {
        kind,
        accountId,
        sessionId: v7(),
        name: kind === 'staff' ? '林小雨' : '住户',
        organizationId: kind === 'staff' ? organizationId : null,
        reach: communities.map((communityId) => ({ communityId, roles, team: null, personIds })),
      })
    },
    async close() {
      await database.close()
      await copy.drop()
    },
  }
}

function contextOf(database: Database, now: string, actor: Actor): Context {
  return {
    actor,
    now,
    locale: 'zh-Hans',
    requestId: 'test',
    address: '127.0.0.1',
    device: 'test',
    database,
    act: undefined,
  }
}

/** Runs SQL as the owner of the database, who is not bound by what the application may do, in these communities. */
export async function asOwner<T>(house: House, communities: string[], text: string): Promise<T[]> {
  return withClient(house.ownerUrl, async (client) => {
    await client.query(`set app.communities = '${communities.join(',')}'`)
    return (await client.query(text)).rows as T[]
  })
}

/** The refusal an act ends in; fails when it is not refused. */
export async function refusalOf(act: Promise<unknown>): Promise<unknown> {
  const outcome: unknown = await act.then(
    () => 'was not refused',
    (error: unknown) => error,
  )
  const { code, fields, detail } = outcome as { code?: string; fields?: unknown; detail?: unknown }
  if (typeof code !== 'string') throw new Error(`not refused but ${String(outcome)}`, { cause: outcome })
  return { code, ...(fields ? { fields } : {}), ...(detail ? { detail } : {}) }
}
