import type { RosterView } from '@zhanggui/contract'
import { read } from '#platform/context'
import type { Context } from '#platform/context'
import { rosterInReach } from '../roster/rosters.ts'

/** A roster as it was previewed, and whether it has been applied since. */
export async function readRoster(context: Context, rosterId: string): Promise<RosterView> {
  return read(context, async (tx) => {
    const { id, fileName, state, kept } = await rosterInReach(context, tx, rosterId, 'read')
    return { ...kept.shown, id, fileName, state }
  })
}
