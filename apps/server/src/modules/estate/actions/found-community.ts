import type { Tx } from '#platform/database'

/**
 * Enters a community into the house. The transaction must have been opened for its id. `timeZone` is an IANA name.
 */
export async function foundCommunity(
  tx: Tx,
  input: {
    id: string
    organizationId: string
    name: string
    address?: string
    timeZone?: string
    now: string
  },
): Promise<void> {
  await tx
    .insertInto('estate.community')
    .values({
      id: input.id,
      organization_id: input.organizationId,
      name: input.name,
      address: input.address ?? '',
      time_zone: input.timeZone ?? 'Asia/Shanghai',
      created_at: input.now,
    })
    .execute()
}
