import type { endpoints, PersonView } from '@zhanggui/contract'
import { change } from '#platform/context'
import type { Context } from '#platform/context'
import type { Input } from '#platform/http/serving'
import { Refusal } from '#platform/refusal'
import { personInReach } from '../access.ts'
import { personView } from '../person-view.ts'
import { storedPhone } from '../phone.ts'
import { initialsOf } from '../rules/initials.ts'
import { tellStanding } from '../standing.ts'
import { lockPerson, updatePersons } from '../store.ts'

type Asked = Input<(typeof endpoints)['changePerson']>

/** Corrects a person's name, phone or note; refused to who has not seen the present version. */
export async function changePerson(context: Context, { params, body }: Asked): Promise<PersonView> {
  return change(context, async (tx) => {
    const { communityId, id } = await personInReach(context, tx, 'people.change', params.id)
    const version = await lockPerson(tx, communityId, id)
    if (version !== body.expectedVersion) throw new Refusal('stale_version', { detail: { version } })
    const { name, note } = body
    const phone = body.phone === undefined ? undefined : storedPhone(body.phone)
    await updatePersons(tx, communityId, [
      { id, name, initials: name === undefined ? undefined : initialsOf(name), phone, note },
    ])
    if (phone !== undefined || name !== undefined) await tellStanding(tx, communityId, [id])
    return personView(tx, communityId, id)
  })
}
