import type { CaseKind, ClockKind, PolicyView, Urgency } from '@zhanggui/contract'
import { caseKinds, clockKinds, urgencies } from '@zhanggui/contract/words'

export type Rule = PolicyView['rules'][number]
export type Target = Rule['targets']['resolve']

/** The clocks that every rule has a time for; the others run only where a rule names one. */
export const requiredClocks: readonly ClockKind[] = ['accept', 'first_response', 'resolve']

/** The rule with another time for a clock; without one the clock does not run. */
export function withTarget(rule: Rule, clock: ClockKind, target: Target | undefined): Rule {
  const { [clock]: _before, ...others } = rule.targets
  return { ...rule, targets: { ...others, ...(target ? { [clock]: target } : {}) } as Rule['targets'] }
}

/** The rule that holds for a case of this kind and urgency: the first that matches; empty lists match everything. */
export function ruleFor(rules: readonly Rule[], kind: CaseKind, urgency: Urgency): Rule | undefined {
  return rules.find(
    (rule) =>
      (rule.kinds.length === 0 || rule.kinds.includes(kind)) &&
      (rule.urgencies.length === 0 || rule.urgencies.includes(urgency)),
  )
}

/** Kinds and urgencies that no rule covers; with any of these a policy can not be published. */
export function uncovered(rules: readonly Rule[]): { kind: CaseKind; urgency: Urgency }[] {
  return caseKinds.flatMap((kind) =>
    urgencies
      .filter((urgency) => ruleFor(rules, kind, urgency) === undefined)
      .map((urgency) => ({ kind, urgency })),
  )
}

/** Rules that never come to bear, because those above take everything they match. By index from 0. */
export function neverReached(rules: readonly Rule[]): number[] {
  const used = new Set<Rule>()
  for (const kind of caseKinds) {
    for (const urgency of urgencies) {
      const rule = ruleFor(rules, kind, urgency)
      if (rule) used.add(rule)
    }
  }
  return rules.flatMap((rule, index) => (used.has(rule) ? [] : [index]))
}

export type PolicyChange = {
  kind: CaseKind
  urgency: Urgency
  clock: ClockKind
  before: Target | undefined
  after: Target | undefined
}

/** Every target that differs between two sets of rules, by kind, urgency and clock. */
export function policyChanges(before: readonly Rule[], after: readonly Rule[]): PolicyChange[] {
  return caseKinds.flatMap((kind) =>
    urgencies.flatMap((urgency) => {
      const old = ruleFor(before, kind, urgency)?.targets
      const next = ruleFor(after, kind, urgency)?.targets
      return clockKinds
        .map((clock) => ({ kind, urgency, clock, before: old?.[clock], after: next?.[clock] }))
        .filter(
          (it) => it.before?.seconds !== it.after?.seconds || it.before?.calendarId !== it.after?.calendarId,
        )
    }),
  )
}
