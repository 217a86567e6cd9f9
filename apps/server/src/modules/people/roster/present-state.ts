import { sql } from 'kysely'
import { estateMap } from '#modules/estate'
import type { Tx } from '#platform/database'
import type { Present } from './judge-rows.ts'
import { personsOf } from '../queries.ts'
import type { ReadRow } from '../rules/roster/read-rows.ts'

/** What is known now of a community's homes, of who lives in them, and of who has one of the roster's numbers. */
export async function presentState(tx: Tx, communityId: string, rows: readonly ReadRow[]): Promise<Present> {
  const map = await estateMap(tx, communityId)
  const residencies = await tx
    .selectFrom('people.residency')
    .select(['id as residencyId', 'home_id as homeId', 'person_id as personId', 'role', 'since'])
    .where('community_id', '=', communityId)
    .where('until', 'is', null)
    .orderBy('id')
    .execute()
  // Joined here and not in the database: right after a large import it knows too little of its tables to join well.
  const people = await personsOf(tx, communityId, [...new Set(residencies.map((it) => it.personId))])
  const byId = new Map(people.map((it) => [it.id, it]))
  const residents = residencies.flatMap((it) => {
    const person = byId.get(it.personId)
    return person ? [{ ...it, name: person.name, phone: person.phone }] : []
  })
  const phones = [...new Set(rows.flatMap((it) => it.phone ?? []))]
  const acquaintances = await tx
    .selectFrom('people.person')
    .select(['id as personId', 'name', 'phone'])
    .where('community_id', '=', communityId)
    .where(sql<boolean>`phone = any(${phones}::text[])`)
    .orderBy('id')
    .execute()
  return { map, residents, acquaintances }
}
