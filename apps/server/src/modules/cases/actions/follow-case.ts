import { deliver } from '#modules/messaging'
import { activeStatuses } from '@zhanggui/contract'
import type { CaseStatus } from '@zhanggui/contract'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { change, communitiesAllowing } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { Refusal } from '#platform/refusal'
import type { CaseRow } from '../access.ts'

/**
 * A resident follows a case instead of reporting it again: one of their own, or one on common ground of a community
 * they live in, as long as it is under way. They are told when it is done, and learn nothing else of it. Again changes
 * nothing. Anything else answers as not there.
 */
export async function followCase(context: Context, id: string): Promise<{ id: string; followers: number }> {
  const communities = communitiesAllowing(context, 'case.follow')
  return change(
    context,
    async (tx) => {
      // case_pkey, once per community in reach
      const row = await tx
        .selectFrom('cases.case')
        .select(['community_id', 'status', 'place_kind', 'person_id'])
        .where(sql<boolean>`community_id = any(${communities}::uuid[])`)
        .where('id', '=', id)
        .executeTakeFirst()
      const reach = row && context.actor.reach.find((it) => it.communityId === row.community_id)
      const [personId] = reach?.personIds ?? []
      if (!row || !reach || personId === undefined) throw new Refusal('not_found')
      const own = row.person_id !== null && reach.personIds.includes(row.person_id)
      const common = row.place_kind !== null && row.place_kind !== 'home'
      const active = (activeStatuses as readonly CaseStatus[]).includes(row.status)
      if (!own && !(common && active)) throw new Refusal('not_found')
      await tx
        .insertInto('cases.case_follower')
        .values({
          community_id: row.community_id,
          id: v7(),
          case_id: id,
          person_id: own ? (row.person_id ?? personId) : personId,
          at: context.now,
        })
        .onConflict((on) => on.columns(['community_id', 'case_id', 'person_id']).doNothing())
        .execute()
      return { id, followers: (await followersOf(tx, row.community_id, id)).length }
    },
    communities,
  )
}

/** Who follows a case, besides who reported it. */
export async function followersOf(tx: Tx, communityId: string, caseId: string): Promise<string[]> {
  // case_follower_once
  const rows = await tx
    .selectFrom('cases.case_follower')
    .select('person_id')
    .where('community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .execute()
  return rows.map((it) => it.person_id)
}

/** Tells those who follow that it is done; where it was, never who reported it or in which words. */
export async function tellFollowers(tx: Tx, row: CaseRow, at: string): Promise<void> {
  for (const personId of await followersOf(tx, row.community_id, row.id)) {
    if (personId === row.person_id) continue
    await deliver(tx, {
      communityId: row.community_id,
      kind: 'followed-resolved',
      to: { personId },
      caseId: null,
      caseNumber: null,
      excerpt: row.place_label ?? '',
      at,
    })
  }
}
