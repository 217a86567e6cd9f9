import type { PersonView } from '@zhanggui/contract'
import type { Tx } from '#platform/database'
import { personRef } from './phone.ts'
import { consentsOf, labelsOf, personById, residenciesOfPerson } from './queries.ts'

/** A person's archive as the contract shows it: roles present and past, consents newest first, phone masked. */
export async function personView(tx: Tx, communityId: string, personId: string): Promise<PersonView> {
  const person = await personById(tx, [communityId], personId)
  if (!person) throw new Error('the caller has seen this person')
  const residencies = await residenciesOfPerson(tx, communityId, personId)
  const labels = await labelsOf(
    tx,
    communityId,
    residencies.map((it) => it.homeId),
  )
  return {
    ...personRef(person),
    note: person.note,
    residencies: residencies.map(({ homeId, ...it }) => ({
      ...it,
      home: { id: homeId, kind: 'home' as const, label: labels.get(homeId) ?? '' },
    })),
    consents: await consentsOf(tx, communityId, personId),
    version: person.version,
  }
}
