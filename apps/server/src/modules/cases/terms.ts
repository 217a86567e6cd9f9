import { currentCalendars, namedCalendarVersions } from '#modules/estate'
import type { CaseKind, Urgency } from '@zhanggui/contract'
import { clockKinds } from '@zhanggui/contract'
import type { Tx } from '#platform/database'
import { Refusal } from '#platform/refusal'
import { chooseRule } from './rules/choose-targets.ts'
import type { PolicyRule, Targets } from './rules/choose-targets.ts'
import type { Terms } from './rules/facts.ts'

export type PolicyBody = { rules: PolicyRule[]; reopenPercent: number; reopenFloorSeconds: number }

/**
 * The service times a case opened now gets, by the policy and calendars in force: noted in its first event and
 * never changed. Refused (`policy_invalid`) when the community has published none that fits.
 */
export async function termsNow(
  tx: Tx,
  communityId: string,
  kind: CaseKind,
  urgency: Urgency,
): Promise<Terms> {
  // policy_version_number, backwards
  const policy = await tx
    .selectFrom('cases.policy_version')
    .select(['id', 'body'])
    .where('community_id', '=', communityId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return termsOf(policy, { kind, urgency }, await currentVersions(tx, communityId))
}

/**
 * The times of a running case that is reclassified: another rule of the policy version it runs under, and the versions
 * of the calendars it has been measured by so far; a calendar that is new to it comes in its present version.
 */
export async function termsUnder(
  tx: Tx,
  communityId: string,
  it: { kind: CaseKind; urgency: Urgency; present: Terms | undefined },
): Promise<Terms> {
  if (it.present === undefined) throw new Error('a case without terms')
  // policy_version_pkey
  const policy = await tx
    .selectFrom('cases.policy_version')
    .select(['id', 'body'])
    .where('community_id', '=', communityId)
    .where('id', '=', it.present.policyVersionId)
    .executeTakeFirst()
  const versions = await currentVersions(tx, communityId)
  const used = Object.values(it.present.targets).flatMap((target) => target?.calendarVersionId ?? [])
  for (const { calendarId, versionId } of await namedCalendarVersions(tx, communityId, used)) {
    versions.set(calendarId, versionId)
  }
  return termsOf(policy, it, versions)
}

/** The version of each calendar that holds now, by calendar. */
export async function currentVersions(tx: Tx, communityId: string): Promise<Map<string, string>> {
  const calendars = await currentCalendars(tx, communityId)
  return new Map(calendars.map((it) => [it.calendarId, it.versionId]))
}

/** What a policy version gives a case of this kind and urgency, measured by these versions of its calendars. */
export function termsOf(
  policy: { id: string; body: unknown } | undefined,
  it: { kind: CaseKind; urgency: Urgency },
  calendarVersions: ReadonlyMap<string, string>,
): Terms {
  const body = policy?.body as PolicyBody | undefined
  const rule = body && chooseRule(body.rules, it.kind, it.urgency)
  if (!policy || !rule) throw new Refusal('policy_invalid')
  const targets = clockKinds.flatMap((kind) => {
    const target = rule.targets[kind]
    if (!target) return []
    const calendarVersionId = calendarVersions.get(target.calendarId)
    if (calendarVersionId === undefined) throw new Refusal('policy_invalid')
    return [[kind, { seconds: target.seconds, calendarVersionId }] as const]
  })
  return {
    policyVersionId: policy.id,
    targets: Object.fromEntries(targets) as Targets<{ seconds: number; calendarVersionId: string }>,
    reopenPercent: body.reopenPercent,
    reopenFloorSeconds: body.reopenFloorSeconds,
    ...(rule.ladder === undefined ? {} : { ladder: rule.ladder }),
  }
}
