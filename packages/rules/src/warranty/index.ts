export type { Term, WarrantyClockKind } from './terms.ts'
export { warrantyClockKinds, warrantyTerms } from './terms.ts'
export type { Season, Warranty, WarrantyClock, WarrantyFacts } from './warranty-of.ts'
export { lastDay, usualSeason, warrantyOf } from './warranty-of.ts'
