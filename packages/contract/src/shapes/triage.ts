import * as z from 'zod'
import { caseKinds, caseStatuses, urgencies } from '../words.ts'
import { id, instant, text } from './common.ts'
import { placeRef } from './estate.ts'

/** What somebody is writing, and where it is, as far as is known. */
export const suggestCase = z.strictObject({
  text: text(2000, 0),
  placeId: id.optional().describe('a resident may leave it out: their home'),
  /** Desk only: who asks, when the archive knows them. */
  personId: id.optional(),
  /** Desk only: when several communities are in reach and no place is named. */
  communityId: id.optional(),
})

const concept = z.object({ id: z.string(), names: z.object({ 'zh-Hans': z.string(), en: z.string() }) })

export const caseDuplicate = z.object({
  id,
  /** Null where the caller may not read the case itself. */
  number: z.string().nullable(),
  kind: z.enum(caseKinds),
  status: z.enum(caseStatuses),
  concept,
  place: z.string(),
  text: z.string().nullable().describe('the first 120 characters; only of cases the caller may read'),
  receivedAt: instant,
  whose: z.enum(['mine', 'household', 'common', 'other']),
  /** 0 the same place, 1 the same entrance, 2 the same building or common ground. */
  distance: z.number().int(),
  score: z.number().describe('0 to 1; the list is in this order'),
  followers: z.number().int(),
  following: z.boolean(),
})
export type CaseDuplicate = z.infer<typeof caseDuplicate>

export const caseSuggestion = z.object({
  kind: z.enum(caseKinds).nullable().describe('null: a person decides'),
  top: z.array(z.object({ kind: z.enum(caseKinds), confidence: z.number() })),
  urgency: z.enum(urgencies),
  /** The urgency was raised by what the desk taught, not by a word. */
  raised: z.boolean(),
  concepts: z.array(concept).describe('the likeliest first'),
  scope: z.enum(['home', 'common']).nullable(),
  /** It speaks of many homes. */
  mass: z.boolean(),
  dangers: z.array(concept),
  reasons: z.array(
    z.object({
      words: z.array(z.string()),
      concept: z.string().nullable(),
      points: z.enum(['kind', 'urgency', 'scope', 'mass']),
    }),
  ),
  /** Desk only: the one place that the words name, when no place was given. */
  place: placeRef.nullable(),
  duplicates: z.array(caseDuplicate).describe('at most five, the likeliest first'),
})
export type CaseSuggestion = z.infer<typeof caseSuggestion>

export const caseFollowed = z.object({ id, followers: z.number().int() })

const figures = z.object({
  right: z.number().int(),
  all: z.number().int(),
  classes: z.array(
    z.object({
      label: z.string(),
      precision: z.number().nullable(),
      recall: z.number().nullable(),
      support: z.number().int(),
    }),
  ),
})
export const triageReport = z.object({
  /** Decisions of the desk that there are to learn from, and how many it takes. */
  lessons: z.number().int(),
  needed: z.number().int(),
  /** How often the desk kept what was suggested, of the lessons. */
  kept: z.object({ kind: z.number().int(), urgency: z.number().int() }),
  versions: z.array(
    z.object({
      version: z.number().int(),
      madeAt: instant,
      examples: z.number().int(),
      used: z.boolean(),
      /** On the newest fifth of the lessons, which it did not learn from; `before` is what was in use till then. */
      before: figures,
      after: figures,
    }),
  ),
})
export type TriageReport = z.infer<typeof triageReport>
