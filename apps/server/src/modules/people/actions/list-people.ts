import type { endpoints } from '@zhanggui/contract'
import { allow, read } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import type { Input } from '#platform/http/serving'
import { refuseField } from '#platform/refusal'
import { personRef } from '../phone.ts'
import { homesOfPersons, pageOfPersons } from '../queries.ts'
import type { Person } from '../queries.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { personTerms } from '../rules/search-terms.ts'

type Asked = Input<(typeof endpoints)['listPeople']>

/** People of a community by name, a page at a time, with their present homes. */
export async function listPeople(context: Context, { params, query }: Asked) {
  const { communityId } = params
  allow(context, 'people.read', communityId)
  const { q, cursor, limit } = query
  const after = cursor === undefined ? undefined : readCursor(cursor)
  if (cursor !== undefined && !after) throw refuseField('cursor', 'bad_format')
  return read(context, async (tx) => {
    const rows = await pageOfPersons(tx, communityId, { terms: q ? personTerms(q) : undefined, after, limit })
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      items: await withHomes(tx, communityId, shown),
      nextCursor: rows.length > limit && last ? writeCursor(last) : null,
    }
  })
}

/** Persons as lists show them, with their present homes. */
export async function withHomes(tx: Tx, communityId: string, persons: readonly Person[]) {
  const homes = await homesOfPersons(
    tx,
    communityId,
    persons.map((it) => it.id),
  )
  return persons.map((person) => ({
    ...personRef(person),
    homes: homes
      .filter((it) => it.personId === person.id)
      .map(({ homeId, label, role }) => ({ id: homeId, label, role })),
  }))
}
