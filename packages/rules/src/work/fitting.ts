/** What a procedure says about where it belongs; empty lists fit everything. */
export type Fit = {
  readonly kinds: readonly string[]
  readonly placeKinds: readonly string[]
  readonly words: readonly string[]
}

export type Situation = {
  readonly kind: string
  readonly placeKind: string | null
  readonly text: string
}

export type Offer<P> = {
  readonly procedure: P
  /** Its words that stand in the report. */
  readonly words: readonly string[]
  readonly byKind: boolean
  readonly byPlace: boolean
}

/**
 * The procedures that may be used for a case, the best fitting first, each with what speaks for it. One that names other
 * kinds of case or place only comes last of all. More of its words in the report weigh most (longer words more), then
 * that it was made for this kind, then for this place; equals keep their order.
 */
export function offersFor<P extends Fit>(procedures: readonly P[], situation: Situation): Offer<P>[] {
  const report = situation.text.toLowerCase()
  return procedures
    .map((procedure) => {
      const words = procedure.words.filter((it) => report.includes(it.toLowerCase()))
      const byKind = procedure.kinds.includes(situation.kind)
      const byPlace = situation.placeKind !== null && procedure.placeKinds.includes(situation.placeKind)
      const astray =
        (procedure.kinds.length > 0 && !byKind) ||
        (procedure.placeKinds.length > 0 && situation.placeKind !== null && !byPlace)
      const said = words.reduce((sum, it) => sum + it.length, 0)
      const weight = (astray ? -1000 : 0) + said * 10 + (byKind ? 2 : 0) + (byPlace ? 3 : 0)
      return { weight, offer: { procedure, words, byKind, byPlace } }
    })
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ offer }) => offer)
}
