import { endpoints, routes } from '@zhanggui/contract'
import type { EndpointName, EndpointShape, Problem } from '@zhanggui/contract'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { v7 } from 'uuid'
import type * as z from 'zod'
import { authenticate } from '../../src/modules/identity/index.ts'
import type { Config } from '../../src/platform/config.ts'
import { openPool } from '../../src/platform/database.ts'
import type { Database } from '../../src/platform/database.ts'
import { buildServer } from '../../src/platform/http/build-server.ts'
import type { Binding } from '../../src/platform/http/serving.ts'
import { makeLog } from '../../src/platform/log.ts'
import { copyDatabase } from './database.ts'
import type { TestDatabase } from './database.ts'

/** The time of a test: it stands still until somebody moves it. */
export type TestClock = { now(): string; set(instant: string): void; advance(seconds: number): void }

export type Session = { token: string }

/** What is asked of an endpoint. `by` is whose session; everything else has an everyday value. */
export type Asking<N extends EndpointName> = {
  params?: Record<string, string>
  query?: Record<string, string | number>
  body?: BodyOf<N> | Record<string, unknown> | Buffer
  by?: Session | undefined
  /** The act's key; a fresh one unless given, none when null. */
  key?: string | null
  headers?: Record<string, string>
  address?: string
  device?: string
}

type ShapeOf<N extends EndpointName> = (typeof endpoints)[N]
type BodyOf<N extends EndpointName> =
  ShapeOf<N> extends { body: infer B extends z.ZodType } ? z.input<B> : never
type AnswerOf<N extends EndpointName> = z.output<ShapeOf<N>['response']>

export type TestServer = {
  app: FastifyInstance
  config: Config
  /** As the application sees it. */
  database: Database
  urls: TestDatabase
  clock: TestClock
  /** Asks and answers whatever comes. */
  call<N extends EndpointName>(name: N, asking?: Asking<N>): Promise<LightMyRequestResponse>
  /** Asks and expects the answer of the contract. */
  ok<N extends EndpointName>(name: N, asking?: Asking<N>): Promise<AnswerOf<N>>
  /** Asks and expects a refusal. */
  refused<N extends EndpointName>(name: N, asking?: Asking<N>): Promise<Problem>
  /** Asks an endpoint that signs in, and answers the session it began. */
  signIn<N extends EndpointName>(name: N, asking?: Asking<N>): Promise<Session>
  close(): Promise<void>
}

export function testClock(start = '2026-11-23T02:00:00.000Z'): TestClock {
  let now = globalThis.Date.parse(start)
  return {
    now: () => new globalThis.Date(now).toISOString(),
    set: (instant) => (now = globalThis.Date.parse(instant)),
    advance: (seconds) => (now += seconds * 1000),
  }
}

/**
 * A server without a port on a copy of the migrated database (or `on` one that another server uses already),
 * with the endpoints that `bindings` makes. `close` drops the copy it made.
 */
export async function startTestServer(options: {
  bindings(parts: { database: Database; config: Config; now: () => string }): Binding[]
  demo?: boolean
  publicUrl?: string
  on?: TestDatabase
  clock?: TestClock
}): Promise<TestServer> {
  const urls = options.on ?? (await copyDatabase())
  const clock = options.clock ?? testClock()
  const log = makeLog('error')
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    publicUrl: options.publicUrl,
    trustProxy: false,
    dataDirectory: '/nonexistent',
    databaseUrl: undefined,
    databaseAppUrl: undefined,
    poolSize: 8,
    filesUrl: undefined,
    metricsToken: undefined,
    logLevel: 'error',
    jobs: 1,
    demo: options.demo ?? false,
  }
  const database = openPool({ url: urls.appUrl, size: config.poolSize, onError: () => undefined })
  const app = await buildServer({
    config,
    database,
    log,
    bindings: options.bindings({ database, config, now: clock.now }),
    authenticate: (token, now) => authenticate(database, token, now),
    now: clock.now,
  })
  const call: TestServer['call'] = (name, asking = {}) => app.inject(requestOf(name, asking))
  const wanted = async <N extends EndpointName>(name: N, asking: Asking<N>, status: 'ok' | 'refused') => {
    const answer = await call(name, asking)
    if ((answer.statusCode === 200) === (status === 'ok')) return answer
    throw new Error(`${name} answered ${answer.statusCode}: ${answer.body}`)
  }
  return {
    app,
    config,
    database,
    urls,
    clock,
    call,
    ok: async (name, asking = {}) => (await wanted(name, asking, 'ok')).json(),
    refused: async (name, asking = {}) => (await wanted(name, asking, 'refused')).json(),
    signIn: async (name, asking = {}) => {
      const answer = await wanted(name, asking, 'ok')
      const cookie = answer.cookies.find((it) => it.name.endsWith('zhanggui'))
      if (!cookie) throw new Error(`${name} began no session`)
      return { token: cookie.value }
    },
    close: async () => {
      await app.close()
      await database.close()
      if (!options.on) await urls.drop()
    },
  }
}

let serial = 0
// Everybody comes from somewhere else, so that only tests about limits meet them.
const nextAddress = (): string => {
  serial += 1
  return `172.16.${(serial >> 8) & 255}.${serial & 255}`
}

function requestOf<N extends EndpointName>(name: N, asking: Asking<N>) {
  const [method = 'GET', pattern = ''] = routes[name].split(' ')
  const shape: EndpointShape = endpoints[name]
  const path = pattern.replaceAll(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(asking.params?.[key] ?? ''),
  )
  const query = new URLSearchParams(
    Object.entries(asking.query ?? {}).map(([key, value]): [string, string] => [key, String(value)]),
  ).toString()
  const headers: Record<string, string> = { 'user-agent': asking.device ?? 'test' }
  if (asking.by) headers['cookie'] = `zhanggui=${asking.by.token}`
  if (method === 'POST' && shape.repeat !== 'harmless' && asking.key !== null) {
    headers['idempotency-key'] = asking.key ?? v7()
  }
  if (method === 'POST' && !shape.raw) headers['content-type'] = 'application/json'
  const body = Buffer.isBuffer(asking.body) ? asking.body : JSON.stringify(asking.body ?? {})
  return {
    method: method as 'GET' | 'POST',
    url: query === '' ? path : `${path}?${query}`,
    headers: { ...headers, ...asking.headers },
    ...(method === 'POST' ? { payload: body } : {}),
    remoteAddress: asking.address ?? nextAddress(),
  }
}
