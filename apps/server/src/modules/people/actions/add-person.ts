import type { endpoints, PersonView } from '@zhanggui/contract'
import { allow, change } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import type { Input } from '#platform/http/serving'
import { personView } from '../person-view.ts'
import { storedPhone } from '../phone.ts'
import { initialsOf } from '../rules/initials.ts'
import { tellStanding } from '../standing.ts'
import { insertPersons } from '../store.ts'

type Asked = Input<(typeof endpoints)['addPerson']>
export type PersonInput = { id: string; name: string; phone: string | null; note?: string }

/** Adds a person to a community's archive on somebody's behalf. */
export async function addPerson(context: Context, { params, body }: Asked): Promise<PersonView> {
  const { communityId } = params
  allow(context, 'people.change', communityId)
  return change(context, async (tx) => {
    await addPersonTx(tx, communityId, body, context.now)
    return personView(tx, communityId, body.id)
  })
}

/** Adds a person; refuses a phone that is none. */
export async function addPersonTx(
  tx: Tx,
  communityId: string,
  input: PersonInput,
  now: string,
): Promise<void> {
  await addPersonsTx(tx, communityId, [input], now)
  await tellStanding(tx, communityId, [input.id])
}

/**
 * Adds many persons at once. They have no homes yet: whoever gives them some (`addResidenciesTx`) thereby opens the
 * way to sign in.
 */
export async function addPersonsTx(
  tx: Tx,
  communityId: string,
  inputs: readonly PersonInput[],
  now: string,
): Promise<void> {
  const rows = inputs.map(({ id, name, phone, note = '' }) => ({
    id,
    name,
    initials: initialsOf(name),
    phone: storedPhone(phone),
    note,
  }))
  await insertPersons(tx, communityId, rows, now)
}
