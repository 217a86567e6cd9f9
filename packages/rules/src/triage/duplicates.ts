import { conceptOf, sameMatter } from './lexicon.ts'

/** How far two places of a community are from each other. */
export type PlaceDistance = 0 | 1 | 2

/** An open case that a new report is held against. Instants are epoch seconds. */
export type OpenMatter = {
  readonly id: string
  readonly concept: string
  readonly receivedAt: number
  /** 0 the same place, 1 the same entrance or the thing it hangs on, 2 the same building or common ground. */
  readonly distance: PlaceDistance
  readonly requester: 'same' | 'household' | 'other'
}

const day = 86_400
const atMost = 5
const worthShowing = 0.1
const near: Record<PlaceDistance, number> = { 0: 1, 1: 0.7, 2: 0.4 }
const kinship: Record<OpenMatter['requester'], number> = { same: 1, household: 0.95, other: 0.8 }

/**
 * How likely a report of `concept` made `now` is one more of an open case, 0 to 1. Another concept is never a duplicate,
 * nor one older than the concept's window (a lift a day, a leak two weeks, a lamp a month).
 */
export function duplicateScore(concept: string, now: number, it: OpenMatter): number {
  if (!sameMatter(concept, it.concept)) return 0
  const window = Math.max(conceptOf(concept)?.days ?? 0, conceptOf(it.concept)?.days ?? 0) * day
  const age = Math.max(0, now - it.receivedAt)
  if (age > window) return 0
  const matter = concept === it.concept ? 1 : 0.8
  return near[it.distance] * matter * (1 - 0.7 * (age / window)) * kinship[it.requester]
}

/** The likeliest first, at most five; of equal ones the newer, then by id, so that the answer never wavers. */
export function rankDuplicates<T extends OpenMatter>(
  concept: string,
  now: number,
  open: readonly T[],
): (T & { readonly score: number })[] {
  return open
    .map((it) => ({ ...it, score: duplicateScore(concept, now, it) }))
    .filter((it) => it.score >= worthShowing)
    .toSorted((a, b) => b.score - a.score || b.receivedAt - a.receivedAt || (a.id < b.id ? -1 : 1))
    .slice(0, atMost)
}
