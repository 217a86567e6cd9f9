import { escalateCase } from '#modules/cases'
import type { Database, Tx } from '#platform/database'
import { instantText } from '@zhanggui/rules'
import { sql } from 'kysely'
import { demoCommunityId } from './ids.ts'

/** Lets the ladders of cases still under way speak, each level at its own instant, as a worker would have. */
export async function escalate(tx: Tx, database: Database, now: number): Promise<void> {
  for (;;) {
    const due = await sql<{ id: string; at: string }>`
      select id, escalate_at as at from cases.case
      where community_id = ${demoCommunityId} and status in ('new', 'open', 'paused', 'resolved')
        and escalate_at < 'infinity' and escalate_at <= ${instantText(now)}
      order by escalate_at, id`.execute(tx)
    if (due.rows.length === 0) return
    for (const { id, at } of due.rows) {
      await escalateCase(database, { communityId: demoCommunityId, caseId: id }, at)
    }
  }
}

/** Lets one case's ladder speak up to an instant (ISO 8601), each level at its own. */
export async function escalateUntil(database: Database, caseId: string, until: string): Promise<void> {
  for (;;) {
    const at = await database.transaction([demoCommunityId], async (tx) => {
      const row = await tx
        .selectFrom('cases.case')
        .select('escalate_at')
        .where('community_id', '=', demoCommunityId)
        .where('id', '=', caseId)
        .executeTakeFirst()
      return row?.escalate_at
    })
    if (at === undefined || at >= until) return
    await escalateCase(database, { communityId: demoCommunityId, caseId }, at)
  }
}
