import type { endpoints, PersonView } from '@zhanggui/contract'
import { homesOf } from '#modules/estate'
import { change } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import type { Input } from '#platform/http/serving'
import { refuseField } from '#platform/refusal'
import { personInReach } from '../access.ts'
import { personView } from '../person-view.ts'
import { tellStanding } from '../standing.ts'
import { insertResidencies, raisePersonVersion } from '../store.ts'
import type { ResidencyRow } from '../store.ts'

type Asked = Input<(typeof endpoints)['addResidency']>

/** Gives a person a role in a home, from now or the day said on. */
export async function addResidency(context: Context, { params, body }: Asked): Promise<PersonView> {
  return change(context, async (tx) => {
    const { communityId, id: personId } = await personInReach(context, tx, 'people.change', params.id)
    const [home] = await homesOf(tx, communityId, [body.homeId])
    if (!home) throw refuseField('homeId', 'invalid', 'place_unknown')
    await addResidencyTx(tx, communityId, { ...body, personId }, context.now)
    await raisePersonVersion(tx, communityId, personId)
    return personView(tx, communityId, personId)
  })
}

/** Gives a person a role in a home; refused when they have one there already. */
export async function addResidencyTx(
  tx: Tx,
  communityId: string,
  residency: ResidencyRow,
  now: string,
): Promise<void> {
  await addResidenciesTx(tx, communityId, [residency], now)
}

/** Gives many persons roles in homes at once, and with them the way to sign in; all or none. */
export async function addResidenciesTx(
  tx: Tx,
  communityId: string,
  residencies: readonly ResidencyRow[],
  now: string,
): Promise<void> {
  await insertResidencies(tx, communityId, residencies, now)
  await tellStanding(tx, communityId, [...new Set(residencies.map((it) => it.personId))])
}
