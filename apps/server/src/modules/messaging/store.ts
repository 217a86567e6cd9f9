import type { Channel, NotificationKind } from '@zhanggui/contract'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '#platform/database'
import { liveTask } from '#platform/outbox'
import type { LiveNews } from '#platform/outbox'

export type NewInteraction = {
  communityId: string
  id: string
  channel: Channel
  direction: 'in' | 'out'
  /** The channel's own name for the message; for our own apps, the act's id. */
  externalId: string
  subjectId: string
  personId: string | null
  accountId: string | null
  text: string
  photos: string[]
  occurredAt: string
}

/** Keeps one contact, before anything is made of it. False when it was kept before: the same message again. */
export async function recordInteraction(tx: Tx, it: NewInteraction): Promise<boolean> {
  const kept = await tx
    .insertInto('messaging.interaction')
    .values({
      community_id: it.communityId,
      id: it.id,
      channel: it.channel,
      direction: it.direction,
      external_id: it.externalId,
      subject_id: it.subjectId,
      person_id: it.personId,
      account_id: it.accountId,
      text: it.text,
      photos: it.photos,
      occurred_at: it.occurredAt,
    })
    .onConflict((on) => on.columns(['community_id', 'channel', 'external_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}

export type NewDelivery = {
  communityId: string
  kind: NotificationKind
  /** A resident or a member of staff, one of the two. */
  to: { personId: string } | { accountId: string }
  interactionId?: string
  /** Null: the news is of a case that they may not read. */
  caseId: string | null
  caseNumber: string | null
  excerpt: string
  at: string
}

/** Tells somebody something: written with the act itself, sent by a job once the act is committed. */
export async function deliver(tx: Tx, it: NewDelivery): Promise<void> {
  const id = v7()
  const { communityId } = it
  const personId = 'personId' in it.to ? it.to.personId : null
  const accountId = 'accountId' in it.to ? it.to.accountId : null
  const news: LiveNews = {
    kind: 'notification',
    communityId,
    id: null,
    version: null,
    ...(personId === null ? { accountIds: [accountId ?? ''] } : { personIds: [personId] }),
  }
  await sql`
    with queued as (
      insert into platform.outbox (task, payload)
      values ('messaging:send', ${JSON.stringify({ communityId, id })}::jsonb), (${liveTask}, ${JSON.stringify(news)}::jsonb)
    )
    insert into messaging.delivery (community_id, id, kind, channel, person_id, account_id, interaction_id, case_id,
      case_number, excerpt, at)
    values (${communityId}, ${id}, ${it.kind}, 'app', ${personId}, ${accountId}, ${it.interactionId ?? null}, ${it.caseId},
      ${it.caseNumber}, ${it.excerpt.slice(0, 120)}, ${it.at})`.execute(tx)
}

/** Tells several members of staff the same, in one statement. */
export async function tellStaff(
  tx: Tx,
  it: Omit<NewDelivery, 'to' | 'interactionId'> & { accountIds: readonly string[] },
): Promise<void> {
  if (it.accountIds.length === 0) return
  const { communityId } = it
  const news: LiveNews = {
    kind: 'notification',
    communityId,
    id: null,
    version: null,
    accountIds: [...it.accountIds],
  }
  const rows = it.accountIds.map((accountId) => ({ id: v7(), account_id: accountId }))
  await sql`
    with told as (
      insert into messaging.delivery (community_id, id, kind, channel, account_id, case_id, case_number, excerpt, at)
      select ${communityId}::uuid, r.id, ${it.kind}, 'app', r.account_id, ${it.caseId}::uuid, ${it.caseNumber},
        ${it.excerpt.slice(0, 120)}, ${it.at}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, account_id uuid)
      returning id
    )
    insert into platform.outbox (task, payload)
    select 'messaging:send', jsonb_build_object('communityId', ${communityId}::text, 'id', id) from told
    union all select ${liveTask}, ${JSON.stringify(news)}::jsonb`.execute(tx)
}
