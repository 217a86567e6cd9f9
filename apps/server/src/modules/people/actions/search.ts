import type { caseLine, endpoints } from '@zhanggui/contract'
import type * as z from 'zod'
import { findPlaces } from '#modules/estate'
import { allow, permissionsIn, read } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import type { Input } from '#platform/http/serving'
import { findPersons } from '../queries.ts'
import { personTerms } from '../rules/search-terms.ts'
import { withHomes } from './list-people.ts'

type Asked = Input<(typeof endpoints)['search']>

/** Cases by what was typed, best first; told by whoever composes the program. */
export type FindCases = (
  context: Context,
  tx: Tx,
  communityId: string,
  q: string,
) => Promise<z.input<typeof caseLine>[]>

const each = 10

/** One box for rooms, places, names, initials, phones and case numbers; at most ten of each, best first. */
export async function search(context: Context, { params, query }: Asked, findCases: FindCases) {
  const { communityId } = params
  const { q } = query
  const reach = allow(context, 'people.read', communityId)
  const mayReadCases = permissionsIn(reach).includes('case.read')
  return read(context, async (tx) => ({
    homes: await findPlaces(tx, communityId, { q, kinds: ['home'], limit: each }),
    places: await findPlaces(tx, communityId, { q, kinds: ['building', 'entrance', 'common'], limit: each }),
    people: await withHomes(tx, communityId, await findPersons(tx, communityId, personTerms(q))),
    cases: mayReadCases ? (await findCases(context, tx, communityId, q)).slice(0, each) : [],
  }))
}
