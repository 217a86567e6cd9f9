import { createHash } from 'node:crypto'
import fastifyCookie from '@fastify/cookie'
import fastifyHelmet from '@fastify/helmet'
import { imageTypes, locales, routes } from '@zhanggui/contract'
import type { EndpointName, Locale } from '@zhanggui/contract'
import Fastify, { LogController } from 'fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { v7, validate } from 'uuid'
import * as z from 'zod'
import type { Config } from '../config.ts'
import type { Act, Actor, Context } from '../context.ts'
import { permissionsIn } from '../context.ts'
import type { Database } from '../database.ts'
import type { Logger } from '../log.ts'
import { countRequest } from '../metrics.ts'
import { Refusal } from '../refusal.ts'
import { describeApi } from './api-description.ts'
import { cookieName, originAllowed, readToken } from './cookies.ts'
import { asRefusal, problemOf, ShapeRefused } from './problem.ts'
import { FileAnswer } from './serving.ts'
import type { Binding } from './serving.ts'

const jsonLimit = 256 * 1024
const fileLimit = 15 * 1024 * 1024
const fileTypes = [
  ...imageTypes,
  'application/octet-stream',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]

export type ServerParts = {
  config: Config
  database: Database
  log: Logger
  bindings: Binding[]
  /** Who a session token belongs to, with their reach as of now. */
  authenticate: (token: string, now: string) => Promise<Actor | undefined>
  now: () => string
}

const anonymous: Actor = {
  kind: 'anonymous',
  accountId: null,
  sessionId: null,
  name: '',
  organizationId: null,
  reach: [],
}

/** The HTTP server with every endpoint of the contract bound; pages and operations are added by the caller. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { config, log } = parts
  const server = Fastify({
    loggerInstance: log,
    // Requests are logged below, without addresses.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy,
    bodyLimit: jsonLimit,
    genReqId: () => v7(),
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
    requestTimeout: 60_000,
    // An address that can not be read is refused like everything else.
    frameworkErrors: (error, request, reply) => {
      void answerProblem(parts, error, request, reply as unknown as FastifyReply)
    },
  }) as unknown as FastifyInstance
  await server.register(fastifyCookie)
  await server.register(fastifyHelmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Ant Design writes its styles into the page at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: config.publicUrl?.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
  })
  await describeApi(server)
  takeBodies(server)
  server.setValidatorCompiler(({ schema }) => (data) => {
    const read = (schema as z.ZodType).safeParse(data, { reportInput: true })
    return read.success ? { value: read.data } : { error: new ShapeRefused(read.error.issues) }
  })
  server.setSerializerCompiler(() => (data) => JSON.stringify(data))
  server.setErrorHandler((error, request, reply) => answerProblem(parts, error, request, reply))
  server.setNotFoundHandler((request, reply) =>
    answerProblem(parts, new Refusal('not_found'), request, reply),
  )
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    countRequest(request.method, route, reply.statusCode, reply.elapsedTime / 1000)
    // The route's pattern, not the address: addresses hold names and phones people searched for.
    log.debug(
      {
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        id: request.id,
      },
      'request',
    )
  })
  for (const binding of parts.bindings) bind(server, parts, binding)
  refuseOtherMethods(server, parts.bindings)
  return server
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** A path that is there, asked with a method it does not have: says which it has. */
function refuseOtherMethods(server: FastifyInstance, bindings: readonly Binding[]): void {
  const byPath = Map.groupBy(bindings, ({ name }) => pathOf(name))
  for (const [url, all] of byPath) {
    const served = all.map(({ name }) => methodOf(name))
    // Whatever can be got has a head.
    if (served.includes('GET')) served.push('HEAD')
    server.route({
      method: methods.filter((it) => !served.includes(it)),
      url,
      schema: { hide: true },
      handler: (_request, reply) => {
        void reply.header('allow', served.join(', '))
        throw new Refusal('method_not_allowed')
      },
    })
  }
}

const methodOf = (name: EndpointName): string => routes[name].split(' ')[0] ?? 'GET'
const pathOf = (name: EndpointName): string =>
  (routes[name].split(' ')[1] ?? '').replaceAll(/\{(\w+)\}/g, ':$1')

function takeBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    if (body === '') return done(null, undefined)
    try {
      done(null, JSON.parse(body as string))
    } catch {
      done(new Refusal('bad_json'))
    }
  })
  server.addContentTypeParser(
    fileTypes,
    { parseAs: 'buffer', bodyLimit: fileLimit },
    (_request, body, done) => {
      done(null, body)
    },
  )
}

function bind(server: FastifyInstance, parts: ServerParts, binding: Binding): void {
  const { name, shape } = binding
  server.route({
    method: methodOf(name),
    url: pathOf(name),
    bodyLimit: shape.raw ? fileLimit : jsonLimit,
    schema: {
      ...(shape.params ? { params: shape.params } : {}),
      ...(shape.query ? { querystring: shape.query } : {}),
      ...(shape.body ? { body: shape.body } : {}),
      response: { 200: shape.response },
      summary: shape.summary,
      operationId: name,
      description: `allow: ${shape.allow}`,
    } as object,
    preValidation: async (request) => {
      checkBody(request, shape)
      if (!shape.query && Object.keys(request.query as object).length > 0) refuseUnknownQuery(request)
    },
    handler: async (request, reply) => {
      const context = await contextOf(parts, name, request)
      mayCall(context, shape.allow)
      const answer = await binding.handle(context, {
        params: request.params as never,
        query: request.query as never,
        body: request.body as never,
        raw: request.body as Buffer,
        session: {
          begin: (token, expiresAt) => {
            const secure = isSecure(parts.config, request)
            void reply.setCookie(cookieName(secure), token, {
              path: '/',
              httpOnly: true,
              sameSite: 'lax',
              secure,
              expires: new globalThis.Date(expiresAt),
            })
          },
          end: () => {
            const secure = isSecure(parts.config, request)
            void reply.clearCookie(cookieName(secure), { path: '/', secure })
          },
        },
      })
      if (answer instanceof FileAnswer) {
        return reply
          .type(answer.type)
          .header('content-disposition', 'inline')
          .header('cache-control', 'private, max-age=86400, immutable')
          .send(answer.bytes)
      }
      void reply.header('cache-control', 'no-store')
      // Parsing the answer drops whatever the contract does not name: nothing leaks by accident.
      return shape.response.parse(answer)
    },
  })
}

const noFields = z.strictObject({})

function checkBody(request: FastifyRequest, { raw, body }: Binding['shape']): void {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (raw) {
    if (!type || !raw.includes(type)) throw new Refusal('unsupported_media_type')
    if (!Buffer.isBuffer(request.body) || request.body.length === 0) throw new Refusal('bad_request')
    return
  }
  if (Buffer.isBuffer(request.body)) throw new Refusal('unsupported_media_type')
  if (request.method !== 'POST') return
  request.body ??= {}
  if (body) return
  const read = noFields.safeParse(request.body, { reportInput: true })
  if (!read.success) throw new ShapeRefused(read.error.issues)
}

function refuseUnknownQuery(request: FastifyRequest): never {
  throw new Refusal('invalid_fields', {
    fields: Object.keys(request.query as object)
      .slice(0, 20)
      .map((path) => ({ path, problem: 'unknown_field' as const })),
  })
}

/** Who asks and for what: session, language, key of the act. */
export async function contextOf(
  parts: ServerParts,
  endpoint: EndpointName | 'events',
  request: FastifyRequest,
): Promise<Context> {
  if (!originAllowed(parts.config, request)) throw new Refusal('origin_refused')
  const now = parts.now()
  const token = readToken(request)
  const actor = (token && (await parts.authenticate(token, now))) || anonymous
  return {
    actor,
    now,
    locale: localeOf(request),
    requestId: String(request.id),
    address: request.ip,
    device: (request.headers['user-agent'] ?? '').slice(0, 200),
    database: parts.database,
    act: request.method === 'POST' ? actOf(endpoint, request) : undefined,
  }
}

function actOf(endpoint: string, request: FastifyRequest): Act | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !validate(key)) {
    throw new Refusal('invalid_fields', { fields: [{ path: 'Idempotency-Key', problem: 'bad_format' }] })
  }
  const body = Buffer.isBuffer(request.body) ? request.body : JSON.stringify(request.body ?? null)
  const fingerprint = createHash('sha256').update(`${endpoint} ${request.url}\n`).update(body).digest()
  return { key: key.toLowerCase(), endpoint, fingerprint }
}

function mayCall(context: Context, allowed: Binding['shape']['allow']): void {
  if (allowed === 'anyone') return
  if (context.actor.kind === 'anonymous') throw new Refusal('not_signed_in')
  if (allowed === 'signed-in') return
  // Lacking a permission everywhere looks like the endpoint not being there; where it is held in some
  // community only, the action checks the one asked for.
  if (!context.actor.reach.some((it) => permissionsIn(it).includes(allowed))) throw new Refusal('not_found')
}

function localeOf(request: FastifyRequest): Locale {
  const wanted = request.headers['accept-language'] ?? ''
  return /^\s*en\b/i.test(wanted) ? 'en' : locales[0]
}

function isSecure(config: Config, request: FastifyRequest): boolean {
  return config.publicUrl?.startsWith('https:') ?? request.protocol === 'https'
}

async function answerProblem(
  parts: ServerParts,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  let refusal = asRefusal(error)
  if (!refusal) {
    parts.log.error({ err: error, id: request.id, route: request.routeOptions?.url }, 'fault')
    refusal = new Refusal('fault')
  }
  const problem = problemOf(refusal, localeOf(request), String(request.id))
  const wait = refusal.detail?.['retryAfterSeconds']
  if (problem.status === 503) void reply.header('retry-after', '1')
  else if (typeof wait === 'number') void reply.header('retry-after', String(wait))
  await reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem))
}
