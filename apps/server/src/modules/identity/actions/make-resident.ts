import { maskPhone } from '@zhanggui/rules'
import { v7 } from 'uuid'
import type { Tx } from '#platform/database'

/**
 * The account of a phone, made when nobody signed in with it before; undefined when it may not sign in any
 * more. It is called by the masked phone until the archive says better.
 */
export async function makeResident(
  tx: Tx,
  it: { phone: string; now: string },
): Promise<{ id: string; kind: 'resident' } | undefined> {
  await tx
    .insertInto('identity.account')
    .values({ id: v7(), kind: 'resident', phone: it.phone, name: maskPhone(it.phone), created_at: it.now })
    .onConflict((on) => on.column('phone').doNothing())
    .execute()
  const row = await tx
    .selectFrom('identity.account')
    .select(['id'])
    .where('phone', '=', it.phone)
    .where('kind', '=', 'resident')
    .where('state', '=', 'active')
    .executeTakeFirst()
  return row && { id: row.id, kind: 'resident' }
}
