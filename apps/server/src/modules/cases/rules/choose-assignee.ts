import type { AssignmentBody, Skill, Team, Urgency } from '@zhanggui/contract'

/** A machine offers a case at most so often; then a person decides. */
export const mostOffers = 3

/** What one case weighs when work is shared out by load. */
export const weights: Record<Urgency, number> = { normal: 1, urgent: 2, danger: 3 }

/** Whom a report is for by the community's rules; undefined where no rule fits: anybody who can work. */
export function neededFor(
  rules: AssignmentBody['rules'],
  report: { kind: AssignmentBody['rules'][number]['kinds'][number]; text: string },
): { team: Team | null; skill: Skill | null } | undefined {
  return rules.find(
    (rule) =>
      (rule.kinds.length === 0 || rule.kinds.includes(report.kind)) &&
      (rule.words.length === 0 || rule.words.some((word) => report.text.includes(word))),
  )
}

/** Somebody on duty who may be asked. `inHand` counts cases, `load` weighs them by urgency. */
export type Choice = {
  id: string
  team: Team
  skills: readonly Skill[]
  inHand: number
  load: number
  wasHere: boolean
  refused: boolean
}

export type Chosen<C extends Choice> =
  | { found: C }
  | { wait: 'everybody-full' }
  | { raise: 'nobody-on-duty' | 'all-refused' }

/**
 * Whom to ask: of those on duty with team and skill who have not refused, first whoever worked at this place lately,
 * else by strategy: least load, or the next in turn after `last`. All full means waiting; nobody fitting on duty, or
 * all of them having refused, is for a person. The order of `people` settles ties, so it must be the same every time.
 */
export function chooseAssignee<C extends Choice>(
  people: readonly C[],
  it: {
    needed: { team: Team | null; skill: Skill | null } | undefined
    capacity: number
    strategy: 'least-load' | 'in-turn'
    last: string | undefined
  },
): Chosen<C> {
  const { needed } = it
  const fitting = people.filter(
    (one) =>
      (needed?.team ?? one.team) === one.team &&
      (needed?.skill === undefined || needed.skill === null || one.skills.includes(needed.skill)),
  )
  if (fitting.length === 0) return { raise: 'nobody-on-duty' }
  const willing = fitting.filter((one) => !one.refused)
  if (willing.length === 0) return { raise: 'all-refused' }
  const free = willing.filter((one) => one.inHand < it.capacity)
  const known = free.find((one) => one.wasHere)
  if (known) return { found: known }
  const found = it.strategy === 'in-turn' ? nextAfter(free, it.last) : leastLoaded(free)
  return found ? { found } : { wait: 'everybody-full' }
}

function leastLoaded<C extends Choice>(people: readonly C[]): C | undefined {
  return people.toSorted((a, b) => a.load - b.load)[0]
}

/** The first in order of ids after the one whose turn it was, beginning anew at the end. */
function nextAfter<C extends Choice>(people: readonly C[], last: string | undefined): C | undefined {
  const order = people.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return order.find((one) => last === undefined || one.id > last) ?? order[0]
}
