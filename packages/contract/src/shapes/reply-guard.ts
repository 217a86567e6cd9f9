import * as z from 'zod'
import { guardCodes, guardSeverities, reviewActs } from '../words.ts'
import { id, text } from './common.ts'

/** One thing that the guard found in a reply. */
export const guardFinding = z.object({
  code: z.enum(guardCodes),
  severity: z.enum(guardSeverities),
  words: z.string().describe('the very words that were found, or the question that is left open'),
  suggestion: z.string().optional().describe('what one may write instead, in the language of the reply'),
})
export type GuardFindingView = z.infer<typeof guardFinding>

/** Sent by programs that show the findings as one types: then findings that block are refused. */
export const guardAsked = z.strictObject({
  override: text(200)
    .optional()
    .describe('why it goes out all the same; kept with the answer; never instead of a review'),
})

export const askReplyReview = z.strictObject({
  text: text(2000).describe('the very words that are to go out'),
})
export const decideReplyReview = z.strictObject({
  verdict: z.enum(['agree', 'return'], { error: 'not_listed' }),
  note: text(200, 0).optional(),
})
export const reviewParams = z.strictObject({ id, reviewId: id })

/** A second person reads a reply first: asked for, agreed to, or given back. */
export const reviewOnTimeline = z.object({
  act: z.enum(reviewActs),
  of: id.nullable().describe('the event in which it was asked for'),
})
