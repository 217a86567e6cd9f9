import type { CaseFact, PolicyVersion } from './case-fact.ts'

/** A fact at its place in the history; `at` never lies before that of the moment before. */
export type Moment = { readonly position: number; readonly at: number; readonly fact: CaseFact }

/** One cycle: from opening or reopening to the fact that settled or ended it, if one did. */
export type Cycle = { readonly number: number; readonly from: Moment; readonly to?: Moment | undefined }

/** A policy and the moment from which it is in force. */
export type PolicyTurn = { readonly from: Moment; readonly policy: PolicyVersion }

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
  const moments = facts
    .toSorted((a, b) => a.seq - b.seq)
    .map((fact, position) => {
      latest = Math.max(latest, fact.at)
      return { position, at: latest, fact }
    })
  const first = moments[0]
  if (first !== undefined && first.fact.kind !== 'opened') {
    throw new RangeError(`a history begins with opened, not ${first.fact.kind}`)
  }
  return moments
}

function cyclesOf(moments: readonly Moment[]): Cycle[] {
  const cycles: Cycle[] = []
  let from = moments[0]
  for (const moment of moments) {
    switch (moment.fact.kind) {
      case 'resolved':
      case 'confirmed':
      case 'closed':
        if (from !== undefined) cycles.push({ number: cycles.length + 1, from, to: moment })
        from = undefined
        break
      case 'declined':
      case 'cancelled':
        // Nothing leads out of these two. After a resolution they cannot have happened.
        if (from === undefined) break
        return [...cycles, { number: cycles.length + 1, from, to: moment }]
      case 'rejected':
      case 'reopened':
        from ??= moment
        break
      case 'opened':
      case 'accepted':
      case 'assigned':
      case 'replied':
      case 'noted':
      case 'paused':
      case 'resumed':
      case 'rated':
      case 'reclassified':
      case 'supplemented':
      case 'escalated':
      case 'acknowledged':
      case 'work-opened':
      case 'work-finished':
      case 'work-dropped':
      case 'promised':
        break
    }
  }
  return from === undefined ? cycles : [...cycles, { number: cycles.length + 1, from }]
}

function policiesOf(moments: readonly Moment[]): PolicyTurn[] {
  const turns: PolicyTurn[] = []
  for (const moment of moments) {
    const { kind, policy } = moment.fact
    if (policy === undefined || (kind !== 'opened' && kind !== 'reclassified')) continue
    if (turns.at(-1)?.policy.id !== policy.id) turns.push({ from: moment, policy })
  }
  return turns
}
