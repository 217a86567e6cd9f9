import type { endpoints } from '@zhanggui/contract'
import { sql } from 'kysely'
import { change } from '#platform/context'
import type { Context } from '#platform/context'
import type { Input } from '#platform/http/serving'
import { tellLive } from '#platform/outbox'
import { Refusal } from '#platform/refusal'
import { presentState } from '../roster/present-state.ts'
import { markApplied, rosterInReach } from '../roster/rosters.ts'
import { takeVerdicts } from '../roster/take-verdicts.ts'
import { judgeRows } from '../roster/judge-rows.ts'

type Asked = Input<(typeof endpoints)['applyRoster']>

/**
 * Applies a previewed roster to what is known now, not to what was known then; all of it or its good rows. Counts
 * what was added or changed; `skipped` are the rows with errors. Refused when all was asked for and a row has an
 * error, and when it was applied before.
 */
export async function applyRoster(context: Context, { params, body }: Asked) {
  return change(context, async (tx) => {
    const roster = await rosterInReach(context, tx, params.id, 'apply')
    const { communityId, kept } = roster
    if (roster.state === 'applied') throw new Refusal('roster_applied')
    // Two rosters at once would each add the same people.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`roster ${communityId}`}, 0))`.execute(tx)
    const present = await presentState(tx, communityId, kept.rows)
    const verdicts = judgeRows(kept.rows, present)
    const skipped = verdicts.filter((it) => it.outcome === 'error').length
    if (body.mode === 'all' && skipped > 0) {
      throw new Refusal('roster_has_errors', { detail: { errors: skipped } })
    }
    const done = await takeVerdicts(tx, communityId, present.map, verdicts, context.now)
    const applied = { ...done, skipped }
    await markApplied(tx, roster, applied, context.now)
    if (done.homes > 0) await tellLive(tx, { kind: 'estate', communityId, id: null, version: null })
    return applied
  })
}
