import type { BoardGroup, BoardMetric } from '@zhanggui/contract'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/**
 * The SQL of each figure over one row a case (`c`), its first-cycle clocks (`k`) and its surveys (`s`): how much the
 * case adds to the denominator, and how much of that counts. The words for it stand in docs/metrics.md.
 */
export const metricSql: Record<BoardMetric, { due: RawBuilder<number>; counted: RawBuilder<number> }> = {
  accept: { due: sql`k.accept_due`, counted: sql`k.accept_met` },
  response: { due: sql`k.response_due`, counted: sql`k.response_met` },
  on_time: { due: sql`k.resolve_due`, counted: sql`k.resolve_met` },
  // Asked and answered, or silent until it closed; sent back and still under way counts against.
  resolution: {
    due: sql`(c.status = 'closed' or c.cycle > 1)::int`,
    counted: sql`(c.status = 'closed' and c.as_solved and c.closure_basis in ('resident-confirmed', 'callback-confirmed'))::int`,
  },
  satisfaction: { due: sql`coalesce(s.rated, 0)`, counted: sql`coalesce(s.good, 0)` },
  rework: {
    due: sql`(c.resolved_at is not null or c.cycle > 1)::int`,
    counted: sql`(c.cycle > 1)::int`,
  },
  direct: {
    due: sql`(c.status in ('resolved', 'closed') and c.tracker_id is not null)::int`,
    counted: sql`(c.status in ('resolved', 'closed') and c.tracker_id is not null and c.assignee_id = c.tracker_id)::int`,
  },
}

/** What tells a group apart, and its name where the key is none: the SQL of each way to break down. */
export const groupSql: Record<
  BoardGroup | 'community',
  { key: RawBuilder<string>; label: RawBuilder<string | null> }
> = {
  none: plain(sql`'all'`),
  day: plain(sql`(c.received_at at time zone z.time_zone)::date::text`),
  week: plain(sql`date_trunc('week', c.received_at at time zone z.time_zone)::date::text`),
  month: plain(sql`to_char(c.received_at at time zone z.time_zone, 'YYYY-MM')`),
  building: { key: sql`coalesce(p.building_id::text, 'none')`, label: sql`p.building_name` },
  kind: plain(sql`c.kind`),
  urgency: plain(sql`c.urgency`),
  channel: plain(sql`c.channel`),
  community: { key: sql`z.community_id::text`, label: sql`z.name` },
  person: { key: sql`coalesce(c.assignee_id::text, 'none')`, label: sql`c.assignee_name` },
}

function plain(key: RawBuilder<string>) {
  return { key, label: sql<string | null>`null::text` }
}

export type Span = { communities: readonly string[]; from: string; to: string; now: string }

/**
 * The cases of a span with all that the figures need, one row each, as the body of `from`. A clock is due when it was
 * decided or its deadline has passed: rows keep the verdict of the last change, so time itself is looked at too.
 * case_newest gives the cases, clock_of_case their clocks.
 */
export function cohort({ communities, from, to, now }: Span): RawBuilder<unknown> {
  const due = (kind: string) =>
    sql`count(*) filter (where kind = ${sql.lit(kind)} and (verdict in ('met', 'breached') or (verdict = 'running' and deadline < ${now}::timestamptz)))::int`
  const met = (kind: string) => sql`count(*) filter (where kind = ${sql.lit(kind)} and verdict = 'met')::int`
  return sql`
    estate.report_community z
    join cases.report_case c on c.community_id = z.community_id
      and c.received_at >= ${from}::date::timestamp at time zone z.time_zone
      and c.received_at < (${to}::date + 1)::timestamp at time zone z.time_zone
    left join lateral (
      select ${due('accept')} as accept_due, ${met('accept')} as accept_met,
        ${due('first_response')} as response_due, ${met('first_response')} as response_met,
        ${due('resolve')} as resolve_due, ${met('resolve')} as resolve_met
      from cases.report_clock
      where community_id = c.community_id and case_id = c.id and cycle = 1
        and kind in ('accept', 'first_response', 'resolve')
    ) k on true
    left join lateral (
      select count(*)::int as rated, count(*) filter (where rating >= 4)::int as good
      from cases.report_survey where community_id = c.community_id and case_id = c.id
    ) s on true
    left join estate.report_place p on p.community_id = c.community_id and p.id = c.place_id
    where z.community_id = any(${communities}::uuid[])`
}
