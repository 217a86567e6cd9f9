import { assignmentBody } from '@zhanggui/contract'
import type { AssignmentBody, AssignmentView } from '@zhanggui/contract'
import { v7 } from 'uuid'
import { allow, change, read } from '#platform/context'
import type { Context } from '#platform/context'
import { brokenConstraint } from '#platform/database'
import type { Tx } from '#platform/database'
import { queueJob } from '#platform/outbox'
import { Refusal } from '#platform/refusal'
import { assignmentOf } from '../assignment.ts'

/** How work is given out here. */
export function readAssignment(context: Context, communityId: string): Promise<AssignmentView> {
  allow(context, 'policy.read', communityId)
  return read(context, (tx) => assignmentOf(tx, communityId), [communityId])
}

/** Publishes how work is given out from now on. Refused: a version other than the one in force. */
export function publishAssignment(
  context: Context,
  communityId: string,
  input: AssignmentBody & { expectedVersion: number },
): Promise<AssignmentView> {
  allow(context, 'policy.publish', communityId)
  return change(context, async (tx) => {
    const published = await publishAssignmentTx(tx, communityId, input, context.actor.name, context.now)
    await queueJob(tx, 'cases:assign', { communityId }, { key: `cases:assign:${communityId}` })
    return published
  })
}

export async function publishAssignmentTx(
  tx: Tx,
  communityId: string,
  input: AssignmentBody & { expectedVersion: number },
  by: string,
  now: string,
): Promise<AssignmentView> {
  const { expectedVersion, ...rest } = input
  const body = assignmentBody.parse(rest)
  const { version: before } = await assignmentOf(tx, communityId)
  if (before !== expectedVersion) throw new Refusal('stale_version', { detail: { version: before } })
  const version = before + 1
  await tx
    .insertInto('cases.assignment_policy')
    .values({
      community_id: communityId,
      id: v7(),
      version,
      body: JSON.stringify(body),
      published_at: now,
      published_by_name: by,
    })
    .execute()
    .catch((error: unknown) => {
      // Somebody else published at the same instant.
      if (brokenConstraint(error) === 'assignment_policy_version')
        throw new Refusal('stale_version', { detail: { version } })
      throw error
    })
  return { ...body, version, publishedAt: now, publishedBy: by }
}
