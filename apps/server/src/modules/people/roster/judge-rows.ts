import type { HomeUse, ResidentRole } from '@zhanggui/contract'
import { formatArea, parseFloor } from '@zhanggui/rules'
import { resolveRoom } from '#modules/estate'
import type { EstateMap, MappedHome, NewRoom, RoomProblem } from '#modules/estate'
import { isError } from '../rules/roster/problems.ts'
import type { RosterError, RosterProblem } from '../rules/roster/problems.ts'
import type { ReadRow } from '../rules/roster/read-rows.ts'

/** Somebody who lives in one of the roster's homes now. */
export type Resident = {
  residencyId: string
  homeId: string
  personId: string
  name: string
  phone: string | null
  role: ResidentRole
  since: string | null
}
/** What is known now. `acquaintances` are persons with one of the roster's numbers, wherever they live. */
export type Present = {
  map: EstateMap
  residents: readonly Resident[]
  acquaintances: readonly { personId: string; name: string; phone: string | null }[]
}

export type Outcome = 'new' | 'change' | 'same' | 'duplicate' | 'error'

/** What a row brings: its home, its person in it, and what changes about either. Keys name what is not there yet. */
export type Verdict = {
  row: ReadRow
  outcome: Outcome
  problems: RosterProblem[]
  /** The home's name, or what was written where there is none. */
  room: string
  home:
    | { id: string; changes: { area?: number; use?: HomeUse; handoverOn?: string } }
    | { create: NewHome }
    | null
  person:
    | { kind: 'none' }
    | { kind: 'new'; key: string }
    | { kind: 'known'; id: string; changes: { name?: string; phone?: string } }
  residency:
    | { kind: 'none' }
    | { kind: 'new'; role: ResidentRole; since: string | null }
    | { kind: 'known'; id: string; changes: { role?: ResidentRole; since?: string } }
}

/** A home to be made, with all that the roster's rows say about it. */
export type NewHome = NewRoom & {
  area: number
  use: HomeUse
  handoverOn: string | null
  floor: string | null
}

const roomErrors: Record<RoomProblem, RosterError> = {
  unreadable: 'room_unreadable',
  incomplete: 'room_incomplete',
  ambiguous: 'room_ambiguous',
}

/** A row with the home it means: `key` is the home's id, or the key of one to be made. */
type Placed = { row: ReadRow; key: string; home: MappedHome | undefined; create: NewRoom | undefined }

/**
 * Holds the rows of a roster against what is known now. Pure: the same rows against the same state give the same
 * verdicts, and against the state after them `same`.
 */
export function judgeRows(rows: readonly ReadRow[], present: Present): Verdict[] {
  const placed = rows.map((row) => place(row, present.map))
  const byHome = Map.groupBy(
    placed.flatMap((it) => ('key' in it ? [it] : [])),
    (it) => it.key,
  )
  const facts = factsOfHomes(byHome)
  const residentsOf = Map.groupBy(present.residents, (it) => it.homeId)
  const acquainted = new Map(present.acquaintances.map((it) => [personKey(it.name, it.phone), it.personId]))
  const seen = new Map<string, ReadRow>()
  const taken = new Set<string>()
  const phones = new Map<string, ReadRow>()
  return placed.map((it) => {
    if (!('key' in it)) return it
    const known = facts.get(it.key) ?? noFacts
    const contradiction = contradictions(it, known) ?? earlierRow(it, seen)
    if (contradiction) return contradiction
    const { row, key, home, create } = it
    const named = new Set(byHome.get(key)?.flatMap((other) => other.row.name ?? []))
    const resident = residentMeant(row, residentsOf.get(home?.id ?? '') ?? [], named, taken)
    if (resident) taken.add(`${key}/${resident.personId}`)
    const otherPhone = saidElsewhere(it, resident, phones)
    if (otherPhone) return otherPhone
    const homePart = homePartOf(it, known)
    const person = personPart(row, resident, acquainted)
    const residency = residencyPart(row, resident)
    const problems = [...row.problems]
    if (create && present.map.count > 0 && isFirst(byHome.get(key), row)) {
      problems.push({
        column: row.columns.room ?? '',
        problem: 'home_new',
        value: labelOf(row, home, create),
      })
    }
    return {
      row,
      outcome: outcomeOf(homePart, person, residency, isFirst(byHome.get(key), row)),
      problems,
      room: labelOf(row, home, create),
      home: homePart,
      person,
      residency,
    }
  })
}

function place(row: ReadRow, map: EstateMap): Placed | Verdict {
  if (row.problems.some(isError)) return refused(row, row.problems)
  const found = resolveRoom(map, row.room)
  if ('problem' in found) {
    return refused(row, [
      ...row.problems,
      { column: row.columns.room ?? '', problem: roomErrors[found.problem], value: row.written },
    ])
  }
  if ('home' in found) return { row, key: found.home.id, home: found.home, create: undefined }
  return { row, key: found.create.key, home: undefined, create: found.create }
}

function refused(row: ReadRow, problems: RosterProblem[], room = row.written): Verdict {
  return {
    row,
    outcome: 'error',
    problems,
    room,
    home: null,
    person: { kind: 'none' },
    residency: { kind: 'none' },
  }
}

/** A person whose other row, for another home, gives another number: which one is right is for people to say. */
function saidElsewhere(
  { row, home, create }: Placed,
  resident: Resident | undefined,
  phones: Map<string, ReadRow>,
): Verdict | undefined {
  if (!resident || row.phone === null) return undefined
  const before = phones.get(resident.personId)
  if (!before) phones.set(resident.personId, row)
  if (!before || before.phone === row.phone) return undefined
  const column = row.columns.phone ?? ''
  const problem = { column, problem: 'contradicts' as const, value: `${before.line}` }
  return refused(row, [...row.problems, problem], labelOf(row, home, create))
}

type Fact<T> = { value: T; line: number } | null
type HomeFacts = {
  area: Fact<number>
  use: Fact<HomeUse>
  handoverOn: Fact<string>
  floor: Fact<string>
}
const noFacts: HomeFacts = { area: null, use: null, handoverOn: null, floor: null }

/** What the rows of each home say about it: of each fact the first word, with its line. */
function factsOfHomes(byHome: ReadonlyMap<string, readonly Placed[]>): Map<string, HomeFacts> {
  const first = <T>(placed: readonly Placed[], fact: (row: ReadRow) => T | null): Fact<T> => {
    for (const { row } of placed) {
      const value = fact(row)
      if (value !== null) return { value, line: row.line }
    }
    return null
  }
  return new Map(
    [...byHome].map(([key, placed]) => [
      key,
      {
        area: first(placed, (it) => it.area),
        use: first(placed, (it) => it.use),
        handoverOn: first(placed, (it) => it.handoverOn),
        floor: first(placed, (it) => it.floor),
      },
    ]),
  )
}

/** The home with what changes about it, each change with the row that says it first; or the home to be made. */
function homePartOf({ row, home, create }: Placed, facts: HomeFacts): NonNullable<Verdict['home']> {
  if (home) {
    const { area, use, handoverOn } = facts
    const says = <T>(fact: Fact<T>, now: T | null) => fact?.line === row.line && fact.value !== now
    return {
      id: home.id,
      changes: {
        ...(area && says(area, home.area) ? { area: area.value } : {}),
        ...(use && says(use, home.use) ? { use: use.value } : {}),
        ...(handoverOn && says(handoverOn, home.handoverOn) ? { handoverOn: handoverOn.value } : {}),
      },
    }
  }
  if (!create || !facts.area) throw new Error('a row without a home was refused before')
  return {
    create: {
      ...create,
      area: facts.area.value,
      use: facts.use?.value ?? likelyUse(row),
      handoverOn: facts.handoverOn?.value ?? null,
      // A floor that is none is no reason to leave the home out.
      floor: facts.floor && parseFloor(facts.floor.value) ? facts.floor.value : null,
    },
  }
}

function likelyUse(row: ReadRow): HomeUse {
  if (/车位|车库|泊位/.test(row.written)) return 'parking'
  return /商铺|店铺|商业|门面/.test(row.written) ? 'shop' : 'dwelling'
}

function contradictions({ row, home, create }: Placed, facts: HomeFacts): Verdict | undefined {
  const room = labelOf(row, home, create)
  const column = row.columns.area ?? row.columns.room ?? ''
  if (!home && facts.area === null) {
    return refused(row, [...row.problems, { column, problem: 'area_missing', value: '' }], room)
  }
  if (row.area !== null && row.area !== facts.area?.value) {
    const value = formatArea(row.area)
    return refused(row, [...row.problems, { column, problem: 'area_contradicts', value }], room)
  }
  return undefined
}

/** The same person in the same home again: once more the same, or something else about them. */
function earlierRow({ row, key, home, create }: Placed, seen: Map<string, ReadRow>): Verdict | undefined {
  const who = `${key}/${row.name ?? ''}`
  const before = seen.get(who)
  if (!before) {
    seen.set(who, row)
    return undefined
  }
  const room = labelOf(row, home, create)
  const differs = (['phone', 'role', 'since'] as const).find(
    (it) => row[it] !== null && before[it] !== null && row[it] !== before[it],
  )
  if (differs) {
    const value = `${before.line}`
    const column = row.columns[differs] ?? row.columns.room ?? ''
    return refused(row, [...row.problems, { column, problem: 'contradicts', value }], room)
  }
  return { ...refused(row, row.problems, room), outcome: 'duplicate' }
}

/**
 * The resident that a row means: by name, else by number. By number only where nobody else in the roster goes by
 * that resident's name and the role is not another: families share a phone.
 */
function residentMeant(
  row: ReadRow,
  residents: readonly Resident[],
  named: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): Resident | undefined {
  if (row.name === null) return undefined
  const free = residents.filter((it) => !taken.has(`${it.homeId}/${it.personId}`))
  const alike = free.filter((it) => it.name === row.name)
  return (
    alike.find((it) => it.phone === row.phone) ??
    alike[0] ??
    free.find(
      (it) =>
        row.phone !== null &&
        it.phone === row.phone &&
        !named.has(it.name) &&
        (row.role ?? row.roleByHeading) === it.role,
    )
  )
}

function personPart(
  row: ReadRow,
  resident: Resident | undefined,
  known: ReadonlyMap<string, string>,
): Verdict['person'] {
  if (row.name === null) return { kind: 'none' }
  if (resident) {
    return {
      kind: 'known',
      id: resident.personId,
      changes: {
        ...(row.name === resident.name ? {} : { name: row.name }),
        ...(row.phone === null || row.phone === resident.phone ? {} : { phone: row.phone }),
      },
    }
  }
  // Who owns a stall and a flat, or two flats, is one person: the same name and the same number.
  const key = personKey(row.name, row.phone)
  const id = row.phone === null ? undefined : known.get(key)
  if (id !== undefined) return { kind: 'known', id, changes: {} }
  return { kind: 'new', key: row.phone === null ? `line ${row.line}` : key }
}

function personKey(name: string, phone: string | null): string {
  return `${name}/${phone ?? ''}`
}

function residencyPart(row: ReadRow, resident: Resident | undefined): Verdict['residency'] {
  if (row.name === null) return { kind: 'none' }
  if (!resident) return { kind: 'new', role: row.role ?? row.roleByHeading, since: row.since }
  return {
    kind: 'known',
    id: resident.residencyId,
    changes: {
      ...(row.role === null || row.role === resident.role ? {} : { role: row.role }),
      ...(row.since === null || row.since === resident.since ? {} : { since: row.since }),
    },
  }
}

function isFirst(placed: readonly Placed[] | undefined, row: ReadRow): boolean {
  return placed?.[0]?.row === row
}

function outcomeOf(
  home: NonNullable<Verdict['home']>,
  person: Verdict['person'],
  residency: Verdict['residency'],
  first: boolean,
): Outcome {
  if (('create' in home && first) || person.kind === 'new' || residency.kind === 'new') return 'new'
  const changed = [
    'changes' in home ? home.changes : {},
    'changes' in person ? person.changes : {},
    'changes' in residency ? residency.changes : {},
  ].some((it) => Object.keys(it).length > 0)
  return changed ? 'change' : 'same'
}

function labelOf(row: ReadRow, home: MappedHome | undefined, create: NewRoom | undefined): string {
  return home?.label ?? create?.key ?? row.written
}
