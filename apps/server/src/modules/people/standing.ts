import { holdPhone, nameAccount } from '#modules/identity'
import type { Tx } from '#platform/database'
import { standingOf } from './queries.ts'

/**
 * Tells sign-in how these persons stand now: their phones and their present roles. To be called, in the same
 * transaction, whenever a phone or a residency changes.
 */
export async function tellStanding(tx: Tx, communityId: string, personIds: readonly string[]): Promise<void> {
  for (const { personId, name, phone, roles } of await standingOf(tx, communityId, personIds)) {
    await holdPhone(tx, { communityId, personId, phone, roles })
    // Whom somebody merely mentioned with this number must not rename the resident it belongs to.
    if (phone !== null && roles.length > 0) await nameAccount(tx, phone, name)
  }
}
