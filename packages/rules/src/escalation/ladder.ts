import type { ClockKind } from '../clock/kinds.ts'

/** Whom a level tells. Who that is at this hour is worked out from the case and the duty plan when it fires. */
export const escalationTargets = ['assignee', 'tracker', 'shift-leader', 'manager', 'head-office'] as const
export type EscalationTarget = (typeof escalationTargets)[number]

export const escalationUnits = ['percent', 'seconds'] as const
export type EscalationUnit = (typeof escalationUnits)[number]

/**
 * One rung: so far from the deadline, in open time of the clock's own calendar. `percent` is of the clock's budget;
 * negative is before the deadline, 0 the second after it.
 */
export type EscalationLevel = {
  /** The clocks it belongs to; empty: every clock. */
  readonly clocks: readonly ClockKind[]
  readonly offset: number
  readonly unit: EscalationUnit
  readonly to: readonly EscalationTarget[]
}
export type Ladder = readonly EscalationLevel[]

/** What a policy without a ladder of its own escalates by. */
export const defaultLadder: Ladder = [
  { clocks: [], offset: -25, unit: 'percent', to: ['assignee'] },
  { clocks: [], offset: 0, unit: 'percent', to: ['assignee', 'shift-leader'] },
  { clocks: [], offset: 50, unit: 'percent', to: ['tracker', 'manager'] },
  { clocks: [], offset: 100, unit: 'percent', to: ['manager', 'head-office'] },
]

/** The lasting name of a level: the same offset is the same level, whatever version of the policy names it. */
export function levelKey(level: Pick<EscalationLevel, 'offset' | 'unit'>): string {
  if (level.offset === 0) return '0'
  const sign = level.offset > 0 ? '+' : ''
  return `${sign}${level.offset}${level.unit === 'percent' ? '%' : 's'}`
}

/** Open seconds after the deadline (before, when negative) at which a level of this name lies; undefined for other text. */
export function offsetSeconds(key: string, budgetSeconds: number): number | undefined {
  const match = /^([+-]?\d+)(%|s)?$/.exec(key)
  if (match === null) return undefined
  const [, amount = '0', unit] = match
  return unit === '%' ? Math.trunc((Number(amount) * budgetSeconds) / 100) : Number(amount)
}

export function appliesTo(level: EscalationLevel, kind: ClockKind): boolean {
  return level.clocks.length === 0 || level.clocks.includes(kind)
}

export const ladderProblems = ['level-twice', 'nobody-told', 'never-late'] as const
export type LadderProblem = (typeof ladderProblems)[number]

/**
 * What is wrong with a ladder, with the level it is about. `never-late`: nobody is told when work is late, which no
 * policy may choose; told of `resolve`, at or after its deadline, must be somebody beyond whoever works on it.
 */
export function problemsOf(
  ladder: Ladder,
  kinds: readonly ClockKind[],
): { problem: LadderProblem; level: number | undefined }[] {
  const found: { problem: LadderProblem; level: number | undefined }[] = []
  const seen = new Set<string>()
  for (const [index, level] of ladder.entries()) {
    if (level.to.length === 0) found.push({ problem: 'nobody-told', level: index })
    const keys = kinds.filter((kind) => appliesTo(level, kind)).map((kind) => `${kind} ${levelKey(level)}`)
    if (keys.some((key) => seen.has(key))) found.push({ problem: 'level-twice', level: index })
    for (const key of keys) seen.add(key)
  }
  const raised = ladder.some(
    (level) =>
      appliesTo(level, 'resolve') &&
      level.offset >= 0 &&
      level.to.some((it) => it !== 'assignee' && it !== 'tracker'),
  )
  return raised ? found : [...found, { problem: 'never-late', level: undefined }]
}
