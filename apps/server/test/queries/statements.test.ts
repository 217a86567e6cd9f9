import { endpoints } from '@zhanggui/contract'
import type { EndpointName, EndpointShape } from '@zhanggui/contract'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { publishPolicyTx, publishProcedureTx, starterProcedures } from '../../src/modules/cases/index.ts'
import { addPlacesTx, publishCalendarTx } from '../../src/modules/estate/index.ts'
import { appoint, beginSession } from '../../src/modules/identity/index.ts'
import { addPersonsTx, addResidenciesTx } from '../../src/modules/people/index.ts'
import type { Tx } from '../../src/platform/database.ts'
import { buildCommunity, buildStaff } from '../harness/builders.ts'
import type { Asking } from '../harness/server.ts'
import { isOwnWork, statementsDuring } from '../harness/statements.ts'
import { startWorld } from '../harness/world.ts'
import type { World } from '../harness/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

/** Endpoints whose answer is a list. */
type ListName = {
  [N in EndpointName]: z.output<(typeof endpoints)[N]['response']> extends { items: unknown[] } ? N : never
}[Exclude<EndpointName, 'readFile'>]

/** A list: who asks for it, how one more row gets into it, and where the rows stand in the answer. */
type List = {
  ask(): Asking<EndpointName>
  add(more: number): Promise<unknown>
  rows(answer: Record<string, unknown>): number
}

const items = (answer: Record<string, unknown>): number => (answer['items'] as unknown[]).length
const each = async (more: number, add: (index: number) => Promise<unknown>): Promise<void> => {
  for (let index = 0; index < more; index += 1) await add(index)
}
const staff = () => world.home.staff
const communityId = () => world.home.communityId
const inCommunity = () => ({ params: { communityId: communityId() }, by: staff().manager })
const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  world.database.transaction([communityId()], work)
const now = () => world.clock.now()

const report = (): Promise<unknown> =>
  world.ok('openCase', { by: world.home.owner, body: { id: v7(), kind: 'repair', text: '漏水' } })

/** Homes under the entrance, by their rooms from 1001 on. */
let room = 1000
async function addHomes(more: number): Promise<string[]> {
  const ids = Array.from({ length: more }, () => v7())
  await write((tx) =>
    addPlacesTx(
      tx,
      communityId(),
      ids.map((id) => ({
        id,
        kind: 'home' as const,
        parentId: world.home.ids.entrance,
        name: String((room += 1)),
        home: { use: 'dwelling' as const, area: 8000 },
      })),
      now(),
    ),
  )
  return ids
}

/** Persons of the archive, each with a home: the one given, or one of their own. */
async function addPeople(more: number, homeId?: string): Promise<void> {
  const homes = homeId === undefined ? await addHomes(more) : []
  const persons = Array.from({ length: more }, () => v7())
  await write(async (tx) => {
    await addPersonsTx(
      tx,
      communityId(),
      persons.map((id) => ({ id, name: '周小舟', phone: null })),
      now(),
    )
    await addResidenciesTx(
      tx,
      communityId(),
      persons.map((personId, index) => ({
        id: v7(),
        personId,
        homeId: homeId ?? homes[index] ?? '',
        role: 'family' as const,
        since: null,
      })),
      now(),
    )
  })
}

let wanderer: Awaited<ReturnType<typeof buildStaff>> | undefined
const somewhere = { case: v7(), home: '', person: '', procedure: v7() }

const lists = {
  listSessions: {
    ask: () => ({ by: staff().finance }),
    add: (more) =>
      each(more, () =>
        world.database.transaction([], (tx) =>
          beginSession(tx, { accountId: staff().finance.accountId, kind: 'staff', device: 'x', now: now() }),
        ),
      ),
    rows: items,
  },
  listMyAccess: {
    ask: () => ({ by: world.home.tenant }),
    add: (more) =>
      each(more, () =>
        world.ok('readPerson', { params: { id: world.home.tenant.personId }, by: staff().agent }),
      ),
    rows: items,
  },
  listStaff: {
    ask: inCommunity,
    add: (more) => each(more, () => buildStaff(world, { ...world.home, role: 'worker' })),
    rows: items,
  },
  listCommunities: {
    ask: () => ({ by: wanderer }),
    add: (more) => each(more, addCommunity),
    rows: items,
  },
  listPlaces: {
    ask: () => ({ ...inCommunity(), query: { limit: 500, kind: 'home' } }),
    add: addHomes,
    rows: items,
  },
  listCalendars: {
    ask: inCommunity,
    add: (more) =>
      each(more, () =>
        write((tx) =>
          publishCalendarTx(tx, {
            communityId: communityId(),
            by: null,
            now: now(),
            body: {
              name: `日历${v7()}`.slice(0, 40),
              timeZone: 'Asia/Shanghai',
              publicHolidays: 'cn',
              overrides: [],
              weekly: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [], 7: [] },
            },
          }),
        ),
      ),
    rows: items,
  },
  listPeople: { ask: () => ({ ...inCommunity(), query: { limit: 100 } }), add: addPeople, rows: items },
  listMyHomes: {
    ask: () => ({ by: world.home.tenant }),
    add: async (more) => {
      const homes = await addHomes(more)
      await write((tx) =>
        addResidenciesTx(
          tx,
          communityId(),
          homes.map((homeId) => ({
            id: v7(),
            personId: world.home.tenant.personId,
            homeId,
            role: 'tenant' as const,
            since: null,
          })),
          now(),
        ),
      )
    },
    rows: items,
  },
  listNotifications: {
    ask: () => ({ by: staff().worker }),
    add: (more) =>
      each(more, async () => {
        const params = { id: v7() }
        const body = { ...params, kind: 'repair', text: '漏水' }
        await world.ok('openCase', { by: world.home.owner, body })
        await world.ok('assignCase', {
          params,
          by: staff().agent,
          body: { assigneeId: staff().worker.accountId },
        })
      }),
    rows: items,
  },
  listCases: {
    ask: () => ({ by: staff().agent, query: { limit: 100 } }),
    add: (more) => each(more, report),
    rows: items,
  },
  listFigureCases: {
    ask: () => ({
      ...inCommunity(),
      query: { from: '2026-01-01', to: '2026-12-31', metric: 'accept', part: 'counted', limit: 100 },
    }),
    add: (more) =>
      each(more, async () => {
        const { id } = (await report()) as { id: string }
        await world.ok('acceptCase', { params: { id }, by: staff().agent, body: {} })
      }),
    rows: items,
  },
  listPromises: {
    ask: () => ({ by: staff().agent, query: { limit: 100 } }),
    add: (more) =>
      each(more, () =>
        world.ok('replyToCase', {
          params: { id: somewhere.case },
          by: staff().agent,
          body: {
            text: '今天去看',
            promise: { what: '上门', by: '2026-12-01T02:00:00.000Z', evidence: 'visit' },
          },
        }),
      ),
    rows: items,
  },
  listCandidates: {
    ask: () => ({ params: { id: somewhere.case }, by: staff().agent }),
    add: (more) => each(more, () => buildStaff(world, { ...world.home, role: 'worker' })),
    rows: items,
  },
  listPolicies: {
    ask: inCommunity,
    add: (more) =>
      each(more, async () => {
        const { items: before } = await world.ok('listPolicies', inCommunity())
        const { rules = [], version = 0 } = before[0] ?? {}
        await write((tx) =>
          publishPolicyTx(
            tx,
            communityId(),
            {
              name: '服务时限',
              basis: '',
              expectedVersion: version,
              reopenPercent: 50,
              reopenFloorSeconds: 7200,
              rules,
            },
            { id: null, name: '测试' },
            now(),
          ),
        )
      }),
    rows: items,
  },
  listProcedures: {
    ask: inCommunity,
    add: (more) => each(more, () => addProcedure(v7(), 0)),
    rows: items,
  },
  readProcedure: {
    ask: () => ({
      ...inCommunity(),
      params: { communityId: communityId(), procedureId: somewhere.procedure },
    }),
    add: (more) => each(more, () => addProcedure(somewhere.procedure, versions++)),
    rows: items,
  },
} satisfies Record<ListName, List>

let versions = 0
function addProcedure(procedureId: string, expectedVersion: number) {
  const [one] = starterProcedures
  if (!one) throw new Error('no procedure to begin with')
  const { key: _key, ...body } = one
  return write((tx) =>
    publishProcedureTx(
      tx,
      communityId(),
      { ...body, procedureId, expectedVersion },
      { id: null, name: '测试' },
      now(),
    ),
  )
}

/** Answers that hold lists inside them. */
const holders: Partial<Record<EndpointName, List>> = {
  me: {
    ask: () => ({ by: wanderer }),
    add: (more) => each(more, addCommunity),
    rows: (answer) => (answer['communities'] as unknown[]).length,
  },
  countCases: {
    ask: () => ({ by: staff().agent }),
    add: (more) => each(more, report),
    rows: (answer) => answer['active'] as number,
  },
  readCase: {
    ask: () => ({ params: { id: somewhere.case }, by: staff().agent }),
    add: (more) =>
      each(more, () =>
        world.ok('replyToCase', {
          params: { id: somewhere.case },
          by: staff().agent,
          body: { text: '马上来' },
        }),
      ),
    rows: (answer) => (answer['timeline'] as unknown[]).length,
  },
  readHome: {
    ask: () => ({ params: { id: somewhere.home }, by: staff().agent }),
    add: (more) => addPeople(more, somewhere.home),
    rows: (answer) => (answer['residents'] as unknown[]).length,
  },
  readPerson: {
    ask: () => ({ params: { id: world.home.owner.personId }, by: staff().agent }),
    add: (more) =>
      each(more, () =>
        world.ok('recordConsent', {
          params: { id: world.home.owner.personId },
          by: staff().agent,
          body: { kind: 'contact', given: true },
        }),
      ),
    // The newest consent of each kind; those before it are read past.
    rows: () => Number.NaN,
  },
  readChart: {
    ask: inCommunity,
    add: addHomes,
    rows: (answer) =>
      (answer['buildings'] as { floors: { homes: unknown[] }[] }[])
        .flatMap((it) => it.floors)
        .flatMap((it) => it.homes).length,
  },
  search: {
    ask: () => ({ ...inCommunity(), query: { q: '周小舟' } }),
    add: addPeople,
    rows: (answer) => (answer['people'] as unknown[]).length,
  },
}

const hours = [{ from: '09:00', to: '17:00' }]

async function addCommunity(): Promise<void> {
  const community = await buildCommunity(world, { organizationId: world.home.organizationId })
  wanderer ??= await buildStaff(world, { ...community, role: 'auditor' })
  const { accountId } = wanderer
  await world.database.transaction([community.communityId], (tx) =>
    appoint(tx, { ...community, accountId, role: 'auditor', team: 'office', now: now() }),
  )
}

async function ask(name: EndpointName, asking: Asking<EndpointName>) {
  // Connections that are made meanwhile ask nothing, but a first statement on one does.
  const { answer, statements } = await statementsDuring(() => world.ok(name, asking))
  return { answer: answer as Record<string, unknown>, statements: statements.filter(isOwnWork) }
}

describe('the statements of a list', () => {
  it('are counted for every endpoint of the contract whose answer is a list', () => {
    const answersLists = (Object.keys(endpoints) as EndpointName[]).filter((name) => {
      const shape: EndpointShape = endpoints[name]
      return shape.response instanceof z.ZodObject && 'items' in shape.response.shape
    })
    expect(Object.keys(lists).toSorted()).toEqual(answersLists.toSorted())
  })

  it.each(Object.entries({ ...lists, ...holders }) as [EndpointName, List][])(
    '%s: are as many for 20 rows as for 3',
    async (name, list) => {
      if (somewhere.home === '') {
        const [home = ''] = await addHomes(1)
        somewhere.home = home
        const body = { id: somewhere.case, kind: 'repair', text: '漏水' }
        await world.ok('openCase', { by: world.home.owner, body })
      }
      await list.add(3)
      const few = await ask(name, list.ask())
      await list.add(17)
      const many = await ask(name, list.ask())
      if (!Number.isNaN(list.rows(few.answer))) {
        expect(list.rows(few.answer)).toBeGreaterThanOrEqual(3)
        // Search shows ten at most.
        const shown = list.rows(many.answer) - list.rows(few.answer)
        expect(shown).toBe(name === 'search' ? 10 - list.rows(few.answer) : 17)
      }
      expect(many.statements).toEqual(few.statements)
      expect(few.statements.length).toBeGreaterThan(0)
      // A case is a page of many lists; each is asked for once, however long.
      expect(few.statements.length).toBeLessThanOrEqual(name === 'readCase' ? 12 : 8)
    },
  )

  const filters: Record<string, string>[] = [
    {},
    { status: 'active' },
    { status: 'active', assignee: 'me' },
    { status: 'active', assignee: 'team' },
    { status: 'active', assignee: 'none' },
    { tracker: 'me' },
    { late: 'true' },
    { kind: 'repair,complaint', q: '漏' },
    { q: '2611-00001' },
    { status: 'closed,declined', sort: 'newest' },
    { limit: '100' },
  ]
  it.each(filters)('listCases with %o: are two at most', async (query) => {
    for (const by of [staff().agent, staff().manager, world.home.owner]) {
      if (by === world.home.owner && query['assignee'] === 'team') continue
      const { statements } = await ask('listCases', { by, query })
      expect(statements.length).toBeLessThanOrEqual(query['assignee'] === 'team' ? 2 : 1)
    }
  })

  it('send BEGIN with the communities and COMMIT, and nothing in between that is not listed', async () => {
    const { statements } = await statementsDuring(() => world.ok('listCases', { by: staff().agent }))
    expect(statements).toHaveLength(4)
    expect(statements[0]).toContain('identity.session')
    expect(statements[1]).toBe(`begin; set local app.communities = '${communityId()}'`)
    expect(statements[3]).toBe('commit')
  })
})
