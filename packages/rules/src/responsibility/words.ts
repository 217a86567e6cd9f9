/** What is broken or disturbed 部件. The list is closed: coverage can only be proved over what is listed. */
export const components = [
  'structure',
  'roof',
  'wet-room',
  'outer-wall',
  'basement',
  'finish',
  'door-window',
  'water-pipe',
  'drain',
  'blockage',
  'electrical',
  'lamp-switch',
  'sanitary-ware',
  'heating',
  'gas',
  'telecom',
  'lift',
  'fire-equipment',
  'access-control',
  'road-green',
  'conduct',
] as const
export type Component = (typeof components)[number]

/** Whose part it is in 部位: an exclusive part, a common part, or what lies in the hands of the city and the utilities. */
export const sides = ['own', 'common', 'municipal'] as const
export type Side = (typeof sides)[number]

/** Why it happened 原因, as far as is known now. */
export const causes = ['unknown', 'wear', 'construction', 'misuse', 'third-party', 'force-majeure'] as const
export type Cause = (typeof causes)[number]

/** Where the warranty stands 保修: within, over, or not to be told because a date is missing. */
export const warrantyStates = ['in', 'out', 'unknown'] as const
export type WarrantyState = (typeof warrantyStates)[number]

/** Who has to act 责任方. */
export const parties = [
  'property',
  'developer',
  'owner',
  'neighbour',
  'causer',
  'contractor',
  'water',
  'power',
  'gas',
  'heat',
  'telecom',
  'street-office',
] as const
export type Party = (typeof parties)[number]
