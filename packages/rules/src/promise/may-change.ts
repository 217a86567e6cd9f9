import type { PromiseFact, PromiseStanding } from './promise.ts'

/** How often the promises of one case may be moved. */
export const changesPerCase = 2

/** How far ahead a promise may lie, in seconds of wall time (90 days). */
export const longestPromise = 90 * 86_400

export type PromiseRefusal =
  | 'settled'
  | 'change-pending'
  | 'changes-used-up'
  | 'time-not-later'
  | 'no-change'
  | 'own-wish'

/** Extensions that count against the case's two: those approved, and one still waiting for approval. */
export function changesUsed(facts: readonly PromiseFact[], standing: readonly PromiseStanding[]): number {
  const approved = facts.filter((it) => it.promise?.act === 'change-approved').length
  return approved + standing.filter((it) => it.change?.state === 'asked').length
}

/** Whether a promise may lie at `due`: after now, at most ninety days away. Epoch seconds. */
export function isPromisable(due: number, now: number): boolean {
  return due > now && due - now <= longestPromise
}

/**
 * Why another time may not be asked for, or undefined when it may: only while the promise runs (its own second
 * included), to a later time, not while another wish is open, and at most twice a case.
 */
export function mayAskChange(
  it: PromiseStanding,
  due: number,
  now: number,
  used: number,
): PromiseRefusal | undefined {
  if (it.state !== 'open') return 'settled'
  if (it.change?.state === 'asked' || it.change?.state === 'offered') return 'change-pending'
  if (used >= changesPerCase) return 'changes-used-up'
  if (due <= it.due || !isPromisable(due, now)) return 'time-not-later'
  return undefined
}

/** Why a wish may not be decided by this person: nobody approves their own. */
export function mayDecideChange(it: PromiseStanding, by: string): PromiseRefusal | undefined {
  if (it.state !== 'open') return 'settled'
  if (it.change?.state !== 'asked') return 'no-change'
  return it.change.askedBy === by ? 'own-wish' : undefined
}

/** Why the resident can not agree or object now. */
export function mayAnswerChange(it: PromiseStanding): PromiseRefusal | undefined {
  if (it.state !== 'open') return 'settled'
  return it.change?.state === 'offered' ? undefined : 'no-change'
}

/** Why it can not be said to be kept now: it was kept, moved or withdrawn before. */
export function mayKeep(it: PromiseStanding): PromiseRefusal | undefined {
  return it.state === 'open' || it.state === 'broken' ? undefined : 'settled'
}
