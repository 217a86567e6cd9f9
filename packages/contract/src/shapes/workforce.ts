import * as z from 'zod'
import { dutyTopics, leaveKinds, skills, staffRoles, teams } from '../words.ts'
import { day, id, instant, staffRef, text } from './common.ts'

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'bad_format' })
const weekday = z
  .number()
  .int({ error: 'wrong_type' })
  .min(1, { error: 'too_small' })
  .max(7, { error: 'too_big' })
const team = z.enum(teams, { error: 'not_listed' })
const skill = z.enum(skills, { error: 'not_listed' })

export const teamParam = z.strictObject({ communityId: id, team })
export const memberParam = z.strictObject({ communityId: id, accountId: id })
export const oneInCommunity = z.strictObject({ communityId: id, id })

export const shift = z.object({
  id,
  name: z.string(),
  from: z.string().describe('HH:MM on the wall'),
  until: z.string().describe('HH:MM; not after `from`: on the next date'),
  weekdays: z.array(z.number().int()).describe('ISO weekdays, 1 is Monday, on which it can begin'),
})
export type Shift = z.infer<typeof shift>

export const member = staffRef.extend({
  roles: z.array(z.enum(staffRoles)),
  team: z.enum(teams),
  skills: z.array(z.enum(skills)),
})
export type Member = z.infer<typeof member>

export const workforce = z.object({
  teams: z.array(z.object({ team: z.enum(teams), leader: staffRef.nullable() })),
  members: z.array(member),
  shifts: z.array(shift),
})
export type Workforce = z.infer<typeof workforce>

export const onDutyQuery = z.strictObject({ team: team.optional(), skill: skill.optional() })
export const onDuty = z.object({
  at: instant,
  staff: z.array(
    member.extend({
      shift: z.string(),
      until: instant.describe('when their shift ends'),
      leader: staffRef.nullable().describe('who leads their team'),
    }),
  ),
})
export type OnDutyView = z.infer<typeof onDuty>

export const setLeader = z.strictObject({ accountId: id.nullable() })
export const setSkills = z.strictObject({ skills: z.array(skill).max(skills.length, { error: 'too_long' }) })
export const addShift = z.strictObject({
  id,
  name: text(20),
  from: clockTime,
  until: z.union([clockTime, z.literal('24:00')], { error: 'bad_format' }),
  weekdays: z.array(weekday).min(1, { error: 'required' }).max(7, { error: 'too_long' }),
})

export const dutyRosterQuery = z.strictObject({
  from: day.describe('the first date'),
  days: z.coerce
    .number()
    .int({ error: 'wrong_type' })
    .min(1, { error: 'too_small' })
    .max(42, { error: 'too_big' })
    .default(7),
})
export const leave = z.object({
  id,
  staff: staffRef,
  kind: z.enum(leaveKinds),
  from: day,
  until: day.describe('the last day away'),
  note: z.string(),
})
export type Leave = z.infer<typeof leave>
export const dutyRoster = z.object({
  from: day,
  days: z.number().int(),
  entries: z.array(z.object({ on: day, shiftId: id, staff: staffRef })),
  shifts: z.array(shift).describe('those in use, and ended ones that the entries name'),
  leave: z.array(leave),
})
export type DutyRoster = z.infer<typeof dutyRoster>

export const setDutyRoster = z.strictObject({
  changes: z
    .array(z.strictObject({ on: day, shiftId: id, accountId: id, works: z.boolean({ error: 'wrong_type' }) }))
    .min(1, { error: 'required' })
    .max(400, { error: 'too_long' }),
})
export const rosterSet = z.object({ added: z.number().int(), removed: z.number().int() })

export const recordLeave = z.strictObject({
  id,
  accountId: id,
  kind: z.enum(leaveKinds, { error: 'not_listed' }),
  from: day,
  until: day,
  note: text(100, 0).optional(),
})

export const dutyPhone = z.strictObject({
  topic: z.enum(dutyTopics, { error: 'not_listed' }),
  name: text(40).describe('who answers'),
  phone: text(40),
  note: text(100, 0).default('').describe('when and what for'),
})
export type DutyPhone = z.infer<typeof dutyPhone>
export const dutyPhones = z.object({
  version: z.number().int().describe('0: none published yet'),
  phones: z.array(dutyPhone).describe('in the order to ring them'),
  publishedAt: instant.nullable(),
  publishedBy: z.string().nullable(),
})
export type DutyPhones = z.infer<typeof dutyPhones>
export const publishDutyPhones = z.strictObject({
  expectedVersion: z.number().int({ error: 'wrong_type' }),
  phones: z.array(dutyPhone).max(30, { error: 'too_long' }),
})
