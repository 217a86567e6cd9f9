import { endpoints, refusals } from '@zhanggui/contract'
import type { EndpointName, Problem } from '@zhanggui/contract'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { snapshot } from '../harness/snapshot.ts'
import type { Asking, TestServer } from '../harness/server.ts'
import { startHouse } from '../harness/world.ts'
import { endpointNames, exampleOf, examples } from './examples.ts'
import type { At } from './examples.ts'
import { exceptionsUsed, expected, holds, objectsOf } from './expectation.ts'
import type { Expected, ObjectKind } from './expectation.ts'
import { layGround, marks, residentNames } from './ground.ts'
import type { Caller, Ground, SideName } from './ground.ts'

let server: TestServer
let ground: Ground
beforeAll(async () => {
  server = await startHouse()
  ground = await layGround(server)
})
afterAll(() => server.close())

type Cell = { name: EndpointName; caller: Caller; object: ObjectKind; expected: Expected }

const asked = { answer: 0, refusal: 0 }

describe('the permission matrix', () => {
  it('knows an example request for every endpoint of the contract and no other', () => {
    expect(Object.keys(examples).toSorted()).toEqual([...endpointNames].toSorted())
    for (const name of exceptionsUsed()) expect(endpointNames).toContain(name)
  })

  describe.each(endpointNames)('%s', (name) => {
    it('lets in who may by role and reach; to all others it is not there, tells nothing and changes nothing', async () => {
      const cells = ground.callers.flatMap((caller) =>
        objectsOf(name).map((object): Cell => {
          const cell = { name, caller, object }
          return { ...cell, expected: expected(cell) }
        }),
      )
      await refuses(cells.filter((it) => it.expected !== 'answer'))
      for (const cell of cells.filter((it) => it.expected === 'answer')) {
        const answer = await ask(cell, await exampleOf(name)(at(cell)))
        expect([said(cell), answer.statusCode === 200 ? 200 : answer.body]).toEqual([said(cell), 200])
        asked.answer += 1
      }
    })
  })

  it('has asked some thousand times, and most of them in vain', () => {
    expect(asked.answer).toBeGreaterThan(400)
    expect(asked.refusal).toBeGreaterThan(2500)
  })
})

/** Asks whatever must be refused, on objects that are there and ripe; nothing may have changed afterwards. */
async function refuses(cells: Cell[]): Promise<void> {
  const askings = new Map<string, Promise<Asking<EndpointName>>>()
  const asking = (cell: Cell): Promise<Asking<EndpointName>> => {
    // Callers who share an object share the request; who asks is put in by `ask`.
    const { holder, side } = at(cell)
    const own = cell.caller.roles.own?.includes('worker') || endpoints[cell.name].reach === 'self'
    const key = [cell.object, side.name, holder.homeId, own ? cell.caller.name : ''].join(' ')
    const known = askings.get(key) ?? Promise.resolve(exampleOf(cell.name)(at(cell)))
    askings.set(key, known)
    return known
  }
  for (const cell of cells) await asking(cell)
  const before = await snapshot(server)
  const absent = new Map<string, unknown>()
  for (const cell of cells.toSorted(
    (a, b) => Number(b.object === 'absent') - Number(a.object === 'absent'),
  )) {
    const answer = await ask(cell, await asking(cell))
    const problem = answer.json<Problem>()
    const code = cell.expected as Problem['code']
    expect([said(cell), answer.statusCode, problem.code]).toEqual([said(cell), refusals[code], code])
    const { request: _request, ...rest } = problem
    if (cell.object === 'absent') absent.set(cell.caller.name, rest)
    // What is out of reach answers to the letter like what is not there.
    else if (code === 'not_found' && absent.has(cell.caller.name)) {
      expect(rest).toEqual(absent.get(cell.caller.name))
    }
    asked.refusal += 1
  }
  expect(await snapshot(server)).toEqual(before)
}

async function ask(cell: Cell, asking: Asking<EndpointName>): Promise<LightMyRequestResponse> {
  const by = cell.caller.live && asking.by !== undefined ? asking.by : cell.caller.session
  const answer = await server.call(cell.name, { ...asking, by })
  const wanted = `${JSON.stringify(asking.body ?? {})} ${JSON.stringify(asking.query ?? {})}`
  for (const secret of secretsFor(cell)) {
    if (answer.body.includes(secret) && !wanted.includes(secret)) {
      throw new Error(`${said(cell)}: the answer holds ${secret}`)
    }
  }
  return answer
}

/** What must not stand in any answer to this caller: other communities' and households' marks, phones, names. */
function secretsFor({ name, caller, object }: Cell): string[] {
  const { allow } = endpoints[name]
  const seen = new Set<string>(Object.keys(caller.roles).map((side) => marks[side as SideName]))
  if (caller.kind === 'staff' && caller.roles.own) seen.add(marks.neighbour)
  // Whoever holds a secret or signs in sees what it opens.
  if (allow === 'anyone') seen.add(at({ name, caller, object }).side.mark)
  const hidden = Object.values(marks).filter((mark) => !seen.has(mark))
  const residents = Object.values(ground.sides).flatMap((it) => [it.owner, it.tenant, it.neighbour.resident])
  const phones = residents.map((it) => it.phone).filter((phone) => phone !== caller.holder?.resident.phone)
  const nameless =
    allow !== 'anyone' &&
    caller.kind === 'staff' &&
    !holds(caller, 'people.read') &&
    !holds(caller, 'people.reveal')
      ? residentNames
      : []
  return [...hidden, ...nameless, ...(name === 'revealContact' ? [] : phones)]
}

const said = (cell: Omit<Cell, 'expected'>): string =>
  `${cell.caller.name} asks ${cell.name} of ${cell.object}`

/** Where the object lies: an absent one would have been in the caller's own community. */
function at({ caller, object }: Pick<Cell, 'caller' | 'object'> & { name: EndpointName }): At {
  const side = ground.sides[object === 'sibling' || object === 'stranger' ? object : 'own']
  const mine = object === 'own' || object === 'absent'
  const holder = object === 'household' ? side.neighbour : mine ? (caller.holder ?? side.first) : side.first
  return { server, side, holder, caller, absent: object === 'absent', mine }
}
