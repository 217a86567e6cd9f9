import type { Component } from '../responsibility/words.ts'

/** How long a warranty runs: to a day, through so many seasons, or as long as the building is designed to stand. */
export type Term =
  | { readonly unit: 'years' | 'months'; readonly count: number }
  | { readonly unit: 'seasons'; readonly count: number }
  | { readonly unit: 'design-life' }

/** The two clocks that run: from completion acceptance 竣工验收 and from handover 交付 of the home. */
export const warrantyClockKinds = ['acceptance', 'handover'] as const
export type WarrantyClockKind = (typeof warrantyClockKinds)[number]

const years = (count: number): Term => ({ unit: 'years', count })
const months = (count: number): Term => ({ unit: 'months', count })
const seasons = (count: number): Term => ({ unit: 'seasons', count })

/**
 * The least that must be granted. From acceptance: 建设工程质量管理条例 art. 40. From handover: the house warranty
 * document's rule, 建住房〔1998〕102号. A component with neither has no builder's warranty.
 */
export const warrantyTerms: Readonly<Record<Component, Partial<Record<WarrantyClockKind, Term>>>> = {
  structure: { acceptance: { unit: 'design-life' } },
  roof: { acceptance: years(5), handover: years(3) },
  'wet-room': { acceptance: years(5), handover: years(1) },
  'outer-wall': { acceptance: years(5), handover: years(1) },
  basement: { acceptance: years(5), handover: years(1) },
  finish: { acceptance: years(2), handover: years(1) },
  'door-window': { acceptance: years(2), handover: years(1) },
  'water-pipe': { acceptance: years(2), handover: years(1) },
  drain: { acceptance: years(2), handover: years(1) },
  blockage: { handover: months(2) },
  electrical: { acceptance: years(2) },
  'lamp-switch': { acceptance: years(2), handover: months(6) },
  'sanitary-ware': { acceptance: years(2), handover: years(1) },
  heating: { acceptance: seasons(2), handover: seasons(1) },
  gas: {},
  telecom: {},
  lift: { acceptance: years(2) },
  'fire-equipment': { acceptance: years(2) },
  'access-control': { acceptance: years(2) },
  'road-green': {},
  conduct: {},
}
