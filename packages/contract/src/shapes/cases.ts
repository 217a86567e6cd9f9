import * as z from 'zod'
import {
  appealStates,
  callBackOutcomes,
  alarmStates,
  caseActions,
  caseEventKinds,
  caseFindings,
  caseKinds,
  caseLinkKinds,
  caseStatuses,
  channels,
  clockKinds,
  clockVerdicts,
  closingCodes,
  closureBases,
  dutyTopics,
  escalationSubjects,
  escalationTargets,
  pauseReasons,
  qualityReasons,
  speedReasons,
  urgencies,
} from '../words.ts'
import { id, instant, paging, staffRef, text } from './common.ts'
import { placeRef } from './estate.ts'
import { guardAsked, guardFinding, reviewOnTimeline } from './reply-guard.ts'
import { newPromise, noPromise, promiseOnTimeline, promiseView } from './promises.ts'

const photos = z.array(id).max(9, { error: 'too_long' }).default([])
const words = text(2000)
const version = z
  .number()
  .int({ error: 'wrong_type' })
  .describe('the version the person was looking at; 409 stale_version when it has moved on')

/** What was reported. A resident sends kind and text; the desk may add who asked and how. */
export const openCase = z.strictObject({
  id,
  kind: z.enum(caseKinds, { error: 'not_listed' }),
  text: words,
  placeId: id.optional().describe('a home or a common place; a resident may leave it out: their home'),
  photos: photos.optional(),
  urgency: z.enum(urgencies, { error: 'not_listed' }).optional(),
  /** Desk only: on whose behalf. */
  onBehalfOf: z
    .strictObject({ personId: id.optional(), name: text(40).optional(), phone: text(40).optional() })
    .optional(),
  /** Desk only: when several communities are in reach and no place is named. */
  communityId: id.optional(),
})

/** What every change of a case answers: enough to go on, the same again when the act is repeated. */
export const caseReceipt = z.object({
  id,
  number: z.string(),
  status: z.enum(caseStatuses),
  version: z.number().int(),
  at: instant,
})
export type CaseReceipt = z.infer<typeof caseReceipt>

export const caseClock = z.object({
  kind: z.enum(clockKinds),
  cycle: z.number().int(),
  /** Which run of its kind in its cycle, and under which of the case's policies, both from 1. */
  run: z.number().int(),
  turn: z.number().int(),
  verdict: z.enum(clockVerdicts),
  startedAt: instant,
  /** Absent while paused. */
  deadline: instant.nullable(),
  stoppedAt: instant.nullable(),
  breachedAt: instant.nullable(),
  budgetSeconds: z.number().int(),
  /** Working seconds used until now or until it stopped. */
  workedSeconds: z.number().int(),
  /** Wall seconds since it started: what the resident feels. */
  wallSeconds: z.number().int(),
  /** Working seconds it stood still. */
  pausedSeconds: z.number().int(),
  pausedSince: instant.nullable(),
  calendar: z.string().describe('name and version of the calendar it is measured by'),
  /** False when a year it runs through has no published holiday notice yet. */
  certain: z.boolean(),
})
export type CaseClock = z.infer<typeof caseClock>

export const caseItem = z.object({
  id,
  communityId: id,
  number: z.string(),
  kind: z.enum(caseKinds),
  status: z.enum(caseStatuses),
  urgency: z.enum(urgencies),
  channel: z.enum(channels),
  text: z.string().describe('the first 120 characters'),
  place: placeRef.nullable(),
  reporter: z.string().nullable().describe('name as the desk calls them; null for residents’ own lists'),
  assignee: staffRef.nullable(),
  tracker: staffRef.nullable(),
  receivedAt: instant,
  changedAt: instant,
  /** The next deadline of a running clock and which clock it is; null when none runs. */
  due: z
    .object({ kind: z.enum(clockKinds), at: instant, startedAt: instant, budgetSeconds: z.number().int() })
    .nullable(),
  pausedFor: z.enum(pauseReasons).nullable(),
  cycle: z.number().int(),
  version: z.number().int(),
  rating: z.number().int().nullable(),
  /** When somebody was last told that it is late, in this cycle; null when nobody was. */
  escalatedAt: instant.nullable(),
  /** How it was brought to its end, since it was resolved. */
  closingCode: z.enum(closingCodes).nullable(),
  /** Calls back in the present cycle, and how often the resident has said that it is not solved. */
  callBacks: z.number().int(),
  returned: z.number().int(),
  appeal: z.enum(appealStates).nullable(),
  /** Of a danger: whether somebody on duty has answered the alarm; null where none was raised. */
  alarm: z.enum(alarmStates).nullable(),
  /** How often somebody asked after it again with nothing new to say. */
  recontacts: z.number().int(),
})
export type CaseItem = z.infer<typeof caseItem>

const listed = <const T extends readonly string[]>(all: T) =>
  z
    .string()
    .max(200, { error: 'too_long' })
    .transform((it) => it.split(','))
    .pipe(z.array(z.enum(all, { error: 'not_listed' })).min(1, { error: 'required' }))

export const listCases = z.strictObject({
  ...paging,
  /** Statuses, comma-separated, or `active`: whatever still waits for somebody. */
  status: listed([...caseStatuses, 'active']).optional(),
  kind: listed(caseKinds).optional(),
  /** `me`, `none`, `team`, or a staff member's id. */
  assignee: z.union([z.enum(['me', 'none', 'team']), id], { error: 'bad_format' }).optional(),
  tracker: z.union([z.enum(['me']), id], { error: 'bad_format' }).optional(),
  communityId: id.optional(),
  placeId: id.optional(),
  personId: id.optional(),
  late: z.enum(['true'], { error: 'not_listed' }).optional(),
  /** Only what has been escalated in its present cycle; of those still waiting, unless statuses are named. */
  escalated: z.enum(['true'], { error: 'not_listed' }).optional(),
  /** `call-back`: resolved, and the resident not yet heard. `appeal`: waiting for the committee's ruling. */
  waits: z.enum(['call-back', 'appeal'], { error: 'not_listed' }).optional(),
  /** Only dangers whose alarm nobody has answered yet. */
  alarm: z.enum(['true'], { error: 'not_listed' }).optional(),
  q: text(60, 0).optional().describe('words of the report, or the number'),
  sort: z.enum(['deadline', 'newest'], { error: 'not_listed' }).optional(),
})

/** The desk's tabs. */
export const caseCounts = z.object({
  mine: z.number().int(),
  team: z.number().int(),
  unassigned: z.number().int(),
  tracked: z.number().int(),
  active: z.number().int(),
  late: z.number().int(),
  escalated: z.number().int(),
  alarms: z.number().int().describe('dangers that nobody has answered yet'),
  paused: z.number().int(),
  awaitingResident: z.number().int(),
  at: instant,
})

/** Levels that were told of together, and to whom. */
export const escalationTold = z.object({
  levels: z.array(
    z.object({
      subject: z.enum(escalationSubjects),
      level: z
        .string()
        .describe('`-25%`, `0`, `+600s`: open time from the deadline; for a pause or an alarm, its name'),
      late: z.boolean(),
      /** Lower levels that were missed and are told together with this one. */
      coalesced: z.number().int(),
    }),
  ),
  told: z.array(staffRef),
})

export const timelineItem = z.object({
  id,
  seq: z.number().int(),
  /** The number of the merged case whose history this is from; null for its own. */
  from: z.string().nullable(),
  kind: z.enum(caseEventKinds),
  at: instant,
  actor: z.object({ kind: z.enum(['staff', 'resident', 'system']), name: z.string().nullable() }),
  channel: z.enum(channels).nullable(),
  text: z.string().nullable(),
  photos: z.array(id),
  internal: z.boolean(),
  /** What the event says beyond words. */
  assignee: staffRef.nullable(),
  reason: z.string().nullable(),
  resumeAt: instant.nullable(),
  rating: z.number().int().nullable(),
  /** On an appointment: the window agreed upon, and whether the resident asked for it. */
  visit: z.object({ from: instant, to: instant, byResident: z.boolean() }).nullable(),
  /** On a call-back: what came of it. On a resolution: the closing code. */
  outcome: z.enum([...callBackOutcomes, ...closingCodes]).nullable(),
  /** On a reclassification: what it is from then on. */
  changed: z
    .object({
      kind: z.enum(caseKinds).nullable(),
      urgency: z.enum(urgencies).nullable(),
      place: z.string().nullable(),
    })
    .nullable(),
  /** On a rating: the reasons chosen. */
  reasons: z.array(z.enum([...qualityReasons, ...speedReasons])).default([]),
  /** Whether the message reached the resident: only on replies. */
  delivery: z.enum(['queued', 'delivered', 'read', 'failed']).nullable(),
  /** Only on `escalated`. */
  escalation: escalationTold.nullable(),
  /** What it promised, or what became of a promise. */
  promise: promiseOnTimeline.nullable().default(null),
  /** Only on notes by which a second person is asked to read a reply, or answers. */
  review: reviewOnTimeline.nullable().default(null),
  /** Only on the entry that answered the alarm of a danger: so many seconds after it was raised. */
  alarmSeconds: z.number().int().nullable(),
})
export type TimelineItem = z.infer<typeof timelineItem>

const cycleTime = z.object({
  workedSeconds: z.number().int(),
  wallSeconds: z.number().int(),
  late: z.boolean(),
})
export const caseView = caseItem.omit({ due: true }).extend({
  text: z.string(),
  photos: z.array(id),
  person: z
    .object({
      id: id.nullable(),
      name: z.string().nullable(),
      phone: z.string().nullable().describe('masked'),
      anonymous: z.boolean(),
    })
    .nullable(),
  clocks: z.array(caseClock),
  timeline: z.array(timelineItem),
  /** What this person may do now; anything else would be refused. */
  actions: z.array(z.enum(caseActions)),
  resumeAt: instant.nullable(),
  /** When silence will close it, if the resident says nothing. */
  closesAt: instant.nullable(),
  closureBasis: z.enum(closureBases).nullable(),
  /** Until when the resident can still send it back. */
  reopenUntil: instant.nullable(),
  /** Who is told next, and when, if nothing happens; null for residents and where nobody is. */
  nextEscalation: z
    .object({
      subject: z.enum(escalationSubjects),
      level: z.string(),
      late: z.boolean(),
      at: instant,
      to: z.array(z.enum(escalationTargets)),
      told: z.array(staffRef),
    })
    .nullable(),
  /** Residents who follow it instead of reporting it again. */
  followers: z.number().int(),
  promises: z.array(promiseView).default([]).describe('in the order they were made'),
  /** Whether it counts as solved: resolved as such and confirmed by the resident or by a call-back. */
  solved: z.boolean(),
  /** Until when the resident can appeal to the committee. */
  appealUntil: instant.nullable(),
  /** What a supervisor should look at; empty for residents. */
  findings: z.array(z.enum(caseFindings)),
  /** Working and wall seconds of the resolve clock in the first, the last and all cycles; waiting for the verdict apart. */
  times: z.object({
    first: cycleTime.nullable(),
    last: cycleTime.nullable(),
    all: cycleTime,
    awaitingVerificationSeconds: z.number().int(),
  }),
  /** The case it goes on in, at the end of the chain; only of a merged one. */
  mergedInto: z.object({ id, number: z.string(), canUndoUntil: instant }).nullable(),
  /** Cases that go on in this one. */
  mergedFrom: z.array(z.object({ id, number: z.string(), canUndoUntil: instant })),
  links: z.array(
    z.object({
      kind: z.enum(caseLinkKinds),
      /** This case follows that one up; false the other way round. */
      outgoing: z.boolean(),
      id,
      number: z.string(),
      status: z.enum(caseStatuses),
      text: z.string(),
    }),
  ),
})
export type CaseView = z.infer<typeof caseView>

export const acceptCase = z.strictObject({ expectedVersion: version.optional() })
export const assignCase = z.strictObject({
  assigneeId: id,
  note: text(500, 0).optional(),
  expectedVersion: version.optional(),
})
/** An answer carries a promise or says why there is none; who sends neither is recorded as `not-stated`. */
export const replyToCase = z.strictObject({
  text: words,
  photos: photos.optional(),
  promise: newPromise.optional(),
  noPromise: noPromise.optional().describe('never together with a promise'),
  guard: guardAsked.optional().describe('without it, what the guard finds is told, not refused'),
  expectedVersion: version.optional(),
})
/** The receipt of an answer, with what the guard found in it. */
export const replyReceipt = caseReceipt.extend({ findings: z.array(guardFinding) })

export const noteOnCase = z.strictObject({
  text: words,
  photos: photos.optional(),
  expectedVersion: version.optional(),
})
export const supplementCase = z.strictObject({ text: words, photos: photos.optional() })
export const pauseCase = z.strictObject({
  reason: z.enum(pauseReasons, { error: 'not_listed' }),
  resumeAt: instant,
  text: text(500, 0).optional().describe('what the resident is told'),
  expectedVersion: version.optional(),
})
export const resumeCase = z.strictObject({ expectedVersion: version.optional() })
export const resolveCase = z.strictObject({
  text: words.describe('what was done'),
  photos: photos.optional().describe('evidence; a repair needs at least one photo or a stated reason'),
  noPhotoReason: text(200).optional(),
  code: z
    .enum(closingCodes, { error: 'not_listed' })
    .optional()
    .describe('how it ended; solved when absent. Only a confirmed solved counts as solved'),
  expectedVersion: version.optional(),
})
export const declineCase = z.strictObject({
  text: words.describe('why, and where to go instead'),
  expectedVersion: version.optional(),
})
export const mergeCase = z.strictObject({
  intoId: id.describe('the case that goes on; the one in the path ends in it'),
  note: text(500, 0).optional(),
  /** The resident hears of it only when this is ticked. */
  tellResident: z.boolean({ error: 'wrong_type' }).optional(),
  expectedVersion: version.optional(),
})
export const unmergeCase = z.strictObject({
  note: text(500, 0).optional(),
  expectedVersion: version.optional(),
})
export const relateCase = z.strictObject({
  otherId: id,
  /** No longer: the link ends, its history stays. */
  end: z.boolean({ error: 'wrong_type' }).optional(),
})
export const urgeCase = z.strictObject({ text: text(500, 0).optional() })
export const confirmCase = z.strictObject({ expectedVersion: version.optional() })
export const rejectCase = z.strictObject({
  reason: words,
  photos: photos.optional(),
  expectedVersion: version.optional(),
})
export const rateCase = z.strictObject({
  rating: z.number().int({ error: 'wrong_type' }).min(1, { error: 'too_small' }).max(5, { error: 'too_big' }),
  comment: text(500, 0).optional(),
  quality: z
    .array(z.enum(qualityReasons, { error: 'not_listed' }))
    .max(8, { error: 'too_long' })
    .optional(),
  speed: z
    .array(z.enum(speedReasons, { error: 'not_listed' }))
    .max(8, { error: 'too_long' })
    .optional(),
})
export const cancelCase = z.strictObject({
  reason: text(500, 0).optional(),
  expectedVersion: version.optional(),
})

export const acknowledgeCase = z.strictObject({ expectedVersion: version.optional() })
export const arriveOnCase = z.strictObject({
  text: text(500, 0).optional(),
  photos: photos.optional(),
  expectedVersion: version.optional(),
})
export const appointOnCase = z.strictObject({
  from: instant.describe('when the visit begins; not in the past, at most 90 days ahead'),
  to: instant.describe('the end of the window, at most 24 hours after its beginning'),
  byResident: z
    .boolean({ error: 'wrong_type' })
    .optional()
    .describe('the resident asked for this time: only then a further appointment moves the arrival clock'),
  text: text(500, 0).optional(),
  expectedVersion: version.optional(),
})
export const callBackOnCase = z.strictObject({
  outcome: z.enum(callBackOutcomes, { error: 'not_listed' }),
  text: text(2000, 0).optional().describe('what the resident said; required when it is not solved'),
  expectedVersion: version.optional(),
})
export const reclassifyCase = z.strictObject({
  kind: z.enum(caseKinds, { error: 'not_listed' }).optional(),
  urgency: z.enum(urgencies, { error: 'not_listed' }).optional(),
  placeId: id.optional(),
  reason: text(500).describe('why; stays on the timeline'),
  expectedVersion: version.optional(),
})
export const reopenCase = z.strictObject({ reason: words, expectedVersion: version.optional() })
export const appealCase = z.strictObject({ reason: words, expectedVersion: version.optional() })
export const ruleOnAppeal = z.strictObject({
  ruling: z.enum(['upheld', 'rejected'], { error: 'not_listed' }),
  reason: words.describe('what the resident and the desk are told'),
  expectedVersion: version.optional(),
})

const target = z.strictObject({
  seconds: z
    .number()
    .int({ error: 'wrong_type' })
    .min(60, { error: 'too_small' })
    .max(31_536_000, { error: 'too_big' }),
  calendarId: id,
})
/** One rung of an escalation ladder: so far before (negative), at (0) or after a clock's deadline, in its calendar. */
export const escalationLevel = z.strictObject({
  /** The clocks it belongs to; empty: every clock. */
  clocks: z.array(z.enum(clockKinds, { error: 'not_listed' })).max(clockKinds.length, { error: 'too_long' }),
  offset: z
    .number()
    .int({ error: 'wrong_type' })
    .min(-2_592_000, { error: 'too_small' })
    .max(2_592_000, { error: 'too_big' }),
  unit: z.enum(['percent', 'seconds'], { error: 'not_listed' }).describe('percent: of the clock’s budget'),
  to: z
    .array(z.enum(escalationTargets, { error: 'not_listed' }))
    .min(1, { error: 'required' })
    .max(escalationTargets.length, { error: 'too_long' }),
})
export type EscalationLevelView = z.infer<typeof escalationLevel>

export const policyRule = z.strictObject({
  /** First match wins; empty lists match everything. */
  kinds: z.array(z.enum(caseKinds, { error: 'not_listed' })).max(5, { error: 'too_long' }),
  urgencies: z.array(z.enum(urgencies, { error: 'not_listed' })).max(3, { error: 'too_long' }),
  /** A clock without a target does not run. */
  targets: z.strictObject({
    accept: target,
    first_response: target,
    resolve: target,
    next_response: target.optional(),
    on_site: target.optional(),
    update: target.optional(),
    callback: target.optional(),
  }),
  /** Who is told when a clock runs out; absent: the house's own ladder. Somebody is always told of late work. */
  ladder: z.array(escalationLevel).max(12, { error: 'too_long' }).optional(),
})
export const policyBody = z.strictObject({
  name: text(60),
  basis: text(200, 0).describe('the standard, level or contract clause these times come from'),
  rules: z.array(policyRule).min(1, { error: 'required' }).max(20, { error: 'too_long' }),
  /** A returned case gets this share of the resolve time again, but never less than the floor. */
  reopenPercent: z
    .number()
    .int({ error: 'wrong_type' })
    .min(10, { error: 'too_small' })
    .max(100, { error: 'too_big' }),
  reopenFloorSeconds: z
    .number()
    .int({ error: 'wrong_type' })
    .min(600, { error: 'too_small' })
    .max(864_000, { error: 'too_big' }),
})
export const policy = policyBody.extend({
  id,
  version: z.number().int(),
  publishedAt: instant,
  publishedBy: z.string(),
})
export type PolicyView = z.infer<typeof policy>
export const publishPolicy = policyBody.extend({ expectedVersion: z.number().int({ error: 'wrong_type' }) })

const codeToken = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/, { error: 'bad_format' })
export const readPlaceCode = z.strictObject({ token: codeToken })
/** Numbers of the duty phone list that the path of danger uses, in the order published. */
export const emergencyPhone = z.object({ topic: z.enum(dutyTopics), name: z.string(), phone: z.string() })
export const emergency = z.object({ phones: z.array(emergencyPhone) })
export const placeOfCode = z.object({
  community: z.string(),
  place: z.string(),
  /** Whom to ring in danger. */
  phones: z.array(emergencyPhone),
})
export const openPublicCase = z.strictObject({
  id,
  token: codeToken,
  kind: z.enum(caseKinds, { error: 'not_listed' }),
  text: words,
  name: text(40).optional(),
  phone: text(40).optional(),
  photos: photos.optional(),
})
export const publicReceipt = z.object({
  number: z.string(),
  secret: z.string().describe('the follow-up link’s secret, shown once'),
})
export const secretOnly = z.strictObject({ secret: codeToken })
export const publicCase = z.object({
  number: z.string(),
  kind: z.enum(caseKinds),
  status: z.enum(caseStatuses),
  community: z.string(),
  place: z.string(),
  text: z.string(),
  receivedAt: instant,
  timeline: z.array(
    timelineItem.omit({ photos: true, assignee: true, escalation: true, alarmSeconds: true }),
  ),
  promises: z.array(promiseView.omit({ change: true })).default([]),
  actions: z.array(z.enum(['supplement', 'confirm', 'reject'])),
})
export const supplementPublicCase = z.strictObject({ id, secret: codeToken, text: words })
export const answerPublicCase = z.strictObject({
  id,
  secret: codeToken,
  answer: z.enum(['confirm', 'reject'], { error: 'not_listed' }),
  reason: text(2000, 0).optional(),
})
