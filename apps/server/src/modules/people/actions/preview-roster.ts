import { createHash } from 'node:crypto'
import type { endpoints, RosterView } from '@zhanggui/contract'
import { v7 } from 'uuid'
import { allow, change, nobody } from '#platform/context'
import type { Context } from '#platform/context'
import type { Input } from '#platform/http/serving'
import { presentState } from '../roster/present-state.ts'
import { readRosterFile } from '../roster/read-roster.ts'
import { insertRoster } from '../roster/rosters.ts'
import { judgeRows } from '../roster/judge-rows.ts'
import { showRoster } from '../roster/show-roster.ts'
import { readRoster } from './read-roster.ts'

type Asked = Input<(typeof endpoints)['previewRoster']>

/** Reads a roster and says what it would do, row by row; nothing is changed but that it is kept for applying. */
export async function previewRoster(context: Context, { params, query, raw }: Asked): Promise<RosterView> {
  const { communityId } = params
  allow(context, 'people.import', communityId)
  const { sheet, header, rows } = await readRosterFile(raw)
  // What is remembered for repeats is the id alone; the rows lie in one place.
  const { id } = await change(context, async (tx) => {
    const verdicts = judgeRows(rows, await presentState(tx, communityId, rows))
    const id = v7()
    await insertRoster(tx, {
      communityId,
      id,
      fileName: query.fileName,
      digest: createHash('sha256').update(raw).digest(),
      kept: { shown: showRoster(sheet, header, verdicts), rows },
      by: context.actor.accountId ?? nobody,
      now: context.now,
    })
    return { id }
  })
  return readRoster(context, id)
}
