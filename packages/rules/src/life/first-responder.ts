import type { CaseFactKind } from './verbs.ts'

/** Who did it, as far as the first-responder rule needs to know. `byStaff` is absent for residents and machines. */
export type ReceivingFact = {
  readonly seq: number
  readonly kind: CaseFactKind
  readonly byStaff?: string | undefined
}

const receiving: readonly CaseFactKind[] = [
  'opened',
  'accepted',
  'assigned',
  'replied',
  'declined',
  'handed',
  'received',
]

/**
 * The tracker 首问责任人: the first member of staff, as a person, who received the matter — who opened it for the
 * resident, accepted it, sent it on, answered it, or turned it down. Facts may come in any order; `seq` decides.
 * Once there is one, no later fact changes it. Undefined while only residents and machines have touched the case.
 */
export function firstResponderAfter(facts: readonly ReceivingFact[]): string | undefined {
  let first: ReceivingFact | undefined
  for (const fact of facts) {
    if (fact.byStaff === undefined || !receiving.includes(fact.kind)) continue
    if (first === undefined || fact.seq < first.seq) first = fact
  }
  return first?.byStaff
}
