import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { change, read } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'

/** The fifty newest things the caller was told in the app, and how many are unread. */
export async function listNotifications(context: Context) {
  return read(context, async (tx) => {
    const items = await tx
      .selectFrom('messaging.delivery')
      .where(toMe(context))
      .select(['id', 'kind', 'at', 'read_at', 'case_id', 'case_number', 'excerpt'])
      .orderBy('at', 'desc')
      .limit(sql.lit(50))
      .execute()
    return {
      items: items.map((it) => ({
        id: it.id,
        kind: it.kind,
        at: it.at,
        readAt: it.read_at,
        caseId: it.case_id,
        caseNumber: it.case_number,
        excerpt: it.excerpt,
      })),
      unread: items.filter((it) => it.read_at === null).length,
    }
  })
}

/** Marks as read what is the caller's own; other ids change nothing and say nothing. */
export async function markNotificationsRead(context: Context, ids: string[]) {
  return change(context, async (tx) => {
    await markRead(context, tx, sql<boolean>`id = any(${ids}::uuid[])`)
    return {}
  })
}

/** The resident has opened a case: what they were told about it is read. */
export async function markCaseRead(context: Context, tx: Tx, caseId: string): Promise<void> {
  await markRead(context, tx, sql<boolean>`case_id = ${caseId}`)
}

/** Marks as read what the caller was told and `which` holds for; one statement, however many. */
async function markRead(context: Context, tx: Tx, which: RawBuilder<boolean>): Promise<void> {
  await tx
    .updateTable('messaging.delivery')
    .set((eb) => ({
      state: 'read' as const,
      read_at: context.now,
      delivered_at: eb.fn.coalesce('delivered_at', sql<string>`${context.now}`),
    }))
    .where(toMe(context))
    .where('read_at', 'is', null)
    .where(which)
    .execute()
}

/** What was told to whoever asks: delivery_to_account, delivery_to_person. */
function toMe({ actor }: Context): RawBuilder<boolean> {
  const communities = actor.reach.map((it) => it.communityId)
  const persons = actor.reach.flatMap((it) => it.personIds)
  const me =
    actor.kind === 'staff'
      ? sql<boolean>`account_id = ${actor.accountId}`
      : sql<boolean>`person_id = any(${persons}::uuid[])`
  return sql<boolean>`community_id = any(${communities}::uuid[]) and ${me}`
}
