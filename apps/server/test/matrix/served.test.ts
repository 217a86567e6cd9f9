import { demoRoles, routes } from '@zhanggui/contract'
import type { EndpointName } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer } from '../harness/server.ts'
import { startHouse } from '../harness/world.ts'
import { endpointNames } from './examples.ts'

let production: TestServer
let demo: TestServer
beforeAll(async () => {
  production = await startHouse()
  demo = await startHouse({ demo: true })
})
afterAll(async () => {
  await production.close()
  await demo.close()
})

const served = (server: TestServer): EndpointName[] =>
  endpointNames.filter((name) => {
    const [method = '', path = ''] = routes[name].split(' ')
    return server.app.hasRoute({ method: method as 'GET', url: path.replaceAll(/\{(\w+)\}/g, ':$1') })
  })

describe('the server', () => {
  it('serves every endpoint of the contract in the demo', () => {
    expect(served(demo)).toEqual(endpointNames)
  })

  it('serves every endpoint but the one-click sign-in in production', async () => {
    expect(served(production)).toEqual(endpointNames.filter((it) => it !== 'demoSignIn'))
    for (const role of demoRoles) {
      const answer = await production.call('demoSignIn', { body: { role } })
      expect([answer.statusCode, answer.json().code, answer.cookies]).toEqual([404, 'not_found', []])
    }
  })

  it('serves nothing under the path of the contract that the contract does not name', async () => {
    await demo.app.ready()
    const known = new Set<string>(Object.values(routes).map((it) => it.replaceAll(/\{(\w+)\}/g, ':$1')))
    const described = Object.entries(demo.app.swagger().paths ?? {}).flatMap(([path, methods]) =>
      Object.keys(methods ?? {}).map(
        (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      ),
    )
    expect(described.filter((it) => !known.has(it))).toEqual([])
    expect(described).toHaveLength(known.size)
  })
})
