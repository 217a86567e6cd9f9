import type { insightEndpoints } from '@zhanggui/contract'
import { allow, permissionsIn, read } from '#platform/context'
import type { Context } from '#platform/context'
import type { Input } from '#platform/http/serving'
import { Refusal } from '#platform/refusal'
import { figuresOf } from '../queries.ts'
import { checkSpan } from '../span.ts'

/**
 * The figures of the cases received in a span of days, by group. Refused: a span that is none; `by=person` without
 * the permission to see figures of people, which answers as not there.
 */
export async function readFigures(
  context: Context,
  { params, query }: Input<(typeof insightEndpoints)['readFigures']>,
) {
  const { communityId } = params
  const reach = allow(context, 'board.read', communityId)
  if (query.by === 'person' && !permissionsIn(reach).includes('board.people')) throw new Refusal('not_found')
  checkSpan(query)
  const rows = await read(
    context,
    (tx) => figuresOf(tx, { communities: [communityId], ...query, now: context.now }, query.by),
    [communityId],
  )
  return { rows, at: context.now }
}
