import type { Tx } from '#platform/database'
import { raiseVersions, updateHomeFacts } from '../store.ts'
import type { HomeChange } from '../store.ts'

/** Corrects facts of homes (area in 0.01 m²); what is absent stays as it is. Versions of the homes rise. */
export async function changeHomeFacts(
  tx: Tx,
  communityId: string,
  homes: readonly HomeChange[],
): Promise<void> {
  if (homes.length === 0) return
  await updateHomeFacts(tx, communityId, homes)
  await raiseVersions(
    tx,
    communityId,
    homes.map((it) => it.id),
  )
}
