import type { Role } from '@zhanggui/contract'
import { words as english } from '@zhanggui/messages/en/words'
import { words as chinese } from '@zhanggui/messages/zh-Hans/words'
import { read } from '#platform/context'
import type { Context } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import { signedIn } from '../access.ts'
import { accessOfPersons } from '../queries.ts'

/**
 * Who looked at the data of the persons one is, newest first. Staff are no persons of an archive; theirs is
 * empty.
 */
export async function listMyAccess(context: Context, it: { cursor?: string | undefined; limit: number }) {
  const { reach } = signedIn(context)
  const persons = reach.flatMap((place) => place.personIds)
  if (persons.length === 0) return { items: [], nextCursor: null }
  const after = it.cursor === undefined ? undefined : readCursor(it.cursor)
  const communities = reach.map((place) => place.communityId)
  // One more than asked for tells whether there is another page.
  const rows = await read(context, (tx) => accessOfPersons(tx, communities, persons, after, it.limit + 1))
  const items = rows.slice(0, it.limit)
  const last = items.at(-1)
  return {
    items: items.map((row) => ({
      id: row.id,
      at: row.at,
      by: byLine(context, row.account_name, row.role as Role),
      what: row.what,
      purpose: row.purpose,
    })),
    nextCursor: rows.length > it.limit && last ? writeCursor(last) : null,
  }
}

function byLine(context: Context, name: string, role: Role): string {
  return context.locale === 'en'
    ? `${name} (${english[`role.${role}`]})`
    : `${name}（${chinese[`role.${role}`]}）`
}
