/**
 * The kinds of clock 时限: accepted by somebody, first answered by a person, each later message answered, somebody on
 * site, put right, progress told, called back after the resolution.
 */
export const clockKinds = [
  'accept',
  'first_response',
  'next_response',
  'on_site',
  'resolve',
  'update',
  'callback',
] as const
export type ClockKind = (typeof clockKinds)[number]

/**
 * `running` and `paused` are the live ones, and so is `breached` while nothing has stopped the clock.
 * `superseded`: a reclassification, a repair or another appointment put another instance in its place.
 */
export const clockVerdicts = ['running', 'paused', 'met', 'breached', 'cancelled', 'superseded'] as const
export type ClockVerdict = (typeof clockVerdicts)[number]

/** How a clock looks. `ended` is one that was called off or replaced before it was late. */
export const clockTones = ['ok', 'soon', 'late', 'paused', 'met', 'missed', 'ended'] as const
export type ClockTone = (typeof clockTones)[number]
