import { calendarBody } from '@zhanggui/contract'
import type { CalendarView, endpoints } from '@zhanggui/contract'
import { dateIn, epochSeconds, isTimeZone, validateCalendar } from '@zhanggui/rules'
import { v7 } from 'uuid'
import { allow, change } from '#platform/context'
import type { Context } from '#platform/context'
import { brokenConstraint } from '#platform/database'
import type { Tx } from '#platform/database'
import type { Input } from '#platform/http/serving'
import { tellLive } from '#platform/outbox'
import { Refusal } from '#platform/refusal'
import type { FieldRefusal } from '#platform/refusal'
import { latestVersion } from '../calendars.ts'
import { viewOf } from '../rules/calendar-view.ts'
import { calendarFieldProblems, calendarOf } from '../rules/calendar-of.ts'
import type { CalendarBody } from '../rules/calendar-of.ts'

type Asked = Input<(typeof endpoints)['publishCalendar']>

/** Publishes a calendar or its next version on somebody's behalf. */
export async function publishCalendar(context: Context, { params, body }: Asked): Promise<CalendarView> {
  const { communityId } = params
  allow(context, 'calendar.publish', communityId)
  return change(context, async (tx) => {
    const { calendarId, expectedVersion, ...hours } = body
    const calendar = await publishCalendarTx(tx, {
      communityId,
      calendarId,
      expectedVersion,
      body: hours,
      by: context.actor.accountId,
      now: context.now,
    })
    await tellLive(tx, { kind: 'estate', communityId, id: calendar.id, version: calendar.version })
    return calendar
  })
}

/**
 * Publishes version 1 of a new calendar, or the next version of the one named. Versions never change afterwards:
 * clocks run on them. Refuses hours that can not be kept, a version other than the one expected, and a name taken.
 */
export async function publishCalendarTx(
  tx: Tx,
  input: {
    communityId: string
    calendarId?: string | undefined
    expectedVersion?: number | undefined
    body: CalendarBody
    by: string | null
    now: string
  },
): Promise<CalendarView> {
  const { communityId, now } = input
  const body = calendarBody.parse(input.body)
  const versionId = v7()
  refuseFaults(versionId, body, now)
  const before = input.calendarId === undefined ? 0 : await versionBefore(tx, input, input.calendarId)
  const calendarId = input.calendarId ?? v7()
  const version = before + 1
  await nameCalendar(tx, { communityId, calendarId, name: body.name, now, isNew: before === 0 })
  await tx
    .insertInto('estate.calendar_version')
    .values({
      community_id: communityId,
      id: versionId,
      calendar_id: calendarId,
      version,
      body: JSON.stringify(body),
      published_at: now,
      published_by: input.by,
    })
    .execute()
  return viewOf({ id: calendarId, versionId, version, publishedAt: now, body }, now)
}

async function versionBefore(
  tx: Tx,
  input: { communityId: string; expectedVersion?: number | undefined },
  calendarId: string,
): Promise<number> {
  const current = await latestVersion(tx, input.communityId, calendarId)
  if (current === undefined) throw new Refusal('not_found')
  if (input.expectedVersion === undefined) {
    throw new Refusal('invalid_fields', { fields: [{ path: 'expectedVersion', problem: 'required' }] })
  }
  if (input.expectedVersion !== current) {
    throw new Refusal('stale_version', { detail: { version: current } })
  }
  return current
}

async function nameCalendar(
  tx: Tx,
  calendar: { communityId: string; calendarId: string; name: string; now: string; isNew: boolean },
): Promise<void> {
  const { communityId, calendarId, name, now, isNew } = calendar
  const write = isNew
    ? tx
        .insertInto('estate.calendar')
        .values({ community_id: communityId, id: calendarId, name, created_at: now })
        .execute()
    : tx
        .updateTable('estate.calendar')
        .set({ name })
        .where('community_id', '=', communityId)
        .where('id', '=', calendarId)
        .execute()
  await write.catch((error: unknown) => {
    if (brokenConstraint(error) !== 'calendar_name') throw error
    throw new Refusal('calendar_invalid', { fields: [{ path: 'name', problem: 'invalid' }] })
  })
}

/** Everything that keeps these hours from being used, each beside the field it is in. */
function refuseFaults(versionId: string, body: CalendarBody, now: string): void {
  const calendar = calendarOf(versionId, body)
  // In an unknown zone there is no date yet; the zone itself is then what is reported.
  const today = isTimeZone(body.timeZone) ? dateIn(body.timeZone, epochSeconds(now)) : now.slice(0, 10)
  const fields = validateCalendar(calendar, today).map((it): FieldRefusal => {
    const override = it.path[0] === 'overrides' ? body.overrides[Number(it.path[1])] : undefined
    const path =
      override?.kind === 'like-weekday' ? ['overrides', it.path[1], 'weekday'].join('.') : it.path.join('.')
    return { path, problem: calendarFieldProblems[it.code] }
  })
  if (fields.length > 0) throw new Refusal('calendar_invalid', { fields: fields.slice(0, 20) })
}
