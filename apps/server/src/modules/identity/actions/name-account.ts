import type { Tx } from '#platform/database'

/** Calls the resident account of a phone by the archive's name; nothing happens before the first sign-in. */
export async function nameAccount(tx: Tx, phone: string, name: string): Promise<void> {
  await tx
    .updateTable('identity.account')
    .set({ name })
    .where('phone', '=', phone)
    .where('kind', '=', 'resident')
    .execute()
}
