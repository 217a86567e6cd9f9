import type { PersonView } from '@zhanggui/contract'
import { recordAccess } from '#modules/identity'
import { read } from '#platform/context'
import type { Context } from '#platform/context'
import { personInReach } from '../access.ts'
import { personView } from '../person-view.ts'

/** A person's archive, contacts masked. That it was opened is recorded and shown to that person. */
export async function readPerson(context: Context, personId: string): Promise<PersonView> {
  return read(context, async (tx) => {
    const { communityId } = await personInReach(context, tx, 'people.read', personId)
    await recordAccess(tx, context, { communityId, personId, what: 'archive', purpose: null })
    return personView(tx, communityId, personId)
  })
}
