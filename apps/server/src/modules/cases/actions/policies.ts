import { currentCalendars } from '#modules/estate'
import { caseKinds, clockKinds, urgencies } from '@zhanggui/contract'
import type { FieldProblem, PolicyView, publishPolicy as shape } from '@zhanggui/contract'
import { defaultLadder, problemsOf } from '@zhanggui/rules'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type * as z from 'zod'
import { allow, change, read } from '#platform/context'
import type { Context } from '#platform/context'
import { brokenConstraint } from '#platform/database'
import type { Tx } from '#platform/database'
import { Refusal } from '#platform/refusal'
import { gapsOf } from '../rules/choose-targets.ts'
import type { PolicyBody } from '../terms.ts'

type Input = z.output<typeof shape>

/** The service times of a community, the version in force first; at most fifty versions. */
export async function listPolicies(context: Context, communityId: string): Promise<{ items: PolicyView[] }> {
  allow(context, 'policy.read', communityId)
  return read(
    context,
    async (tx) => {
      // policy_version_number
      const rows = await tx
        .selectFrom('cases.policy_version')
        .selectAll()
        .where('community_id', '=', communityId)
        .orderBy('version', 'desc')
        .limit(sql.lit(50))
        .execute()
      return {
        items: rows.map((it) => ({
          ...(it.body as unknown as PolicyBody),
          id: it.id,
          version: it.version,
          name: it.name,
          basis: it.basis,
          publishedAt: it.published_at,
          publishedBy: it.published_by_name,
        })),
      }
    },
    [communityId],
  )
}

/**
 * Publishes new service times. Cases already open keep the ones they were opened under. Refused: a gap (a kind
 * and urgency no rule covers), a calendar that is not the community's, a ladder that names a moment twice or tells nobody
 * beyond the workers of late work, a version somebody else has moved on.
 */
export async function publishPolicy(
  context: Context,
  communityId: string,
  input: Input,
): Promise<PolicyView> {
  allow(context, 'policy.publish', communityId)
  return change(
    context,
    (tx) =>
      publishPolicyTx(
        tx,
        communityId,
        input,
        { id: context.actor.accountId, name: context.actor.name },
        context.now,
      ),
    [communityId],
  )
}

export async function publishPolicyTx(
  tx: Tx,
  communityId: string,
  input: Input,
  by: { id: string | null; name: string },
  now: string,
): Promise<PolicyView> {
  await refuseProblems(tx, communityId, input)
  const last = await tx
    .selectFrom('cases.policy_version')
    .select('version')
    .where('community_id', '=', communityId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const current = last?.version ?? 0
  if (current !== input.expectedVersion) throw new Refusal('stale_version', { detail: { version: current } })
  const { name, basis, rules, reopenPercent, reopenFloorSeconds } = input
  const body: PolicyBody = { rules, reopenPercent, reopenFloorSeconds }
  const version = current + 1
  const id = v7()
  try {
    await tx
      .insertInto('cases.policy_version')
      .values({
        community_id: communityId,
        id,
        version,
        name,
        basis,
        body: JSON.stringify(body),
        published_at: now,
        published_by: by.id,
        published_by_name: by.name,
      })
      .execute()
  } catch (error) {
    // Two published at the same moment: the second has not seen the first.
    if (brokenConstraint(error) === 'policy_version_number')
      throw new Refusal('stale_version', { detail: { version } })
    throw error
  }
  return { ...body, id, version, name, basis, publishedAt: now, publishedBy: by.name }
}

async function refuseProblems(tx: Tx, communityId: string, input: Input): Promise<void> {
  if (gapsOf(input.rules, caseKinds, urgencies).length > 0) {
    throw new Refusal('policy_invalid', { fields: [{ path: 'rules', problem: 'required' }] })
  }
  const known = new Set((await currentCalendars(tx, communityId)).map((it) => it.calendarId))
  const fields = input.rules.flatMap((rule, index) =>
    Object.entries(rule.targets).flatMap(([kind, target]) =>
      target === undefined || known.has(target.calendarId)
        ? []
        : [{ path: `rules.${index}.targets.${kind}.calendarId`, problem: 'not_listed' as FieldProblem }],
    ),
  )
  const ladders = input.rules.flatMap((rule, index) =>
    problemsOf(rule.ladder ?? defaultLadder, clockKinds).map(({ level }) => ({
      path: `rules.${index}.ladder${level === undefined ? '' : `.${level}`}`,
      problem: 'invalid' as const,
    })),
  )
  fields.push(...ladders)
  if (fields.length > 0) throw new Refusal('policy_invalid', { fields })
}
