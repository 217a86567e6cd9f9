import type { insightEndpoints } from '@zhanggui/contract'
import { communitiesAllowing, read } from '#platform/context'
import type { Context } from '#platform/context'
import type { Input } from '#platform/http/serving'
import { figuresOf } from '../queries.ts'
import { checkSpan } from '../span.ts'

/** The figures of every community in reach that had a case, one row each. Refused: a span that is none. */
export async function compareCommunities(
  context: Context,
  { query }: Input<(typeof insightEndpoints)['compareCommunities']>,
) {
  checkSpan(query)
  const communities = communitiesAllowing(context, 'board.read')
  const span = { communities, ...query, now: context.now }
  const rows = await read(context, (tx) => figuresOf(tx, span, 'community'), communities)
  return { rows, at: context.now }
}
