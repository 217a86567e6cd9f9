export const chartTones = ['quiet', 'good', 'part', 'busy', 'soon', 'alert', 'held', 'none'] as const

/**
 * How a home looks under a lens, each with a pattern of its own beside its colour: `quiet` nothing to tell,
 * `good` done, `part` half done, `busy` under way, `soon`, `alert`, `held` stands still, `none` not known.
 */
export type ChartTone = (typeof chartTones)[number]

export interface ChartHome {
  id: string
  /** The room as the community writes it, without its building: 502. */
  label: string
  /** 1单元; null where the building has none or, for a shop, where it opens to the street. */
  entrance: string | null
  use?: 'dwelling' | 'shop' | 'parking'
  /** How many columns it takes on its floor. */
  span?: number
  /** Which column of its entrance it stands in, from 1, where rooms are missing beside it. */
  column?: number
}

export interface ChartFloor<H extends ChartHome = ChartHome> {
  label: string
  /** Order from below: B1 is -1, the ground floor 1; numbers that do not exist are simply absent. */
  index: number
  homes: readonly H[]
}

export interface ChartBuilding<H extends ChartHome = ChartHome> {
  id: string
  name: string
  floors: readonly ChartFloor<H>[]
}

/** What is being looked at. Keep the object between renders: a new one draws every home again. */
export interface ChartLens<H extends ChartHome = ChartHome> {
  toneOf: (home: H) => ChartTone
  /** In words what the tone and its value mean for this home; for the tooltip and for screen readers. */
  labelOf: (home: H) => string
  /** A small number on the home, shown from 1 on. */
  countOf?: (home: H) => number
  legend: readonly { tone: ChartTone; label: string }[]
}
