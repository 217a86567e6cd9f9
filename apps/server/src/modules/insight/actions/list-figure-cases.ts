import type { CaseKind, CaseStatus, insightEndpoints, PlaceKind } from '@zhanggui/contract'
import { sql } from 'kysely'
import { allow, permissionsIn, read } from '#platform/context'
import type { Context } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import type { Input } from '#platform/http/serving'
import { Refusal } from '#platform/refusal'
import { cohort, groupSql, metricSql } from '../metrics.ts'
import { checkSpan } from '../span.ts'

type Row = {
  id: string
  number: string
  kind: CaseKind
  status: CaseStatus
  text: string
  place_id: string | null
  place_kind: PlaceKind | null
  place_label: string | null
  assignee_name: string | null
  received_at: string
}

/**
 * The cases behind one figure, newest first: those that counted, or those that were due and did not. The very
 * expressions of the figure pick them, so that figure and rows can not disagree. Refused as `readFigures` is.
 */
export async function listFigureCases(
  context: Context,
  { params, query }: Input<(typeof insightEndpoints)['listFigureCases']>,
) {
  const { communityId } = params
  const people = permissionsIn(allow(context, 'board.read', communityId)).includes('board.people')
  if (query.by === 'person' && !people) throw new Refusal('not_found')
  checkSpan(query)
  const { due, counted } = metricSql[query.metric]
  const part = query.part === 'counted' ? sql`${counted} > 0` : sql`${due} > ${counted}`
  const group = query.key === undefined ? sql`true` : sql`${groupSql[query.by].key} = ${query.key}`
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor)
  const rows = await read(
    context,
    async (tx) =>
      (
        await sql<Row>`
          select c.id, c.number, c.kind, c.status, left(c.text, 120) as text, c.place_id, c.place_kind, c.place_label,
            c.assignee_name, c.received_at
          from ${cohort({ communities: [communityId], ...query, now: context.now })} and ${part} and ${group}
            and ${after ? sql`(c.received_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`}
          order by c.received_at desc, c.id desc limit ${sql.lit(query.limit + 1)}`.execute(tx)
      ).rows,
    [communityId],
  )
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => ({
      id: row.id,
      number: row.number,
      kind: row.kind,
      status: row.status,
      text: row.text,
      place:
        row.place_id && row.place_kind && row.place_label
          ? { id: row.place_id, kind: row.place_kind, label: row.place_label }
          : null,
      assignee: people ? row.assignee_name : null,
      receivedAt: row.received_at,
    })),
    nextCursor: rows.length > page.length && last ? writeCursor({ at: last.received_at, id: last.id }) : null,
  }
}
