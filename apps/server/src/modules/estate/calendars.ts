import { calendarBody } from '@zhanggui/contract'
import type { CalendarVersion } from '@zhanggui/rules'
import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { calendarOf } from './rules/calendar-of.ts'
import type { CalendarBody } from './rules/calendar-of.ts'

/** A version in force: `calendar` is what clocks run on, `name` and `version` what people read. */
export type CurrentCalendar = {
  calendarId: string
  versionId: string
  calendar: CalendarVersion
  name: string
  version: number
}

type Version = CurrentCalendar & { body: CalendarBody; publishedAt: string }

// Versions never change, and the rules remember each object's opening hours: the same version stays the same object.
const known = new Map<string, Version>()
const knownAtMost = 1000

const columns = ['id', 'calendar_id', 'version', 'body', 'published_at'] as const

/** The newest version of each of the community's calendars, oldest calendar first. */
export async function currentCalendars(tx: Tx, communityId: string): Promise<CurrentCalendar[]> {
  return currentVersions(tx, communityId)
}

export async function currentVersions(tx: Tx, communityId: string): Promise<Version[]> {
  const rows = await tx
    .selectFrom('estate.calendar_version')
    .select(columns)
    .distinctOn('calendar_id')
    .where('community_id', '=', communityId)
    .orderBy('calendar_id')
    .orderBy('version', 'desc')
    .execute()
  return rows.map((it) => remembered(communityId, it))
}

/** What clocks run on, by version: the versions named, as far as the community has them. */
export async function calendarVersions(
  tx: Tx,
  communityId: string,
  versionIds: readonly string[],
): Promise<Map<string, CalendarVersion>> {
  const versions = await namedCalendarVersions(tx, communityId, versionIds)
  return new Map(versions.map((it) => [it.versionId, it.calendar]))
}

/** The versions named, old ones too, with the names that people read; those the community lacks are absent. */
export async function namedCalendarVersions(
  tx: Tx,
  communityId: string,
  versionIds: readonly string[],
): Promise<CurrentCalendar[]> {
  const wanted = [...new Set(versionIds)]
  const missing = wanted.filter((it) => !known.has(`${communityId}/${it}`))
  const rows =
    missing.length === 0
      ? []
      : await tx
          .selectFrom('estate.calendar_version')
          .select(columns)
          .where('community_id', '=', communityId)
          .where(sql<boolean>`id = any(${missing}::uuid[])`)
          .execute()
  const read = new Map(rows.map((it) => [it.id, remembered(communityId, it)]))
  return wanted.flatMap((it) => read.get(it) ?? known.get(`${communityId}/${it}`) ?? [])
}

/** The number of a calendar's newest version, its row locked until commit; undefined when there is none. */
export async function latestVersion(
  tx: Tx,
  communityId: string,
  calendarId: string,
): Promise<number | undefined> {
  const calendar = await tx
    .selectFrom('estate.calendar')
    .select('id')
    .where('community_id', '=', communityId)
    .where('id', '=', calendarId)
    .forUpdate()
    .executeTakeFirst()
  if (!calendar) return undefined
  const { version } = await tx
    .selectFrom('estate.calendar_version')
    .select((it) => it.fn.max('version').as('version'))
    .where('community_id', '=', communityId)
    .where('calendar_id', '=', calendarId)
    .executeTakeFirstOrThrow()
  return version
}

function remembered(
  communityId: string,
  row: { id: string; calendar_id: string; version: number; body: unknown; published_at: string },
): Version {
  const key = `${communityId}/${row.id}`
  const before = known.get(key)
  if (before) return before
  const body = calendarBody.parse(row.body)
  const version = {
    calendarId: row.calendar_id,
    versionId: row.id,
    calendar: calendarOf(row.id, body),
    name: body.name,
    version: row.version,
    body,
    publishedAt: row.published_at,
  }
  if (known.size >= knownAtMost) known.delete(known.keys().next().value ?? '')
  known.set(key, version)
  return version
}
