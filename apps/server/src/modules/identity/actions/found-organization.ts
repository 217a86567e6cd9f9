import type { Tx } from '#platform/database'

/** A company that looks after communities. */
export async function foundOrganization(
  tx: Tx,
  it: { id: string; name: string; now: string },
): Promise<void> {
  await tx
    .insertInto('identity.organization')
    .values({ id: it.id, name: it.name, created_at: it.now })
    .execute()
}
