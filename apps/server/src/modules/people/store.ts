import type { ConsentKind, ResidentRole } from '@zhanggui/contract'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { brokenConstraint } from '#platform/database'
import type { Tx } from '#platform/database'
import { Refusal } from '#platform/refusal'

export type PersonRow = { id: string; name: string; initials: string; phone: string | null; note: string }
export type ResidencyRow = {
  id: string
  personId: string
  homeId: string
  role: ResidentRole
  since: string | null
}

export async function insertPersons(
  tx: Tx,
  communityId: string,
  persons: readonly PersonRow[],
  now: string,
): Promise<void> {
  if (persons.length === 0) return
  // One parameter whatever the number of rows, so that the statement is prepared once.
  await sql`
    insert into people.person (community_id, id, name, initials, phone, note, created_at)
    select ${communityId}::uuid, id, name, initials, phone, note, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(persons)}::jsonb)
      as row (id uuid, name text, initials text, phone text, note text)`
    .execute(tx)
    .catch(refuseRepeated('person_pkey'))
}

export async function insertResidencies(
  tx: Tx,
  communityId: string,
  residencies: readonly ResidencyRow[],
  now: string,
): Promise<void> {
  if (residencies.length === 0) return
  await sql`
    insert into people.residency (community_id, id, person_id, home_id, role, since, created_at)
    select ${communityId}::uuid, id, "personId", "homeId", role, since, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(residencies)}::jsonb)
      as row (id uuid, "personId" uuid, "homeId" uuid, role text, since date)`
    .execute(tx)
    .catch(refuseRepeated('residency_pkey'))
}

function refuseRepeated(primaryKey: string): (error: unknown) => never {
  return (error) => {
    switch (brokenConstraint(error)) {
      case primaryKey:
        throw new Refusal('key_reused')
      case 'residency_once':
        throw new Refusal('residency_exists')
      case 'residency_home':
        throw new Refusal('place_unknown', { fields: [{ path: 'homeId', problem: 'invalid' }] })
      default:
        throw error
    }
  }
}

/** Corrects persons whatever their version was; what is absent stays. Versions rise. */
export async function updatePersons(
  tx: Tx,
  communityId: string,
  persons: readonly {
    id: string
    name?: string | undefined
    initials?: string | undefined
    phone?: string | null | undefined
    note?: string | undefined
  }[],
): Promise<void> {
  if (persons.length === 0) return
  const rows = persons.map((it) => ({ ...it, phone_said: it.phone !== undefined }))
  await sql`
    update people.person set name = coalesce(row.name, person.name),
      initials = coalesce(row.initials, person.initials), note = coalesce(row.note, person.note),
      phone = case when row.phone_said then row.phone else person.phone end, version = person.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (id uuid, name text, initials text, phone text, note text, phone_said boolean)
    where person.community_id = ${communityId} and person.id = row.id`.execute(tx)
}

/** The version of a person, whose row is locked until commit. */
export async function lockPerson(tx: Tx, communityId: string, personId: string): Promise<number> {
  const { version } = await tx
    .selectFrom('people.person')
    .select('version')
    .where('community_id', '=', communityId)
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return version
}

/** Locks persons until commit, always in the same order; not against what merely refers to them. */
export async function lockPersons(tx: Tx, communityId: string, ids: readonly string[]): Promise<void> {
  await sql`
    select from people.person where community_id = ${communityId} and id = any(${ids}::uuid[])
    order by id for no key update`.execute(tx)
}

export async function raisePersonVersion(tx: Tx, communityId: string, personId: string): Promise<void> {
  await tx
    .updateTable('people.person')
    .set((it) => ({ version: it('version', '+', 1) }))
    .where('community_id', '=', communityId)
    .where('id', '=', personId)
    .execute()
}

export async function endResidencyOn(tx: Tx, communityId: string, id: string, until: string): Promise<void> {
  await tx
    .updateTable('people.residency')
    .set({ until })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

/** Corrects roles and beginnings of residencies; what is absent stays. */
export async function updateResidencies(
  tx: Tx,
  communityId: string,
  residencies: readonly { id: string; role?: ResidentRole | null; since?: string }[],
): Promise<void> {
  if (residencies.length === 0) return
  await sql`
    update people.residency set role = coalesce(row.role, residency.role), since = coalesce(row.since, residency.since)
    from jsonb_to_recordset(${JSON.stringify(residencies)}::jsonb) as row (id uuid, role text, since date)
    where residency.community_id = ${communityId} and residency.id = row.id`.execute(tx)
}

export async function insertConsent(
  tx: Tx,
  consent: {
    communityId: string
    personId: string
    kind: ConsentKind
    given: boolean
    at: string
    byName: string
    byAccount: string | null
  },
): Promise<void> {
  await tx
    .insertInto('people.consent')
    .values({
      community_id: consent.communityId,
      id: v7(),
      person_id: consent.personId,
      kind: consent.kind,
      given: consent.given,
      at: consent.at,
      by_name: consent.byName,
      by_account: consent.byAccount,
    })
    .execute()
}
