import { beginsCycle, statusAfter } from './may-do.ts'
import type { CaseStatus } from './statuses.ts'
import type { CaseFactKind, CaseVerb } from './verbs.ts'
import { factOf } from './verbs.ts'

/** Where a case stands after its history: status, and the number of the present cycle, counted from 1. */
export type CaseLife = { readonly status: CaseStatus; readonly cycle: number }

/**
 * Reads the status out of the history, facts in order of `seq`. Undefined when the first fact is not `opened`
 * or when a fact could not have happened in the status it met: then row and history disagree and a person must look.
 */
export function deriveLife(facts: readonly { readonly kind: CaseFactKind }[]): CaseLife | undefined {
  const [first, ...rest] = facts
  if (first?.kind !== 'opened') return undefined
  let status: CaseStatus = 'new'
  let cycle = 1
  for (const fact of rest) {
    const verb = verbOf(fact.kind)
    const next: CaseStatus | undefined = verb === undefined ? undefined : statusAfter(status, verb)
    if (verb === undefined || next === undefined) return undefined
    status = next
    if (beginsCycle(verb)) cycle += 1
  }
  return { status, cycle }
}

function verbOf(kind: CaseFactKind): CaseVerb | undefined {
  return (Object.keys(factOf) as CaseVerb[]).find((verb) => factOf[verb] === kind)
}
