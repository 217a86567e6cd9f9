import type { RosterView } from '@zhanggui/contract'
import { sql } from 'kysely'
import { communitiesAllowing } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { Refusal } from '#platform/refusal'
import type { ReadRow } from '../rules/roster/read-rows.ts'

/** What is kept of a roster: what was shown, and the rows as read, phones whole, which never leave the house. */
export type KeptRoster = { shown: Omit<RosterView, 'id' | 'fileName' | 'state'>; rows: ReadRow[] }

export async function insertRoster(
  tx: Tx,
  roster: {
    communityId: string
    id: string
    fileName: string
    digest: Buffer
    kept: KeptRoster
    by: string
    now: string
  },
): Promise<void> {
  await tx
    .insertInto('people.roster')
    .values({
      community_id: roster.communityId,
      id: roster.id,
      file_name: roster.fileName,
      digest: roster.digest,
      state: 'previewed',
      preview: JSON.stringify(roster.kept),
      made_by: roster.by,
      made_at: roster.now,
    })
    .execute()
}

/** A roster of a community where the actor may import; locked until commit when it is to be applied. */
export async function rosterInReach(context: Context, tx: Tx, id: string, use: 'read' | 'apply') {
  const query = tx
    .selectFrom('people.roster')
    .select(['community_id as communityId', 'id', 'file_name as fileName', 'state', 'preview'])
    .where(sql<boolean>`community_id = any(${communitiesAllowing(context, 'people.import')}::uuid[])`)
    .where('id', '=', id)
  const row = await (use === 'apply' ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw new Refusal('not_found')
  const { preview, ...roster } = row
  // Written by this program and by nobody else.
  return { ...roster, kept: preview as unknown as KeptRoster }
}

export async function markApplied(
  tx: Tx,
  roster: { communityId: string; id: string },
  result: object,
  now: string,
): Promise<void> {
  await tx
    .updateTable('people.roster')
    .set({ state: 'applied', result: JSON.stringify(result), applied_at: now })
    .where('community_id', '=', roster.communityId)
    .where('id', '=', roster.id)
    .execute()
}
