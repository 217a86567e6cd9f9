import type { ResidentRole } from '@zhanggui/contract'
import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { placesOf } from '#modules/estate'
import type { PersonTerms } from './rules/search-terms.ts'

/** A person as the archive has them; the phone whole, in its stored form: never to be sent out as it is. */
export type Person = {
  communityId: string
  id: string
  name: string
  phone: string | null
  note: string
  version: number
}

const personColumns = ['community_id as communityId', 'id', 'name', 'phone', 'note', 'version'] as const

/** A person in one of these communities, or undefined. */
export async function personById(
  tx: Tx,
  communityIds: readonly string[],
  personId: string,
): Promise<Person | undefined> {
  return tx
    .selectFrom('people.person')
    .select(personColumns)
    .where(sql<boolean>`community_id = any(${communityIds}::uuid[])`)
    .where('id', '=', personId)
    .executeTakeFirst()
}

export async function personsOf(tx: Tx, communityId: string, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return []
  return tx
    .selectFrom('people.person')
    .select(personColumns)
    .where('community_id', '=', communityId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
}

export type PersonHome = {
  personId: string
  /** The person's name. */
  name: string
  homeId: string
  role: ResidentRole
  label: string
}

/** The homes in which these persons live or which they own now, longest first. */
export async function homesOfPersons(
  tx: Tx,
  communityId: string,
  personIds: readonly string[],
): Promise<PersonHome[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectFrom('people.residency as residency')
    .innerJoin('people.person as person', (on) =>
      on
        .onRef('person.community_id', '=', 'residency.community_id')
        .onRef('person.id', '=', 'residency.person_id'),
    )
    .select([
      'residency.person_id as personId',
      'person.name',
      'residency.home_id as homeId',
      'residency.role',
    ])
    .where('residency.community_id', '=', communityId)
    .where(sql<boolean>`residency.person_id = any(${personIds}::uuid[])`)
    .where('residency.until', 'is', null)
    .orderBy('residency.since')
    .orderBy('residency.id')
    .execute()
  const labels = await labelsOf(
    tx,
    communityId,
    rows.map((it) => it.homeId),
  )
  return rows.map((it) => ({ ...it, label: labels.get(it.homeId) ?? '' }))
}

/** Labels of places, by id. */
export async function labelsOf(
  tx: Tx,
  communityId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const places = await placesOf(tx, communityId, [...new Set(ids)])
  return new Map(places.map((it) => [it.id, it.label]))
}

/** A person's roles in homes, present and past, present first. At most 200. */
export async function residenciesOfPerson(tx: Tx, communityId: string, personId: string) {
  return tx
    .selectFrom('people.residency')
    .select(['id', 'home_id as homeId', 'role', 'since', 'until'])
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .orderBy(sql`until is not null`)
    .orderBy('until', 'desc')
    .orderBy('since')
    .orderBy('id')
    .limit(sql.lit(200))
    .execute()
}

/** Who lives or lived in a home, present residents first, owners before tenants before family. At most 200. */
export async function residentsOfHome(tx: Tx, communityId: string, homeId: string) {
  return tx
    .selectFrom('people.residency as residency')
    .innerJoin('people.person as person', (on) =>
      on
        .onRef('person.community_id', '=', 'residency.community_id')
        .onRef('person.id', '=', 'residency.person_id'),
    )
    .select([
      'residency.id as residencyId',
      'residency.role',
      'residency.since',
      'residency.until',
      'person.id as personId',
      'person.name',
      'person.phone',
    ])
    .where('residency.community_id', '=', communityId)
    .where('residency.home_id', '=', homeId)
    .orderBy(sql`residency.until is not null`)
    .orderBy(sql`array_position(array['owner', 'tenant', 'family'], residency.role)`)
    .orderBy('residency.until', 'desc')
    .orderBy('residency.since')
    .orderBy('residency.id')
    .limit(sql.lit(200))
    .execute()
}

/** Present residents of several homes, by name only. */
export async function householdsOf(tx: Tx, communityId: string, homeIds: readonly string[]) {
  return tx
    .selectFrom('people.residency as residency')
    .innerJoin('people.person as person', (on) =>
      on
        .onRef('person.community_id', '=', 'residency.community_id')
        .onRef('person.id', '=', 'residency.person_id'),
    )
    .select(['residency.home_id as homeId', 'residency.role', 'person.id as personId', 'person.name'])
    .where('residency.community_id', '=', communityId)
    .where(sql<boolean>`residency.home_id = any(${homeIds}::uuid[])`)
    .where('residency.until', 'is', null)
    .orderBy(sql`array_position(array['owner', 'tenant', 'family'], residency.role)`)
    .orderBy('residency.since')
    .orderBy('residency.id')
    .execute()
}

/** Consents as they were given and withdrawn, newest first. At most 200. */
export async function consentsOf(tx: Tx, communityId: string, personId: string) {
  return tx
    .selectFrom('people.consent')
    .select(['kind', 'given', 'at', 'by_name as by'])
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(sql.lit(200))
    .execute()
}

/** A residency in one of these communities, or undefined. */
export async function residencyById(tx: Tx, communityIds: readonly string[], id: string) {
  return tx
    .selectFrom('people.residency')
    .select(['community_id as communityId', 'id', 'person_id as personId', 'since', 'until'])
    .where(sql<boolean>`community_id = any(${communityIds}::uuid[])`)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The phone and the present roles of these persons: what their sign-in rests on. */
export async function standingOf(tx: Tx, communityId: string, personIds: readonly string[]) {
  const persons = await personsOf(tx, communityId, personIds)
  const residencies = await tx
    .selectFrom('people.residency')
    .select(['person_id as personId', 'role'])
    .where('community_id', '=', communityId)
    .where(sql<boolean>`person_id = any(${personIds}::uuid[])`)
    .where('until', 'is', null)
    .execute()
  // Joined here and not in the database: right after a large import it knows too little of its tables to join well.
  const roles = Map.groupBy(residencies, (it) => it.personId)
  return persons.map(({ id, name, phone }) => ({
    personId: id,
    name,
    phone,
    roles: [...new Set((roles.get(id) ?? []).map((it) => it.role))].toSorted(),
  }))
}

/** People by what was typed, best match first. At most ten. */
export async function findPersons(tx: Tx, communityId: string, terms: PersonTerms): Promise<Person[]> {
  const { where, rank } = matching(terms)
  return tx
    .selectFrom('people.person')
    .select(personColumns)
    .where('community_id', '=', communityId)
    .where(where)
    .orderBy(rank)
    .orderBy('name')
    .orderBy('id')
    .limit(sql.lit(10))
    .execute()
}

/** A page of the people of a community by name, `limit` and one more. Index: person_by_name. */
export async function pageOfPersons(
  tx: Tx,
  communityId: string,
  page: { terms: PersonTerms | undefined; after: { name: string; id: string } | undefined; limit: number },
): Promise<Person[]> {
  let query = tx.selectFrom('people.person').select(personColumns).where('community_id', '=', communityId)
  if (page.terms) query = query.where(matching(page.terms).where)
  if (page.after) query = query.where(sql<boolean>`(name, id) > (${page.after.name}, ${page.after.id}::uuid)`)
  const rows = await query
    .orderBy('name')
    .orderBy('id')
    // Two limits instead of a hundred, so that statements stay few.
    .limit(sql.lit(page.limit <= 20 ? 21 : 101))
    .execute()
  return rows.slice(0, page.limit + 1)
}

function matching({ name, initials, phone, tail }: PersonTerms) {
  const contains = `%${escaped(name)}%`
  const where = sql<boolean>`(lower(name) like ${contains}
    or initials like ${initials === undefined ? null : `${initials}%`}
    or phone = ${phone ?? null}
    or replace(phone, '-', '') like ${tail === undefined ? null : `%${tail}`})`
  const rank = sql<number>`case
    when phone = ${phone ?? null} or lower(name) = ${name} then 0
    when initials = ${initials ?? null} then 1
    when lower(name) like ${`${escaped(name)}%`} then 2
    when initials like ${initials === undefined ? null : `${initials}%`} then 3
    when replace(phone, '-', '') like ${tail === undefined ? null : `%${tail}`} then 4
    else 5 end`
  return { where, rank }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, (it) => `\\${it}`)
}
