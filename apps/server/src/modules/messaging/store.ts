import type { Channel, NotificationKind } from '@zhanggui/contract'
import { v7 } from 'uuid'
import type { Tx } from '#platform/database'
import { queueJob, tellLive } from '#platform/outbox'

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
  caseId: string
  caseNumber: string
  excerpt: string
  at: string
}

/** Tells somebody something: written with the act itself, sent by a job once the act is committed. */
export async function deliver(tx: Tx, it: NewDelivery): Promise<void> {
  const id = v7()
  await tx
    .insertInto('messaging.delivery')
    .values({
      community_id: it.communityId,
      id,
      kind: it.kind,
      channel: 'app',
      person_id: 'personId' in it.to ? it.to.personId : null,
      account_id: 'accountId' in it.to ? it.to.accountId : null,
      interaction_id: it.interactionId ?? null,
      case_id: it.caseId,
      case_number: it.caseNumber,
      excerpt: it.excerpt.slice(0, 120),
      at: it.at,
    })
    .execute()
  await queueJob(tx, 'messaging.send', { communityId: it.communityId, id })
  await tellLive(tx, {
    kind: 'notification',
    communityId: it.communityId,
    id: null,
    version: null,
    ...('personId' in it.to ? { personIds: [it.to.personId] } : { accountIds: [it.to.accountId] }),
  })
}
