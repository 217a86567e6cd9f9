import type { CaseFact, PolicyVersion } from './case-fact.ts'

/** `settled`: resolved or closed, and able to come back. `over`: nothing leads out. */
export type Stage = 'under-way' | 'settled' | 'over'

/** A fact at its place in the history; `at` never lies before that of the moment before. */
export type Moment = {
  readonly position: number
  readonly at: number
  readonly fact: CaseFact
  /** The stage after the fact, the cycle it belongs to, and whether it was this fact that changed the stage. */
  readonly stage: Stage
  readonly cycle: number
  readonly turned: boolean
}

/** One cycle: from opening or reopening to the fact that settled or ended it, if one did. */
export type Cycle = { readonly number: number; readonly from: Moment; readonly to?: Moment | undefined }

/** A policy, the moment from which it is in force, and its place among the policies of this case, from 1. */
export type PolicyTurn = { readonly number: number; readonly from: Moment; readonly policy: PolicyVersion }

export type CaseHistory = {
  readonly moments: readonly Moment[]
  readonly cycles: readonly Cycle[]
  readonly policies: readonly PolicyTurn[]
}

/**
 * Puts the facts in order of `seq` and finds the cycles. A fact whose `at` lies before that of its predecessor
 * happened, for the clocks, together with its predecessor: order of entry is certain, clocks of phones are not.
 * Facts that change nothing where they stand (resolved twice, reopened while under way) are passed over.
 */
export function readHistory(facts: readonly CaseFact[]): CaseHistory {
  const moments = inOrder(facts)
  return { moments, cycles: cyclesOf(moments), policies: policiesOf(moments) }
}

/** The moments after the cycle's first, up to and including the one that ended it. */
export function momentsOf(history: CaseHistory, cycle: Cycle): readonly Moment[] {
  return history.moments.slice(
    cycle.from.position + 1,
    cycle.to === undefined ? undefined : cycle.to.position + 1,
  )
}

function inOrder(facts: readonly CaseFact[]): Moment[] {
  let latest = -Infinity
  let stage: Stage = 'under-way'
  let cycle = 1
  const moments: Moment[] = []
  for (const [position, fact] of facts.toSorted((a, b) => a.seq - b.seq).entries()) {
    if (position === 0 && fact.kind !== 'opened') {
      throw new RangeError(`a history begins with opened, not ${fact.kind}`)
    }
    latest = Math.max(latest, fact.at)
    const next = stageAfter(stage, fact.kind)
    const turned = position === 0 || next !== stage
    if (turned && next === 'under-way' && position > 0) cycle += 1
    stage = next
    moments.push({ position, at: latest, fact, stage, cycle, turned })
  }
  return moments
}

function stageAfter(stage: Stage, kind: CaseFact['kind']): Stage {
  if (stage === 'over') return 'over'
  switch (kind) {
    case 'resolved':
    case 'confirmed':
    case 'closed':
      return 'settled'
    case 'declined':
    case 'cancelled':
      // After a resolution they cannot have happened.
      return stage === 'under-way' ? 'over' : stage
    case 'merged':
      return 'over'
    case 'rejected':
    case 'reopened':
    case 'appeal-upheld':
      return 'under-way'
    default:
      return stage
  }
}

function cyclesOf(moments: readonly Moment[]): Cycle[] {
  const cycles: Cycle[] = []
  for (const moment of moments) {
    if (!moment.turned) continue
    if (moment.stage === 'under-way') {
      cycles.push({ number: moment.cycle, from: moment })
      continue
    }
    const last = cycles.at(-1)
    if (last !== undefined && last.to === undefined) cycles[cycles.length - 1] = { ...last, to: moment }
  }
  return cycles
}

function policiesOf(moments: readonly Moment[]): PolicyTurn[] {
  const turns: PolicyTurn[] = []
  for (const moment of moments) {
    const { kind, policy } = moment.fact
    if (policy === undefined || moment.stage === 'over') continue
    if (kind !== 'opened' && kind !== 'reclassified' && kind !== 'repaired') continue
    const before = turns.at(-1)?.policy
    if (before?.id === policy.id && before.terms === policy.terms) continue
    turns.push({ number: turns.length + 1, from: moment, policy })
  }
  return turns
}
