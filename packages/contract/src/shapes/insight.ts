import * as z from 'zod'
import { boardGroups, boardMetrics, caseKinds, caseStatuses, pauseReasons } from '../words.ts'
import { day, id, instant, paging } from './common.ts'
import { placeRef } from './estate.ts'

const metric = z.enum(boardMetrics, { error: 'not_listed' })

/** Cases received from `from` to `to`, both days included, in the community's zone; at most 800 days. */
const span = { from: day, to: day }

export const readFigures = z.strictObject({
  ...span,
  by: z.enum(boardGroups, { error: 'not_listed' }).default('none'),
})
export const compareCommunities = z.strictObject(span)

/** Counted over due: what the figure is, and out of how many. Nobody asked or due: `due` is 0, and there is no figure. */
export const ratio = z.object({ counted: z.number().int(), due: z.number().int() })
export type Ratio = z.infer<typeof ratio>

export const figureRow = z.object({
  key: z.string().describe('what the group is told apart by; `none` where a case has no such thing'),
  label: z.string().nullable().describe('a name people know, where the key is none'),
  cases: z.number().int().describe('received, without those merged, declined or withdrawn'),
  metrics: z.record(metric, ratio),
  /** What one would count if every kind of case went as it does in the whole community: only for `by=person`. */
  expected: z.record(metric, z.number()).nullable(),
})
export type FigureRow = z.infer<typeof figureRow>
export const figures = z.object({ rows: z.array(figureRow), at: instant })

export const listFigureCases = z.strictObject({
  ...paging,
  ...span,
  metric,
  part: z.enum(['counted', 'missed'], { error: 'not_listed' }),
  by: z.enum(boardGroups, { error: 'not_listed' }).default('none'),
  key: z.string().max(60, { error: 'too_long' }).optional().describe('one group’s key'),
})
export const figureCase = z.object({
  id,
  number: z.string(),
  kind: z.enum(caseKinds),
  status: z.enum(caseStatuses),
  text: z.string().describe('the first 120 characters'),
  place: placeRef.nullable(),
  assignee: z.string().nullable(),
  receivedAt: instant,
})
export type FigureCase = z.infer<typeof figureCase>

export const today = z.object({
  day,
  arrived: z.number().int(),
  /** The mean of the same weekday of the eight weeks before, up to the same hour, in hundredths of a case. */
  usualHundredths: z.number().int(),
  resolved: z.number().int(),
  closed: z.number().int(),
  active: z.number().int(),
  unassigned: z.number().int(),
  late: z.number().int(),
  awaitingResident: z.number().int(),
  waiting: z.array(z.object({ reason: z.enum(pauseReasons), cases: z.number().int() })),
  /** Arrivals of the last eight weeks by weekday (1 is Monday) and hour; pairs without any are left out. */
  heat: z.array(z.object({ weekday: z.number().int(), hour: z.number().int(), cases: z.number().int() })),
  /** The same kind at the same place three times or more within thirty days. */
  repeats: z.array(z.object({ place: placeRef, kind: z.enum(caseKinds), cases: z.number().int() })),
  at: instant,
})
export type Today = z.infer<typeof today>
