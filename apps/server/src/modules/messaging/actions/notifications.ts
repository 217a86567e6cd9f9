import { sql } from 'kysely'
import { change, read } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'

/** The fifty newest things the caller was told in the app, and how many are unread. */
export async function listNotifications(context: Context) {
  return read(context, async (tx) => {
    const items = await mine(context, tx)
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
    const own = await mine(context, tx).select(['community_id', 'id']).where('read_at', 'is', null).execute()
    for (const it of own.filter(({ id }) => ids.includes(id))) {
      await markRead(tx, it.community_id, it.id, context.now)
    }
    return {}
  })
}

/** The resident has opened a case: what they were told about it is read. */
export async function markCaseRead(context: Context, tx: Tx, caseId: string): Promise<void> {
  const own = await mine(context, tx)
    .select(['community_id', 'id'])
    .where('case_id', '=', caseId)
    .where('read_at', 'is', null)
    .execute()
  for (const it of own) await markRead(tx, it.community_id, it.id, context.now)
}

async function markRead(tx: Tx, communityId: string, id: string, now: string): Promise<void> {
  await tx
    .updateTable('messaging.delivery')
    .set((eb) => ({
      state: 'read' as const,
      read_at: now,
      delivered_at: eb.fn.coalesce('delivered_at', sql<string>`${now}`),
    }))
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

function mine(context: Context, tx: Tx) {
  const { actor } = context
  const communities = actor.reach.map((it) => it.communityId)
  const persons = actor.reach.flatMap((it) => it.personIds)
  // delivery_to_person, delivery_to_account
  return tx
    .selectFrom('messaging.delivery')
    .where('community_id', '=', sql<string>`any(${communities}::uuid[])`)
    .where((eb) =>
      actor.kind === 'staff'
        ? eb('account_id', '=', actor.accountId)
        : eb('person_id', '=', sql<string>`any(${persons}::uuid[])`),
    )
}
