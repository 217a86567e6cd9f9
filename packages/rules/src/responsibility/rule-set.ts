import type { Cause, Component, Party, Side, WarrantyState } from './words.ts'
import { causes, components, sides, warrantyStates } from './words.ts'

/** One question: what, where, why, and how the warranty stands. */
export type Matter = {
  readonly component: Component
  readonly side: Side
  readonly cause: Cause
  readonly warranty: WarrantyState
}

/** What a rule looks at. An empty list matches everything. */
export type Match = {
  readonly components: readonly Component[]
  readonly sides: readonly Side[]
  readonly causes: readonly Cause[]
  readonly warranty: readonly WarrantyState[]
}

export type ResponsibilityRule = { readonly match: Match; readonly party: Party }

export const ruleSetProblemCodes = ['uncovered', 'equal', 'never-reached'] as const
export type RuleSetProblemCode = (typeof ruleSetProblemCodes)[number]

/** `rule` and `by` are positions in the list; `matter` is the first question without an answer. */
export type RuleSetProblem =
  | { readonly code: 'uncovered'; readonly matter: Matter; readonly count: number }
  | { readonly code: 'equal'; readonly rule: number; readonly by: number }
  | { readonly code: 'never-reached'; readonly rule: number; readonly by: number }

/** The first rule that matches, by its position; undefined only for a list that `validateRuleSet` refuses. */
export function ruleFor(rules: readonly ResponsibilityRule[], matter: Matter): number | undefined {
  const at = rules.findIndex((it) => matches(it.match, matter))
  return at < 0 ? undefined : at
}

/** Every question that can be asked, in the order of the lists of words. */
export function allMatters(): Matter[] {
  return components.flatMap((component) =>
    sides.flatMap((side) =>
      causes.flatMap((cause) => warrantyStates.map((warranty) => ({ component, side, cause, warranty }))),
    ),
  )
}

/**
 * What keeps an ordered list from giving exactly one answer to every question: a component and place that no rule
 * covers (the first such, and how many questions stay open), two rules that ask for the very same, and a rule that
 * stands behind others that take all its questions (`by` is the one that takes the first of them). Empty when it holds.
 */
export function validateRuleSet(rules: readonly ResponsibilityRule[]): RuleSetProblem[] {
  const matters = allMatters()
  const takers = matters.map((it) => ruleFor(rules, it))
  const problems: RuleSetProblem[] = []
  const open = matters.filter((_, at) => takers[at] === undefined)
  if (open[0]) problems.push({ code: 'uncovered', matter: open[0], count: open.length })
  const reached = new Set(takers)
  const seen = new Map<string, number>()
  for (const [rule, { match }] of rules.entries()) {
    const key = keyOf(match)
    const before = seen.get(key)
    if (before !== undefined) {
      problems.push({ code: 'equal', rule, by: before })
      continue
    }
    seen.set(key, rule)
    if (reached.has(rule)) continue
    const first = matters.findIndex((it) => matches(match, it))
    problems.push({ code: 'never-reached', rule, by: takers[first] ?? rule })
  }
  return problems
}

function matches(match: Match, matter: Matter): boolean {
  return (
    has(match.components, matter.component) &&
    has(match.sides, matter.side) &&
    has(match.causes, matter.cause) &&
    has(match.warranty, matter.warranty)
  )
}

const has = <T>(list: readonly T[], it: T): boolean => list.length === 0 || list.includes(it)

/** The same questions give the same key, however the lists are written: all words named is no word named. */
function keyOf(match: Match): string {
  const part = (list: readonly string[], all: readonly string[]) => {
    const named = all.filter((it) => list.includes(it))
    return named.length === 0 || named.length === all.length ? '*' : named.join(',')
  }
  return [
    part(match.components, components),
    part(match.sides, sides),
    part(match.causes, causes),
    part(match.warranty, warrantyStates),
  ].join('|')
}
