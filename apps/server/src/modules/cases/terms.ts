import { currentCalendars } from '#modules/estate'
import type { CaseKind, Urgency } from '@zhanggui/contract'
import type { Tx } from '#platform/database'
import { Refusal } from '#platform/refusal'
import { chooseRule } from './rules/choose-targets.ts'
import type { PolicyRule } from './rules/choose-targets.ts'
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
  if (!policy) throw new Refusal('policy_invalid')
  const body = policy.body as unknown as PolicyBody
  const rule = chooseRule(body.rules, kind, urgency)
  if (!rule) throw new Refusal('policy_invalid')
  const calendars = await currentCalendars(tx, communityId)
  const target = (it: { seconds: number; calendarId: string }) => {
    const calendar = calendars.find(({ calendarId }) => calendarId === it.calendarId)
    if (!calendar) throw new Refusal('policy_invalid')
    return { seconds: it.seconds, calendarVersionId: calendar.versionId }
  }
  return {
    policyVersionId: policy.id,
    targets: {
      accept: target(rule.targets.accept),
      first_response: target(rule.targets.first_response),
      resolve: target(rule.targets.resolve),
    },
    reopenPercent: body.reopenPercent,
    reopenFloorSeconds: body.reopenFloorSeconds,
    ...(rule.ladder === undefined ? {} : { ladder: rule.ladder }),
  }
}
