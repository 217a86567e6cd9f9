import * as z from 'zod'
import {
  assignmentStrategies,
  caseKinds,
  dispatchActs,
  raiseReasons,
  skills,
  staffRoles,
  teams,
  urgencies,
} from '../words.ts'
import { id, instant, staffRef, text } from './common.ts'

const team = z.enum(teams, { error: 'not_listed' })
const version = z
  .number()
  .int({ error: 'wrong_type' })
  .describe('the version the person was looking at; 409 stale_version when it has moved on')
const words = text(500)

export const assignmentBody = z.strictObject({
  strategy: z.enum(assignmentStrategies, { error: 'not_listed' }),
  acceptSeconds: z
    .number()
    .int({ error: 'wrong_type' })
    .min(60, { error: 'too_small' })
    .max(86_400, { error: 'too_big' })
    .describe('how long somebody who is asked has to take it, in open seconds of the case’s calendar'),
  capacity: z
    .number()
    .int({ error: 'wrong_type' })
    .min(1, { error: 'too_small' })
    .max(100, { error: 'too_big' })
    .describe('cases in hand from which on nobody is asked for another'),
  rules: z
    .array(
      z.strictObject({
        /** First match wins; empty lists match everything; a word matches when the report contains it. */
        kinds: z.array(z.enum(caseKinds, { error: 'not_listed' })).max(5, { error: 'too_long' }),
        words: z.array(text(20)).max(30, { error: 'too_long' }),
        team: team.nullable(),
        skill: z.enum(skills, { error: 'not_listed' }).nullable(),
      }),
    )
    .max(30, { error: 'too_long' }),
})
export type AssignmentBody = z.infer<typeof assignmentBody>
export const assignment = assignmentBody.extend({
  version: z.number().int().describe('0: nothing published, nothing is given out by itself'),
  publishedAt: instant.nullable(),
  publishedBy: z.string().nullable(),
})
export type AssignmentView = z.infer<typeof assignment>
export const publishAssignment = assignmentBody.extend({
  expectedVersion: z.number().int({ error: 'wrong_type' }),
})

export const candidate = staffRef.extend({
  team: z.enum(teams),
  roles: z.array(z.enum(staffRoles)),
  onDuty: z.boolean(),
  until: instant.nullable().describe('when their shift ends, if they are on duty'),
  inHand: z.number().int().describe('cases they have or are asked to take'),
  full: z.boolean().describe('as many in hand as the community’s capacity, when there is one'),
  fits: z.boolean().describe('team and skill that the community’s rules name for this report'),
  wasHere: z.boolean().describe('worked on a case at this place within 30 days'),
  refused: z.boolean().describe('refused this case, or let the time pass'),
})
export type Candidate = z.infer<typeof candidate>
export const candidates = z.object({ items: z.array(candidate) })

const handover = z.object({
  from: staffRef,
  to: staffRef,
  note: z.string(),
  offeredAt: instant,
})
export const dispatch = z.object({
  offer: z.object({ to: staffRef, until: instant }).nullable(),
  offers: z.number().int().describe('how often it was offered by itself; after three a person decides'),
  raised: z.object({ at: instant, why: z.enum(raiseReasons) }).nullable(),
  leadTeam: z.enum(teams).nullable(),
  follower: staffRef.nullable().describe('who follows it instead of a first responder who has left'),
  handover: handover.nullable(),
  coHandlers: z.array(
    z.object({
      team: z.enum(teams),
      asked: z.string(),
      askedAt: instant,
      dueAt: instant,
      returnedAt: instant.nullable(),
      returnedBy: z.string().nullable(),
      result: z.string().nullable(),
    }),
  ),
  dispute: z
    .object({
      reason: z.string(),
      fromTeam: z.enum(teams),
      proposedTeam: z.enum(teams),
      raisedAt: instant,
      raisedBy: z.string(),
      dueAt: instant,
      ruling: z.enum(['upheld', 'dismissed']).nullable(),
      ruledAt: instant.nullable(),
      ruledBy: z.string().nullable(),
      words: z.string().nullable(),
    })
    .nullable(),
  /** What this person may do now about who has it. */
  acts: z.array(z.enum(dispatchActs)),
})
export type DispatchView = z.infer<typeof dispatch>

const line = z.object({
  caseId: id,
  number: z.string(),
  text: z.string(),
  urgency: z.enum(urgencies),
  at: instant,
  until: instant.nullable(),
})
/** What waits for the person asking, each oldest first, at most fifty. */
export const waiting = z.object({
  offers: z.array(line),
  handovers: z.array(line.extend({ from: z.string() })),
  coHandling: z.array(line.extend({ asked: z.string() })),
  disputes: z.array(line.extend({ reason: z.string() })),
  raised: z.array(line.extend({ why: z.enum(raiseReasons) })),
})
export type Waiting = z.infer<typeof waiting>

export const refuseCase = z.strictObject({ reason: words, expectedVersion: version.optional() })
export const handOverCase = z.strictObject({
  toId: id,
  note: words.describe('what the other needs to know'),
  expectedVersion: version.optional(),
})
export const answerHandOver = z.strictObject({
  answer: z.enum(['take', 'refuse'], { error: 'not_listed' }),
  reason: text(500, 0).optional().describe('needed for refusing'),
  expectedVersion: version.optional(),
})
export const addCoHandler = z.strictObject({
  team,
  asked: words,
  hours: z
    .number()
    .int({ error: 'wrong_type' })
    .min(1, { error: 'too_small' })
    .max(240, { error: 'too_big' })
    .default(4)
    .describe('open hours of the case’s calendar until they report back'),
  expectedVersion: version.optional(),
})
export const returnResult = z.strictObject({ team, result: words, expectedVersion: version.optional() })
export const disputeCase = z.strictObject({
  reason: words,
  proposedTeam: team,
  expectedVersion: version.optional(),
})
export const ruleDispute = z.strictObject({
  ruling: z.enum(['upheld', 'dismissed'], { error: 'not_listed' }),
  assigneeId: id.optional().describe('who takes it on; needed when the dispute is upheld'),
  words: words,
  expectedVersion: version.optional(),
})
