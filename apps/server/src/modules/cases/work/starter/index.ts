import { v7 } from 'uuid'
import type { Tx } from '#platform/database'
import { publishProcedureTx } from '../procedures.ts'
import { building } from './building.ts'
import { indoors } from './indoors.ts'
import { safety } from './safety.ts'
import type { Starter } from './write.ts'

/**
 * Procedures that a new community begins with, safety steps first; it publishes its own versions after them. Written
 * for this product as a sensible start, not taken from a standard: whoever is in charge reads them before use.
 */
export const starterProcedures: readonly Starter[] = [...indoors, ...building, ...safety]

/** Publishes them in a community that has none. `idOf` names each, by its key, where the same ids are wanted again. */
export async function publishStartersTx(
  tx: Tx,
  communityId: string,
  by: { id: string | null; name: string },
  now: string,
  idOf: (key: string) => string = () => v7(),
): Promise<void> {
  for (const { key, ...body } of starterProcedures) {
    const input = { ...body, procedureId: idOf(key), expectedVersion: 0 }
    await publishProcedureTx(tx, communityId, input, by, now)
  }
}
