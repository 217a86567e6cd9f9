import * as z from 'zod'
import {
  caseStatuses,
  noPromiseReasons,
  promiseActs,
  promiseChangeStates,
  promiseEvidences,
  promiseStates,
} from '../words.ts'
import { day, id, instant, paging, staffRef, text } from './common.ts'

/** What an answer to a resident promises: who does what by when, and by what one will see that it was done. */
export const newPromise = z.strictObject({
  staffId: id.optional().describe('who: a member of staff of this community; without one, whoever answers'),
  what: text(100).describe('what will be done, in the resident’s words'),
  by: instant.describe('the deadline, inclusive; whole seconds count; after now, at most 90 days ahead'),
  evidence: z.enum(promiseEvidences, { error: 'not_listed' }),
})
export type NewPromise = z.infer<typeof newPromise>

export const noPromise = z.enum(noPromiseReasons, { error: 'not_listed' })

export const promiseChange = z.object({
  state: z.enum(promiseChangeStates),
  dueAt: instant.describe('the new time that was asked for'),
  reason: z.string(),
  askedBy: z.string(),
  askedById: id.nullable(),
  decidedBy: z.string().nullable(),
})

/** A promise on its case. */
export const promiseView = z.object({
  id,
  who: staffRef,
  what: z.string(),
  evidence: z.enum(promiseEvidences),
  madeAt: instant,
  dueAt: instant.describe('inclusive'),
  state: z.enum(promiseStates),
  settledAt: instant.nullable().describe('when it was kept or ended; for a broken one, its deadline'),
  brokenAt: instant.nullable().describe('its deadline, once it went by; stays when it is made good late'),
  reference: z.string().nullable().describe('where it is written that it was kept, when a person said so'),
  succeeds: id.nullable().describe('the promise it took the place of with the resident’s consent'),
  change: promiseChange.nullable(),
})
export type PromiseView = z.infer<typeof promiseView>

/** A promise in the ledger, with the case it stands on. */
export const promiseItem = promiseView.extend({
  communityId: id,
  caseId: id,
  caseNumber: z.string(),
  caseStatus: z.enum(caseStatuses),
  place: z.string().nullable(),
})
export type PromiseItem = z.infer<typeof promiseItem>

const listed = <const T extends readonly string[]>(all: T) =>
  z
    .string()
    .max(200, { error: 'too_long' })
    .transform((it) => it.split(','))
    .pipe(z.array(z.enum(all, { error: 'not_listed' })).min(1, { error: 'required' }))

export const listPromises = z.strictObject({
  ...paging,
  communityId: id.optional(),
  state: listed(promiseStates).optional().describe('states, comma-separated'),
  change: listed(promiseChangeStates).optional().describe('how far a wish for another time has come'),
  staffId: z.union([z.enum(['me']), id], { error: 'bad_format' }).optional(),
  from: day.optional().describe('due on this day or later, in the community’s zone'),
  to: day.optional().describe('due on this day or earlier'),
})

export const readPromiseFigures = z.strictObject({
  communityId: id.optional(),
  from: day.optional().describe('first day of the period, in the community’s zone; 30 days ago without it'),
  to: day.optional().describe('last day of the period; today without it'),
})

const count = z.number().int()
/** 守诺率 and everything it is worked out from. Promises by the day they fall due, answers by the day they were given. */
export const promiseFigures = z.object({
  from: day,
  to: day,
  at: instant,
  rate: z.object({
    numerator: count.describe('kept in time'),
    denominator: count.describe('due: kept in time, kept late, broken'),
  }),
  due: z.object({ kept: count, keptLate: count, broken: count }),
  open: count.describe('fall due in the period, not yet'),
  keptEarly: count.describe('kept already, their time is still to come'),
  renegotiated: count,
  withdrawn: count,
  answers: z.object({
    total: count,
    promised: count,
    notStated: count.describe('sent by programs that say neither'),
    without: z.record(z.enum(noPromiseReasons), count),
  }),
  people: z.array(z.object({ who: staffRef, kept: count, due: count })),
})
export type PromiseFigures = z.infer<typeof promiseFigures>

const version = z
  .number()
  .int({ error: 'wrong_type' })
  .describe('the version of the case the person was looking at; 409 stale_version when it has moved on')
export const promiseParams = z.strictObject({ id, promiseId: id })
export const keepPromise = z.strictObject({
  reference: text(200).describe('where it is written: a visit sheet, a call, a document'),
  expectedVersion: version.optional(),
})
export const withdrawPromise = z.strictObject({
  reason: text(200).describe('what the resident is told'),
  expectedVersion: version.optional(),
})
export const askPromiseChange = z.strictObject({
  reason: text(200).describe('why, as the resident will read it'),
  by: instant.describe('the new time, later than the old one'),
  expectedVersion: version.optional(),
})
export const decidePromiseChange = z.strictObject({
  verdict: z.enum(['approve', 'refuse'], { error: 'not_listed' }),
  expectedVersion: version.optional(),
})
export const answerPromiseChange = z.strictObject({
  answer: z.enum(['agree', 'object'], { error: 'not_listed' }),
  expectedVersion: version.optional(),
})

/** What an event on the timeline says about a promise. */
export const promiseOnTimeline = z.object({
  act: z.enum(promiseActs),
  who: z.string().nullable(),
  what: z.string().nullable(),
  by: instant.nullable(),
})
