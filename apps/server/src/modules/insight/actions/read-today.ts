import type { CaseKind, insightEndpoints, PauseReason, PlaceKind } from '@zhanggui/contract'
import { sql } from 'kysely'
import { allow, read } from '#platform/context'
import type { Context } from '#platform/context'
import type { Input } from '#platform/http/serving'

type Counts = Record<
  'arrived' | 'usual' | 'resolved' | 'closed' | 'active' | 'unassigned' | 'late' | 'awaiting',
  number
>

/** Today in the community's zone: what came, what was done, what waits and why, when people report, what repeats. */
export async function readToday(context: Context, { params }: Input<(typeof insightEndpoints)['readToday']>) {
  const { communityId } = params
  allow(context, 'board.read', communityId)
  const { now } = context
  return read(
    context,
    async (tx) => {
      // One row: the zone, midnight, and the start of the eight weeks before.
      const time = sql`(
        select community_id, time_zone, (${now}::timestamptz at time zone time_zone)::date as day,
          ((${now}::timestamptz at time zone time_zone)::date)::timestamp at time zone time_zone as midnight,
          ((${now}::timestamptz at time zone time_zone)::date - 56)::timestamp at time zone time_zone as weeks
        from estate.report_community where community_id = ${communityId}) z`
      // case_newest and case_due
      const counted = await sql<Counts & { day: string }>`
        select z.day::text as day, counts.*, waiting.* from ${time},
          lateral (
            select count(*) filter (where received_at >= z.midnight)::int as arrived,
              count(*) filter (where received_at < z.midnight
                and extract(isodow from received_at at time zone z.time_zone) = extract(isodow from z.day)
                and (received_at at time zone z.time_zone)::time <= (${now}::timestamptz at time zone z.time_zone)::time)::int as usual
            from cases.report_case where community_id = z.community_id and received_at >= z.weeks and received_at <= ${now}
          ) counts,
          lateral (
            select count(*) filter (where resolved_at >= z.midnight)::int as resolved,
              count(*) filter (where closed_at >= z.midnight)::int as closed,
              count(*) filter (where status in ('new', 'open', 'paused', 'resolved'))::int as active,
              count(*) filter (where status in ('new', 'open', 'paused', 'resolved') and assignee_id is null)::int as unassigned,
              count(*) filter (where status in ('new', 'open', 'paused', 'resolved') and due_at < ${now})::int as late,
              count(*) filter (where status = 'resolved')::int as awaiting
            from cases.report_case
            where community_id = z.community_id
              and (status in ('new', 'open', 'paused', 'resolved') or changed_at >= z.midnight)
          ) waiting`.execute(tx)
      const waiting = await sql<{ reason: PauseReason; cases: number }>`
        select paused_for as reason, count(*)::int as cases from cases.report_case
        where community_id = ${communityId} and status = 'paused' group by 1 order by 2 desc, 1`.execute(tx)
      const heat = await sql<{ weekday: number; hour: number; cases: number }>`
        select extract(isodow from received_at at time zone z.time_zone)::int as weekday,
          extract(hour from received_at at time zone z.time_zone)::int as hour, count(*)::int as cases
        from ${time} join cases.report_case c on c.community_id = z.community_id and c.received_at >= z.weeks
          and c.received_at < z.midnight
        group by 1, 2 order by 1, 2`.execute(tx)
      const repeats = await sql<{
        id: string
        place_kind: PlaceKind
        label: string
        kind: CaseKind
        cases: number
      }>`
        select place_id as id, max(place_kind) as place_kind, max(place_label) as label, kind, count(*)::int as cases
        from cases.report_case
        where community_id = ${communityId} and place_id is not null
          and received_at >= ${now}::timestamptz - interval '30 days' and received_at <= ${now}
        group by place_id, kind having count(*) >= 3
        order by count(*) desc, max(received_at) desc, place_id limit 8`.execute(tx)
      const row = counted.rows[0]
      if (!row) throw new Error('a community without a row')
      const { awaiting, usual, ...counts } = row
      return {
        ...counts,
        awaitingResident: awaiting,
        usualHundredths: Math.round((usual * 100) / 8),
        waiting: waiting.rows,
        heat: heat.rows,
        repeats: repeats.rows.map(({ id, place_kind, label, kind, cases }) => ({
          place: { id, kind: place_kind, label },
          kind,
          cases,
        })),
        at: now,
      }
    },
    [communityId],
  )
}
