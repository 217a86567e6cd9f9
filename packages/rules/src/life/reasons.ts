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

/** What came of calling the resident back 回访: solved, not solved, or nobody answered. */
export const callBackOutcomes = ['solved', 'unsolved', 'unreached'] as const
export type CallBackOutcome = (typeof callBackOutcomes)[number]

/** How a case was brought to its end 办结结果. Only `solved`, confirmed by the resident, counts as solved. */
export const closingCodes = ['solved', 'cannot', 'not-ours', 'duplicate', 'withdrawn'] as const
export type ClosingCode = (typeof closingCodes)[number]

/** Whether the case counts as solved: resolved as such, and confirmed by the resident, in person or by a call-back. */
export function countsAsSolved(code: ClosingCode | null, basis: ClosureBasis | null): boolean {
  return code === 'solved' && (basis === 'resident-confirmed' || basis === 'callback-confirmed')
}

/** Parts of the day 时段 for calling back: a further attempt comes in another part, or on another day. */
export const dayParts = ['morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof dayParts)[number]

/** The part of the day at this hour of the wall clock, 0 to 23: noon and six o'clock divide it. */
export function dayPartOf(hour: number): DayPart {
  return hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
}

/** After so many calls in vain in one cycle the desk has done its part, and silence decides. */
export const callBackAttempts = 3
