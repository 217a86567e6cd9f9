import { deriveLife } from '@zhanggui/rules'
import pg from 'pg'
import { clocksOf, dueOf } from '../../src/modules/cases/clocks.ts'
import { openPool } from '../../src/platform/database.ts'
import type { Tx } from '../../src/platform/database.ts'

/**
 * Works out every case's status, cycle, next deadline and clocks from its events alone and compares them with
 * what is stored; one line per difference. Also: events numbered without gaps, one version per event.
 */
export async function rederiveAll(appUrl: string, ownerUrl: string): Promise<string[]> {
  const communities = await communitiesOf(ownerUrl)
  const database = openPool({ url: appUrl, size: 2, onError: () => undefined })
  try {
    const found: string[] = []
    for (const communityId of communities) {
      found.push(...(await database.transaction([communityId], (tx) => rederiveCommunity(tx, communityId))))
    }
    return found
  } finally {
    await database.close()
  }
}

async function communitiesOf(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string }>(
      'select distinct community_id as id from identity.appointment',
    )
    return rows.map((it) => it.id)
  } finally {
    await client.end()
  }
}

async function rederiveCommunity(tx: Tx, communityId: string): Promise<string[]> {
  const cases = await tx
    .selectFrom('cases.case')
    .selectAll()
    .where('community_id', '=', communityId)
    .execute()
  const events = Map.groupBy(
    await tx
      .selectFrom('cases.case_event')
      .selectAll()
      .where('community_id', '=', communityId)
      .orderBy('case_id')
      .orderBy('seq')
      .execute(),
    (it) => it.case_id,
  )
  const clocks = Map.groupBy(
    await tx.selectFrom('cases.clock').selectAll().where('community_id', '=', communityId).execute(),
    (it) => it.case_id,
  )
  const found: string[] = []
  for (const row of cases) {
    const history = events.get(row.id) ?? []
    const differs = (what: string, stored: unknown, derived: unknown) => {
      if (JSON.stringify(stored) !== JSON.stringify(derived))
        found.push(
          `${row.number} ${what}: stored ${JSON.stringify(stored)}, derived ${JSON.stringify(derived)}`,
        )
    }
    differs(
      'event numbers',
      history.map((it) => it.seq),
      history.map((_, index) => index + 1),
    )
    differs('version', row.version, history.length)
    differs('life', { status: row.status, cycle: row.cycle }, deriveLife(history))
    const facts = history.map((it) => ({
      seq: it.seq,
      kind: it.kind,
      occurredAt: it.occurred_at,
      actorKind: it.actor_kind,
      detail: it.detail as Record<string, never>,
    }))
    const last = facts.at(-1)
    if (!last) continue
    const derived = (await clocksOf(tx, communityId, facts, last.occurredAt)).clocks
    const due = dueOf(derived)
    differs(
      'due',
      { kind: row.due_kind, at: row.due_kind === null ? null : row.due_at },
      { kind: due.due_kind, at: due.due_kind === null ? null : due.due_at },
    )
    const line = (it: { kind: string; cycle: number; verdict: string }) =>
      `${it.kind} ${it.cycle} ${it.verdict}`
    differs('clocks', (clocks.get(row.id) ?? []).map(line).toSorted(), derived.map(line).toSorted())
  }
  return found
}
