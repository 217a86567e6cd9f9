import { communitiesServed } from '#modules/identity'
import { epochSeconds, instantText } from '@zhanggui/rules'
import type { Database } from '#platform/database'
import { casesToEscalate } from '../queries.ts'
import { putOffLook } from '../store.ts'
import { escalateCase } from './escalate-case.ts'

const communitiesAtOnce = 200
const casesAtOnce = 200
const afterFaultSeconds = 600

/**
 * Looks at every case whose next level has come by `now`. Nothing is kept in memory, so a restart loses nothing, and any
 * number of sweeps at the same time tell each level once. One transaction a case: a fault with one holds up no other; it
 * is looked at again ten minutes later. Answers how many were told of; throws at the end when there were faults.
 */
export async function sweepEscalations(database: Database, now: string): Promise<number> {
  let told = 0
  const faults: unknown[] = []
  const communities = await communitiesServed(database.house)
  for (let from = 0; from < communities.length; from += communitiesAtOnce) {
    const some = communities.slice(from, from + communitiesAtOnce)
    const due = await database.transaction(some, (tx) => casesToEscalate(tx, some, now, casesAtOnce))
    for (const it of due) {
      try {
        if (await escalateCase(database, it, now)) told += 1
      } catch (error) {
        faults.push(error)
        const later = instantText(epochSeconds(now) + afterFaultSeconds)
        await database.transaction([it.communityId], (tx) => putOffLook(tx, it, later))
      }
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} cases could not be escalated`)
  return told
}
