import { holdPhones, nameAccounts } from '#modules/identity'
import type { Tx } from '#platform/database'
import { standingOf } from './queries.ts'
import { lockPersons } from './store.ts'

/**
 * Tells sign-in how these persons stand now: their phones and their present roles. To be called, in the same
 * transaction, whenever a phone or a residency changes.
 */
export async function tellStanding(tx: Tx, communityId: string, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  // Two changes to one person at the same moment: the second must see what the first did before it tells.
  await lockPersons(tx, communityId, personIds)
  const standing = await standingOf(tx, communityId, personIds)
  await holdPhones(tx, communityId, standing)
  await nameAccounts(
    tx,
    // Whom somebody merely mentioned with this number must not rename the resident it belongs to.
    standing.flatMap(({ phone, name, roles }) =>
      phone !== null && roles.length > 0 ? [{ phone, name }] : [],
    ),
  )
}
