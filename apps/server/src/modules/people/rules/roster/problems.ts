/**
 * Everything that can be said about a cell of a roster. A row with an error is not taken; notes tell what was done
 * with a cell that says more than is kept, or what the row brings with it.
 */
export const rosterErrors = [
  'room_missing',
  'room_unreadable',
  'room_incomplete',
  'room_ambiguous',
  'room_became_date',
  'name_missing',
  'name_too_long',
  'several_names',
  'phone_malformed',
  'phone_foreign',
  'phone_without_area_code',
  'area_missing',
  'area_malformed',
  'area_too_precise',
  'area_not_positive',
  'area_too_large',
  'area_contradicts',
  'role_unknown',
  'date_malformed',
  'use_unknown',
  'contradicts',
] as const
export type RosterError = (typeof rosterErrors)[number]

export const rosterNotes = ['several_phones', 'no_phone_in_text', 'home_new'] as const
export type RosterNote = (typeof rosterNotes)[number]

/** `value` is what the cell says, numbers of phones masked. */
export type RosterProblem = { column: string; problem: RosterError | RosterNote; value: string }

export function isError(it: RosterProblem): boolean {
  return (rosterErrors as readonly string[]).includes(it.problem)
}
