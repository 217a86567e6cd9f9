import type { ProcedureBody, ProcedureView, publishProcedure as shape } from '@zhanggui/contract'
import { procedureProblems } from '@zhanggui/rules'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type * as z from 'zod'
import { allow, change, read } from '#platform/context'
import type { Context } from '#platform/context'
import { brokenConstraint } from '#platform/database'
import type { Tx } from '#platform/database'
import { Refusal } from '#platform/refusal'
import type { CasesProcedureVersion } from '#platform/schema'

type Input = z.output<typeof shape>
type Row = Selectable<CasesProcedureVersion>

export function presentProcedure(row: Row): ProcedureView {
  return {
    ...(row.body as unknown as ProcedureBody),
    id: row.procedure_id,
    versionId: row.id,
    version: row.version,
    publishedAt: row.published_at,
    publishedBy: row.published_by_name,
  }
}

/** The procedures of a community, each in its newest version, by name; those no longer in use too. At most 300. */
export async function listProcedures(
  context: Context,
  communityId: string,
): Promise<{ items: ProcedureView[] }> {
  allow(context, 'procedure.read', communityId)
  return read(
    context,
    async (tx) => {
      const items = await newestProcedures(tx, communityId)
      return {
        items: items.toSorted((a, b) => a.name['zh-Hans'].localeCompare(b.name['zh-Hans'], 'zh-Hans')),
      }
    },
    [communityId],
  )
}

/** Every version of one procedure, the newest first, at most fifty. Refused (`not_found`) where there is none. */
export async function readProcedure(
  context: Context,
  communityId: string,
  procedureId: string,
): Promise<{ items: ProcedureView[] }> {
  allow(context, 'procedure.read', communityId)
  return read(
    context,
    async (tx) => {
      // procedure_version_number, backwards
      const rows = await tx
        .selectFrom('cases.procedure_version')
        .selectAll()
        .where('community_id', '=', communityId)
        .where('procedure_id', '=', procedureId)
        .orderBy('version', 'desc')
        .limit(sql.lit(50))
        .execute()
      if (rows.length === 0) throw new Refusal('not_found')
      return { items: rows.map(presentProcedure) }
    },
    [communityId],
  )
}

/** The newest version of each procedure of a community. */
export async function newestProcedures(tx: Tx, communityId: string): Promise<ProcedureView[]> {
  // procedure_version_number
  const rows = await tx
    .selectFrom('cases.procedure_version')
    .selectAll()
    .distinctOn('procedure_id')
    .where('community_id', '=', communityId)
    .orderBy('procedure_id')
    .orderBy('version', 'desc')
    .limit(sql.lit(300))
    .execute()
  return rows.map(presentProcedure)
}

/** The newest version of one procedure, unless it is no longer in use. */
export async function procedureInUse(
  tx: Tx,
  communityId: string,
  procedureId: string,
): Promise<ProcedureView | undefined> {
  const row = await tx
    .selectFrom('cases.procedure_version')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('procedure_id', '=', procedureId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const found = row && presentProcedure(row)
  return found && !found.retired ? found : undefined
}

/**
 * Publishes a procedure or its next version; work orders that are under way keep theirs. Refused: what
 * `procedureProblems` finds (`procedure_invalid`, by field), a version somebody else has moved on (`stale_version`).
 */
export async function publishProcedure(
  context: Context,
  communityId: string,
  input: Input,
): Promise<ProcedureView> {
  allow(context, 'procedure.publish', communityId)
  return change(
    context,
    (tx) =>
      publishProcedureTx(
        tx,
        communityId,
        input,
        { id: context.actor.accountId, name: context.actor.name },
        context.now,
      ),
    [communityId],
  )
}

export async function publishProcedureTx(
  tx: Tx,
  communityId: string,
  input: Input,
  by: { id: string | null; name: string },
  now: string,
): Promise<ProcedureView> {
  const { procedureId, expectedVersion, ...body } = input
  const fields = procedureProblems(body.steps)
  if (fields.length > 0) throw new Refusal('procedure_invalid', { fields })
  const last = await tx
    .selectFrom('cases.procedure_version')
    .select('version')
    .where('community_id', '=', communityId)
    .where('procedure_id', '=', procedureId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const current = last?.version ?? 0
  if (current !== expectedVersion) throw new Refusal('stale_version', { detail: { version: current } })
  const row: Row = {
    community_id: communityId,
    id: v7(),
    procedure_id: procedureId,
    version: current + 1,
    body: body as unknown as Row['body'],
    published_at: now,
    published_by: by.id,
    published_by_name: by.name,
  }
  try {
    await tx
      .insertInto('cases.procedure_version')
      .values({ ...row, body: JSON.stringify(body) })
      .execute()
  } catch (error) {
    // Two published at the same moment: the second has not seen the first.
    if (brokenConstraint(error) === 'procedure_version_number')
      throw new Refusal('stale_version', { detail: { version: row.version } })
    throw error
  }
  return presentProcedure(row)
}
