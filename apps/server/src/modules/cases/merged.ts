import { instantText, epochSeconds } from '@zhanggui/rules'
import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { CaseRow } from './access.ts'

/** A merge can be taken back for so long. */
export const unmergeSeconds = 30 * 86_400
export const canUndoUntil = (mergedAt: string): string => instantText(epochSeconds(mergedAt) + unmergeSeconds)

/**
 * The case in which a case goes on, at the end of the chain: itself when it was not merged. A ring, which can not
 * come about, would end the search too, as every case is looked at once.
 */
export async function finalCaseId(tx: Tx, communityId: string, caseId: string): Promise<string> {
  // case_pkey, once a link
  const { rows } = await sql<{ id: string }>`
    with recursive chain(id, merged_into) as (
      select id, merged_into from cases.case where community_id = ${communityId} and id = ${caseId}
      union
      select c.id, c.merged_into from cases.case c join chain on c.id = chain.merged_into where c.community_id = ${communityId}
    )
    select id from chain where merged_into is null limit 1`.execute(tx)
  return rows[0]?.id ?? caseId
}

/** Ids of the case and of all that were merged into it, through any number of merges. */
export const treeOf = (communityId: string, caseId: string) => sql<string>`
  with recursive tree(id) as (
    select ${caseId}::uuid
    union
    select c.id from cases.case c join tree on c.merged_into = tree.id where c.community_id = ${communityId}
  ) select id from tree`

/** The case, or the one in which it goes on, under its lock. A merge at the same moment is waited for and followed. */
export async function lockFinal(
  tx: Tx,
  row: Pick<CaseRow, 'community_id' | 'id'>,
): Promise<CaseRow | undefined> {
  let id = row.id
  for (let tries = 0; tries < 5; tries += 1) {
    id = await finalCaseId(tx, row.community_id, id)
    const found = await tx
      .selectFrom('cases.case')
      .selectAll()
      .where('community_id', '=', row.community_id)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (found?.status !== 'merged') return found
  }
  return undefined
}

/** Whether one of these persons reported a case that goes on in this one: then it is theirs too. */
export async function tookPart(
  tx: Tx,
  row: Pick<CaseRow, 'community_id' | 'id'>,
  personIds: readonly string[],
): Promise<boolean> {
  // case_merged_into
  const { rows } = await sql<{ id: string }>`
    select id from cases.case where community_id = ${row.community_id} and id in (${treeOf(row.community_id, row.id)})
      and person_id = any(${personIds}::uuid[]) limit 1`.execute(tx)
  return rows.length > 0
}
