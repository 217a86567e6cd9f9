import * as z from 'zod'
import {
  caseKinds,
  evidenceKinds,
  placeKinds,
  quoteAnswers,
  teams,
  workEntryKinds,
  workStates,
} from '../words.ts'
import { communityParam, id, instant, staffRef, text } from './common.ts'

/** Words of the community in Chinese, and in English where somebody wrote them; '' falls back to the Chinese. */
const spoken = (max: number, min = 1) =>
  z.strictObject({ 'zh-Hans': text(max, min), en: text(max, 0).default('') })
export type Spoken = { 'zh-Hans': string; en: string }

const whole = z.number().int({ error: 'wrong_type' })
const thousandths = whole
  .min(-1_000_000_000_000, { error: 'too_small' })
  .max(1_000_000_000_000, { error: 'too_big' })
const quantity = whole.min(1, { error: 'too_small' }).max(1_000_000_000, { error: 'too_big' })

/** One step: who does it, what to do, and what shows that it was done. Safety steps stand before all others. */
export const procedureStep = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]{1,24}$/, { error: 'bad_format' }),
  title: spoken(120),
  hint: spoken(200, 0),
  role: z.enum(teams, { error: 'not_listed' }),
  evidence: z.enum(evidenceKinds, { error: 'not_listed' }),
  safety: z.boolean({ error: 'wrong_type' }).default(false),
  required: z.boolean({ error: 'wrong_type' }).default(true),
  /** For a reading: its unit and the range that is in order, in thousandths of the unit. */
  reading: z
    .strictObject({ unit: text(12), min: thousandths.nullable(), max: thousandths.nullable() })
    .nullable()
    .default(null),
  /** For a photo: before the work or after it. Residents see these two. */
  photo: z.enum(['before', 'after'], { error: 'not_listed' }).nullable().default(null),
  /** For a signature: whose. */
  signer: z.enum(['resident', 'worker'], { error: 'not_listed' }).nullable().default(null),
})
export type ProcedureStep = z.output<typeof procedureStep>

export const procedureBody = z.strictObject({
  name: spoken(60),
  purpose: spoken(240, 0),
  /** Which cases it fits; empty lists fit all. */
  kinds: z.array(z.enum(caseKinds, { error: 'not_listed' })).max(5, { error: 'too_long' }),
  placeKinds: z.array(z.enum(placeKinds, { error: 'not_listed' })).max(4, { error: 'too_long' }),
  /** Words of a report that speak for it. */
  words: z.array(text(12)).max(30, { error: 'too_long' }),
  steps: z.array(procedureStep).min(1, { error: 'required' }).max(40, { error: 'too_long' }),
  /** No longer offered; work orders opened under it go on. */
  retired: z.boolean({ error: 'wrong_type' }).default(false),
})
export type ProcedureBody = z.output<typeof procedureBody>

export const procedure = procedureBody.extend({
  id,
  versionId: id,
  version: whole,
  publishedAt: instant,
  publishedBy: z.string(),
})
export type ProcedureView = z.infer<typeof procedure>

export const procedureParam = communityParam.extend({ procedureId: id })
export const procedureVersions = z.object({ items: z.array(procedure) })

/** A new procedure, or the next version of one; `expectedVersion` is the one it follows, 0 for the first. */
export const publishProcedure = procedureBody.extend({
  procedureId: id.describe('of one’s own making for a new procedure'),
  expectedVersion: whole.min(0, { error: 'too_small' }),
})

export const materialLine = z.strictObject({
  name: text(40),
  /** In thousandths of the unit. */
  quantity,
  unit: text(12),
})
export type MaterialLine = z.infer<typeof materialLine>

export const workEntry = z.object({
  id,
  kind: z.enum(workEntryKinds),
  at: instant,
  by: staffRef,
  /** In thousandths of the step's unit. */
  reading: whole.nullable(),
  inRange: z.boolean(),
  note: z.string().nullable(),
  photos: z.array(id),
  materials: z.array(materialLine),
  /** The entry that this one corrects. */
  corrects: id.nullable(),
})
export type WorkEntryView = z.infer<typeof workEntry>

export const workStep = procedureStep.extend({
  state: z.enum(['waiting', ...workEntryKinds]),
  /** Everything recorded at this step, oldest first; the last is in force. */
  entries: z.array(workEntry),
})
export type WorkStepView = z.infer<typeof workStep>

export const workOrder = z.object({
  id,
  seq: whole,
  procedure: z.object({ id, version: whole, name: spoken(60), purpose: spoken(240, 0) }),
  assignee: staffRef,
  note: z.string().nullable(),
  state: z.enum(workStates),
  openedAt: instant,
  openedBy: z.string(),
  closedAt: instant.nullable(),
  closedBy: z.string().nullable(),
  dropReason: z.string().nullable(),
  /** Of the steps: done or passed over, all of them, and how many required ones still wait. */
  progress: z.object({ settled: whole, steps: whole, missing: whole }),
  steps: z.array(workStep),
  /** Whether the caller may record steps now, and whether they may drop it. */
  may: z.object({ record: z.boolean(), drop: z.boolean() }),
})
export type WorkOrderView = z.infer<typeof workOrder>

export const procedureOffer = z.object({
  procedureId: id,
  name: spoken(60),
  version: whole,
  steps: whole,
  /** Why it is offered: its words that stand in the report, whether it is made for this kind and place. */
  words: z.array(z.string()),
  byKind: z.boolean(),
  byPlace: z.boolean(),
})
export type ProcedureOfferView = z.infer<typeof procedureOffer>

const fen = whole.min(0, { error: 'too_small' }).max(100_000_000, { error: 'too_big' })

/** One priced line: what, how much (thousandths of the unit), what one unit costs (分), and where the price is from. */
export const quoteLine = z.strictObject({
  item: text(60),
  quantity: quantity.max(10_000_000, { error: 'too_big' }),
  unit: text(12),
  unitPrice: fen,
  basis: text(80, 0).default(''),
})
export type QuoteLine = z.output<typeof quoteLine>

export const quote = z.object({
  id,
  version: whole,
  lines: z.array(quoteLine.extend({ amount: whole.describe('分') })),
  total: whole.describe('分'),
  note: z.string().nullable(),
  madeAt: instant,
  madeBy: z.string(),
  /** The resident's word on this version, once given. */
  answer: z
    .object({ answer: z.enum(quoteAnswers), name: z.string(), at: instant, reason: z.string().nullable() })
    .nullable(),
})
export type QuoteView = z.infer<typeof quote>

/** The next version; without lines it withdraws the quote. `expectedVersion` is the newest one seen, 0 for none. */
export const makeQuote = z.strictObject({
  lines: z.array(quoteLine).max(30, { error: 'too_long' }),
  note: text(200, 0).optional(),
  expectedVersion: whole.min(0, { error: 'too_small' }),
})
export const answerQuote = z.strictObject({
  quoteId: id.describe('the version that was on screen'),
  answer: z.enum(quoteAnswers, { error: 'not_listed' }),
  reason: text(200, 0).optional(),
})

export const caseWork = z.object({
  orders: z.array(workOrder),
  /** Quotes for paid work, the newest first: it is the one that counts. */
  quotes: z.array(quote),
  mayQuote: z.boolean(),
  /** Procedures in use, the best fitting first. */
  offers: z.array(procedureOffer),
  mayOpen: z.boolean(),
})
export type CaseWorkView = z.infer<typeof caseWork>

export const openWorkOrder = z.strictObject({
  id,
  procedureId: id,
  assigneeId: id.optional().describe('the case’s assignee when left out'),
  note: text(200, 0).optional(),
  expectedVersion: whole.optional(),
})
export const recordStep = z.strictObject({
  step: z.string().max(24, { error: 'too_long' }),
  kind: z.enum(workEntryKinds, { error: 'not_listed' }),
  corrects: id.optional().describe('the entry in force, when there is one'),
  reading: thousandths.optional(),
  note: text(500, 0).optional(),
  photos: z.array(id).max(4, { error: 'too_long' }).optional(),
  materials: z.array(materialLine).max(20, { error: 'too_long' }).optional(),
})
export const stepRecorded = z.object({ id, orderId: id, step: z.string(), at: instant })
export const finishWorkOrder = z.strictObject({ note: text(500, 0).optional() })
export const dropWorkOrder = z.strictObject({ reason: text(200) })
