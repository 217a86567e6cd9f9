import * as z from 'zod'
import { caseKinds, caseStatuses, consentKinds, homeUses, residentRoles, revealPurposes } from '../words.ts'
import { area, day, id, instant, page, paging, text } from './common.ts'
import { placeRef } from './estate.ts'

/** A person in a list: the phone masked, never whole. */
export const personRef = z.object({ id, name: z.string(), phone: z.string().nullable().describe('masked') })

export const residency = z.object({
  id,
  home: placeRef,
  role: z.enum(residentRoles),
  since: day.nullable(),
  until: day.nullable(),
})

export const caseLine = z.object({
  id,
  number: z.string(),
  kind: z.enum(caseKinds),
  status: z.enum(caseStatuses),
  excerpt: z.string(),
  receivedAt: instant,
})

export const person = personRef.extend({
  note: z.string(),
  residencies: z.array(residency),
  consents: z.array(
    z.object({ kind: z.enum(consentKinds), given: z.boolean(), at: instant, by: z.string() }),
  ),
  version: z.number().int(),
})
export type PersonView = z.infer<typeof person>

export const home = z.object({
  place: placeRef,
  building: z.string().nullable(),
  entrance: z.string().nullable(),
  floor: z.string().nullable(),
  use: z.enum(homeUses),
  area,
  handoverOn: day.nullable(),
  version: z.number().int(),
  residents: z.array(
    z.object({
      residencyId: id,
      role: z.enum(residentRoles),
      person: personRef,
      since: day.nullable(),
      until: day.nullable(),
    }),
  ),
})
export type HomeView = z.infer<typeof home>

export const peopleQuery = z.strictObject({ ...paging, q: text(60, 0).optional() })
export const peoplePage = page(
  personRef.extend({ homes: z.array(z.object({ id, label: z.string(), role: z.enum(residentRoles) })) }),
)

/** One box for all: a room (3-1-502), a name, pinyin initials, a phone's tail or a case number. */
export const searchQuery = z.strictObject({ q: text(60) })
export const searchResult = z.object({
  homes: z.array(placeRef),
  places: z.array(placeRef),
  people: z.array(
    personRef.extend({ homes: z.array(z.object({ id, label: z.string(), role: z.enum(residentRoles) })) }),
  ),
  cases: z.array(caseLine),
})

export const addPerson = z.strictObject({
  id,
  name: text(40),
  phone: text(40).nullable().default(null),
  note: text(500, 0).default(''),
})
export const changePerson = z.strictObject({
  expectedVersion: z.number().int({ error: 'wrong_type' }),
  name: text(40).optional(),
  phone: text(40).nullable().optional(),
  note: text(500, 0).optional(),
})
export const reveal = z.strictObject({ purpose: z.enum(revealPurposes, { error: 'not_listed' }) })
export const revealed = z.object({ phone: z.string().nullable(), hideAfterSeconds: z.number().int() })

export const addResidency = z.strictObject({
  id,
  homeId: id,
  role: z.enum(residentRoles, { error: 'not_listed' }),
  since: day.nullable().default(null),
})
export const endResidency = z.strictObject({ until: day })
export const recordConsent = z.strictObject({
  kind: z.enum(consentKinds, { error: 'not_listed' }),
  given: z.boolean({ error: 'wrong_type' }),
})
export const signInCode = z.object({ code: z.string(), expiresAt: instant })

export const rosterRow = z.object({
  /** The line as the spreadsheet numbers it, from 1. */
  line: z.number().int(),
  outcome: z.enum(['new', 'change', 'same', 'duplicate', 'error']),
  room: z.string(),
  name: z.string(),
  phone: z.string().describe('masked'),
  role: z.enum(residentRoles).nullable(),
  area: z.number().int().nullable(),
  problems: z.array(z.object({ column: z.string(), problem: z.string(), value: z.string() })),
})
export const roster = z.object({
  id,
  fileName: z.string(),
  state: z.enum(['previewed', 'applied']),
  sheet: z.string(),
  headerLine: z.number().int(),
  columns: z.array(z.object({ column: z.string(), heading: z.string(), meaning: z.string().nullable() })),
  counts: z.object({
    rows: z.number().int(),
    new: z.number().int(),
    change: z.number().int(),
    same: z.number().int(),
    duplicate: z.number().int(),
    error: z.number().int(),
  }),
  /** At most 2,000 rows, those with problems first. */
  rows: z.array(rosterRow),
})
export type RosterView = z.infer<typeof roster>
export const rosterQuery = z.strictObject({ fileName: text(200) })
export const applyRoster = z.strictObject({ mode: z.enum(['all', 'good-rows'], { error: 'not_listed' }) })
export const rosterApplied = z.object({
  homes: z.number().int(),
  people: z.number().int(),
  residencies: z.number().int(),
  skipped: z.number().int(),
})

export const myHome = z.object({
  home: placeRef,
  communityId: id,
  communityName: z.string(),
  area,
  role: z.enum(residentRoles),
  household: z.array(z.object({ name: z.string(), role: z.enum(residentRoles) })),
  /** Common places of the same entrance and building that can be reported on. */
  nearby: z.array(placeRef),
})
