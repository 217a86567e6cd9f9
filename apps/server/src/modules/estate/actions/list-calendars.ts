import type { CalendarView } from '@zhanggui/contract'
import { allow, read } from '#platform/context'
import type { Context } from '#platform/context'
import { currentVersions } from '../calendars.ts'
import { viewOf } from '../rules/calendar-view.ts'

/** The calendars in force. */
export async function listCalendars(
  context: Context,
  communityId: string,
): Promise<{ items: CalendarView[] }> {
  allow(context, 'calendar.read', communityId)
  const versions = await read(context, (tx) => currentVersions(tx, communityId))
  return {
    items: versions.map(({ calendarId, versionId, version, publishedAt, body }) =>
      viewOf({ id: calendarId, versionId, version, publishedAt, body }, context.now),
    ),
  }
}
