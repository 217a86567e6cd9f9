import type { PromiseState } from './promise.ts'

/** A share as it stands: both numbers, never a rounded one alone. Null where nothing was due. */
export type Share = { readonly numerator: number; readonly denominator: number }

/**
 * 守诺率 = promises kept in time / promises due. Due are those whose deadline lies in the period and has passed: kept,
 * kept late and broken. Moved with the resident's consent (what took its place counts) and withdrawn ones are not due.
 */
export function promiseRate(counts: Readonly<Record<PromiseState, number>>): Share {
  return { numerator: counts.kept, denominator: counts.kept + counts['kept-late'] + counts.broken }
}
