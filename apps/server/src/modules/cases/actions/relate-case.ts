import type { CaseView, relateCase as shape } from '@zhanggui/contract'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type * as z from 'zod'
import { change } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { Refusal, refuseField } from '#platform/refusal'
import { caseToChange } from '../access.ts'

/**
 * Says that two cases of a community have to do with each other, or no longer; neither changes by it, and doing it again
 * changes nothing. Refused: the same case, one out of reach.
 */
export function relateCase(
  context: Context,
  id: string,
  input: z.output<typeof shape>,
): Promise<Record<string, never>> {
  return change(context, async (tx) => {
    if (input.otherId === id) throw refuseField('otherId', 'invalid', 'case_merge_same')
    const { row } = await caseToChange(context, tx, id, 'case.merge')
    const other = await caseToChange(context, tx, input.otherId, 'case.merge').catch((error: unknown) => {
      if (error instanceof Refusal) return undefined
      throw error
    })
    if (other?.row.community_id !== row.community_id) throw refuseField('otherId', 'invalid', 'not_found')
    const [first = id, second = input.otherId] = [id, input.otherId].toSorted()
    if (input.end) {
      await tx
        .updateTable('cases.case_link')
        .set({ ended_at: context.now })
        .where('community_id', '=', row.community_id)
        .where('kind', '=', 'related')
        .where('case_id', '=', first)
        .where('other_id', '=', second)
        .where('ended_at', 'is', null)
        .execute()
      return {}
    }
    await sql`
      insert into cases.case_link (community_id, id, kind, case_id, other_id, made_at, made_by)
      values (${row.community_id}, ${v7()}, 'related', ${first}, ${second}, ${context.now}, ${context.actor.accountId})
      on conflict (community_id, kind, case_id, other_id) where ended_at is null do nothing`.execute(tx)
    return {}
  })
}

/** What a case has to do with others, the latest first; at most fifty. */
export async function linksOf(tx: Tx, communityId: string, caseId: string): Promise<CaseView['links']> {
  // case_link_once, case_link_other
  const { rows } = await sql<CaseView['links'][number]>`
    select l.kind, l.case_id = ${caseId} as outgoing, c.id, c.number, c.status, left(c.text, 120) as text
    from cases.case_link l
    join cases.case c on c.community_id = l.community_id
      and c.id = case when l.case_id = ${caseId} then l.other_id else l.case_id end
    where l.community_id = ${communityId} and l.ended_at is null and (l.case_id = ${caseId} or l.other_id = ${caseId})
    order by l.made_at desc limit 50`.execute(tx)
  return rows
}
