import * as z from 'zod'
import { chartLenses, homeUses, placeKinds } from '../words.ts'
import { area, day, id, instant, text } from './common.ts'

export const community = z.object({
  id,
  name: z.string(),
  address: z.string(),
  timeZone: z.string(),
  homes: z.number().int(),
})

export const placeRef = z.object({
  id,
  kind: z.enum(placeKinds),
  /** As the community writes it: 3栋1单元502, 2栋 大堂. */
  label: z.string(),
})
export type PlaceRef = z.infer<typeof placeRef>

export const place = placeRef.extend({
  parentId: id.nullable(),
  name: z.string(),
  floor: z.string().nullable(),
  use: z.enum(homeUses).nullable(),
  area: area.nullable(),
  handoverOn: day.nullable(),
  hasCode: z.boolean(),
  version: z.number().int(),
})
export type Place = z.infer<typeof place>

export const placeQuery = z.strictObject({
  q: text(60, 0).optional(),
  parentId: id.optional(),
  kind: z.enum(placeKinds, { error: 'not_listed' }).optional(),
  limit: z.coerce
    .number()
    .int({ error: 'wrong_type' })
    .min(1, { error: 'too_small' })
    .max(500, { error: 'too_big' })
    .default(20),
})

const homeFacts = z.strictObject({
  use: z.enum(homeUses, { error: 'not_listed' }),
  area,
  handoverOn: day.nullable().default(null),
})

export const addPlace = z.strictObject({
  id,
  kind: z.enum(placeKinds, { error: 'not_listed' }),
  parentId: id
    .nullable()
    .describe(
      'building: null; entrance: a building; home: an entrance or building; common: anything or null',
    ),
  name: text(40),
  floor: text(8).nullable().default(null),
  home: homeFacts.optional().describe('required for a home'),
})
export const changePlace = z.strictObject({
  expectedVersion: z.number().int({ error: 'wrong_type' }),
  name: text(40).optional(),
  home: homeFacts.optional(),
})

export const placeCode = z.object({ token: z.string(), url: z.string(), label: z.string() })

export const chartHome = z.object({
  id,
  label: z.string(),
  entrance: z.string().nullable(),
  use: z.enum(homeUses),
  /** The lens' value: number of open cases, or area in 0.01 m². */
  value: z.number(),
  /** For open cases: whether one of them is late. */
  late: z.boolean().optional(),
})
export const chart = z.object({
  lens: z.enum(chartLenses),
  at: instant,
  buildings: z.array(
    z.object({
      id,
      name: z.string(),
      /** Cases on the building's common places. */
      common: z.number().int(),
      floors: z.array(z.object({ label: z.string(), index: z.number().int(), homes: z.array(chartHome) })),
    }),
  ),
})
export type Chart = z.infer<typeof chart>
export const chartQuery = z.strictObject({
  lens: z.enum(chartLenses, { error: 'not_listed' }).default('open-cases'),
})

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: 'bad_format' })
export const dayWindow = z.strictObject({ from: clockTime, to: clockTime })
const windows = z.array(dayWindow).max(12, { error: 'too_long' })
export const calendarBody = z.strictObject({
  name: text(40),
  timeZone: z.string().max(60, { error: 'too_long' }),
  publicHolidays: z.enum(['cn', 'none'], { error: 'not_listed' }),
  /** ISO weekday 1 (Monday) to 7; a window whose end is not after its start crosses midnight. */
  weekly: z.strictObject({
    1: windows,
    2: windows,
    3: windows,
    4: windows,
    5: windows,
    6: windows,
    7: windows,
  }),
  overrides: z
    .array(
      z.strictObject({
        date: day,
        kind: z.enum(['closed', 'open', 'like-weekday'], { error: 'not_listed' }),
        windows: windows.optional(),
        weekday: z
          .number()
          .int({ error: 'wrong_type' })
          .min(1, { error: 'too_small' })
          .max(7, { error: 'too_big' })
          .optional(),
        note: text(60, 0).optional(),
      }),
    )
    .max(400, { error: 'too_long' }),
})
export const calendar = calendarBody.extend({
  id,
  versionId: id,
  version: z.number().int(),
  publishedAt: instant,
  /** How sure the public holidays of this year and the next are. */
  years: z.array(
    z.object({ year: z.number().int(), certainty: z.enum(['published', 'estimated', 'unknown']) }),
  ),
})
export type CalendarView = z.infer<typeof calendar>
export const publishCalendar = calendarBody.extend({
  /** The calendar to give a new version; absent for a new calendar. */
  calendarId: id.optional(),
  expectedVersion: z.number().int({ error: 'wrong_type' }).optional(),
})
