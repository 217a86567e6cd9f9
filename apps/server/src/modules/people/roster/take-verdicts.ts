import { sql } from 'kysely'
import { v7 } from 'uuid'
import { changeHomeFacts, makeRooms } from '#modules/estate'
import type { EstateMap, RoomToMake } from '#modules/estate'
import type { Tx } from '#platform/database'
import { addPersonsTx } from '../actions/add-person.ts'
import { initialsOf } from '../rules/initials.ts'
import type { Verdict } from './judge-rows.ts'
import { tellStanding } from '../standing.ts'
import { insertResidencies, updatePersons, updateResidencies } from '../store.ts'
import type { ResidencyRow } from '../store.ts'

/** Does what the verdicts say, in a handful of statements however many they are. Counts what was added or changed. */
export async function takeVerdicts(
  tx: Tx,
  communityId: string,
  map: EstateMap,
  verdicts: readonly Verdict[],
  now: string,
): Promise<{ homes: number; people: number; residencies: number }> {
  // Statements and foreign keys planned when the tables were small would read them whole for every row brought in.
  await sql`set local plan_cache_mode = force_custom_plan`.execute(tx)
  const good = verdicts.filter((it) => it.outcome !== 'error' && it.outcome !== 'duplicate')
  const homes = await takeHomes(tx, communityId, map, good, now)
  const people = await takePeople(tx, communityId, good, now)
  const added: ResidencyRow[] = []
  const changed: { id: string; role?: Verdict['row']['role']; since?: string }[] = []
  for (const { home, person, residency } of good) {
    if (!home || person.kind === 'none' || residency.kind === 'none') continue
    const homeId = 'id' in home ? home.id : homes.made.get(home.create.key)
    const personId = person.kind === 'known' ? person.id : people.made.get(person.key)
    if (homeId === undefined || personId === undefined) throw new Error('home and person were made before')
    if (residency.kind === 'new') {
      added.push({ id: v7(), personId, homeId, role: residency.role, since: residency.since })
    } else if (Object.keys(residency.changes).length > 0) {
      changed.push({ id: residency.id, ...residency.changes })
    }
  }
  await insertResidencies(tx, communityId, added, now)
  await updateResidencies(tx, communityId, changed)
  await tellStanding(tx, communityId, [
    ...new Set([...people.touched, ...added.map((it) => it.personId), ...personsOf(good, changed)]),
  ])
  return { homes: homes.count, people: people.count, residencies: added.length + changed.length }
}

async function takeHomes(
  tx: Tx,
  communityId: string,
  map: EstateMap,
  verdicts: readonly Verdict[],
  now: string,
): Promise<{ made: Map<string, string>; count: number }> {
  const rooms = new Map<string, RoomToMake>()
  const changes: { id: string; area?: number; use?: RoomToMake['use']; handoverOn?: string }[] = []
  for (const { home } of verdicts) {
    if (home && 'create' in home) rooms.set(home.create.key, home.create)
    else if (home && Object.keys(home.changes).length > 0) changes.push({ id: home.id, ...home.changes })
  }
  await changeHomeFacts(tx, communityId, changes)
  const made = await makeRooms(tx, communityId, map, [...rooms.values()], now)
  return { made, count: made.size + new Set(changes.map((it) => it.id)).size }
}

async function takePeople(
  tx: Tx,
  communityId: string,
  verdicts: readonly Verdict[],
  now: string,
): Promise<{ made: Map<string, string>; touched: string[]; count: number }> {
  const made = new Map<string, string>()
  const persons: { id: string; name: string; phone: string | null }[] = []
  const changed: { id: string; name?: string; phone?: string; initials?: string }[] = []
  for (const { row, person } of verdicts) {
    if (person.kind === 'new' && !made.has(person.key)) {
      const id = v7()
      made.set(person.key, id)
      persons.push({ id, name: row.name ?? '', phone: row.phone })
    } else if (person.kind === 'known' && Object.keys(person.changes).length > 0) {
      const { name } = person.changes
      changed.push({
        id: person.id,
        ...person.changes,
        ...(name === undefined ? {} : { initials: initialsOf(name) }),
      })
    }
  }
  await addPersonsTx(tx, communityId, persons, now)
  await updatePersons(tx, communityId, changed)
  const touched = changed.map((it) => it.id)
  return { made, touched, count: persons.length + touched.length }
}

/** Whose roles changed. */
function personsOf(verdicts: readonly Verdict[], changed: readonly { id: string }[]): string[] {
  const ids = new Set(changed.map((it) => it.id))
  return verdicts.flatMap(({ person, residency }) =>
    person.kind === 'known' && residency.kind === 'known' && ids.has(residency.id) ? [person.id] : [],
  )
}
