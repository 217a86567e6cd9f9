import type { CaseKind, ClockKind, EscalationLevelView, Urgency } from '@zhanggui/contract'

/** The three clocks every case has, and those that a policy may add. */
export type Targets<T> = Record<'accept' | 'first_response' | 'resolve', T> &
  Partial<Record<ClockKind, T | undefined>>

export type PolicyRule = {
  kinds: CaseKind[]
  urgencies: Urgency[]
  targets: Targets<{ seconds: number; calendarId: string }>
  ladder?: EscalationLevelView[] | undefined
}

/** The first rule that matches kind and urgency; an empty list matches everything. Undefined: the policy has a gap. */
export function chooseRule(rules: PolicyRule[], kind: CaseKind, urgency: Urgency): PolicyRule | undefined {
  return rules.find(
    (rule) =>
      (rule.kinds.length === 0 || rule.kinds.includes(kind)) &&
      (rule.urgencies.length === 0 || rule.urgencies.includes(urgency)),
  )
}

/** Pairs of kind and urgency that no rule covers: such a policy must not be published. */
export function gapsOf(
  rules: PolicyRule[],
  kinds: readonly CaseKind[],
  urgencies: readonly Urgency[],
): { kind: CaseKind; urgency: Urgency }[] {
  return kinds.flatMap((kind) =>
    urgencies.filter((urgency) => !chooseRule(rules, kind, urgency)).map((urgency) => ({ kind, urgency })),
  )
}
