import type { Permission } from '@zhanggui/contract'
import { communitiesAllowing } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { Refusal } from '#platform/refusal'
import { personById, residencyById } from './queries.ts'
import type { Person } from './queries.ts'

/** A person of a community where the actor holds this permission. Absent and out of reach answer alike. */
export async function personInReach(
  context: Context,
  tx: Tx,
  permission: Permission,
  personId: string,
): Promise<Person> {
  const person = await personById(tx, communitiesAllowing(context, permission), personId)
  if (!person) throw new Refusal('not_found')
  return person
}

/** A residency of a community where the actor may change people. */
export async function residencyInReach(context: Context, tx: Tx, id: string) {
  const residency = await residencyById(tx, communitiesAllowing(context, 'people.change'), id)
  if (!residency) throw new Refusal('not_found')
  return residency
}
