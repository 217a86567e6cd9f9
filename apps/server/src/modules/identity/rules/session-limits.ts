/**
 * How long a session lives: `idle` without being used, `whole` in any case; PostgreSQL intervals. Staff share
 * counters and see everybody's data, residents use a phone of their own.
 */
export const sessionLimits = {
  staff: { idle: '12 hours', whole: '7 days' },
  resident: { idle: '14 days', whole: '90 days' },
} as const

/** The time of last use is written at most this often, because most requests change nothing else. */
export const seenEvery = '5 minutes'
