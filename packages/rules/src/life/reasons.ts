/** Why a case waits 挂起原因. A pause without one of these does not exist. */
export const pauseReasons = [
  'awaiting-resident',
  'awaiting-parts',
  'awaiting-third-party',
  'weather',
  'rescheduled',
  'ownership-dispute',
] as const
export type PauseReason = (typeof pauseReasons)[number]

/**
 * Whether waiting for this reason stops the resolve clock. A dispute over whose matter it is (归属异议) never
 * does: the resident would be paying for the quarrel with their own time.
 */
export const pausesResolve: Readonly<Record<PauseReason, boolean>> = {
  'awaiting-resident': true,
  'awaiting-parts': true,
  'awaiting-third-party': true,
  weather: true,
  rescheduled: true,
  'ownership-dispute': false,
}

/** Whether word from the resident ends the wait, so that the act that records it also resumes the case. */
export const residentWordResumes: Readonly<Record<PauseReason, boolean>> = {
  'awaiting-resident': true,
  'awaiting-parts': false,
  'awaiting-third-party': false,
  weather: false,
  rescheduled: false,
  'ownership-dispute': false,
}

/** On whose word a case was closed 办结依据. Reports never add these together. */
export const closureBases = ['resident-confirmed', 'callback-confirmed', 'timeout', 'staff-waived'] as const
export type ClosureBasis = (typeof closureBases)[number]

/** Which bases each of the two closing verbs may name. */
export const closureBasesOf = {
  confirm: ['resident-confirmed', 'callback-confirmed'],
  close: ['timeout', 'staff-waived'],
} as const satisfies Record<'confirm' | 'close', readonly ClosureBasis[]>
