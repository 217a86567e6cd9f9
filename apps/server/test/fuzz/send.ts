import { endpoints, routes } from '@zhanggui/contract'
import type { EndpointName, EndpointShape } from '@zhanggui/contract'
import type { InjectOptions } from 'fastify'
import { v7 } from 'uuid'
import type { Asking } from '../harness/server.ts'
import { holds } from '../matrix/expectation.ts'
import type { Caller } from '../matrix/ground.ts'
import type { Sent } from './files.ts'
import { damaged } from './hostile.ts'
import type { Blank, Break, Plan } from './plans.ts'
import { pick } from './pool.ts'
import type { Pool } from './pool.ts'

export type Town = { pool: Pool; callers: Caller[]; pictures: Sent[]; rosters: Sent[]; now(): string }

/** A request ready to be sent, who sends it, and which endpoint it will meet, if any. */
export type Request = {
  caller: Caller
  options: InjectOptions
  ids: string[]
  meets: EndpointName | undefined
}

let serial = 0
// Everybody comes from somewhere else: the limits on addresses are not what is looked at here.
const nextAddress = (): string => {
  serial += 1
  return `10.${(serial >> 16) & 255}.${(serial >> 8) & 255}.${serial & 255}`
}

/** Who asks: three times in five somebody whose role may, else anybody. */
export function callerOf({ name, caller }: Plan, { callers }: Town): Caller {
  const { allow }: EndpointShape = endpoints[name]
  const permitted = callers.filter(
    (it) => it.live && (allow === 'anyone' || allow === 'signed-in' || holds(it, allow, 'own')),
  )
  const list = caller % 5 < 3 ? permitted : callers
  const found = list[caller % list.length]
  if (!found) throw new Error(`nobody may ${name}`)
  return found
}

/**
 * Fills in and builds what a plan says, with the things there are by now; `ripe` is a request that would be answered,
 * from which to begin.
 */
export function requestOf(plan: Plan, town: Town, ripe?: Asking<EndpointName>): Request {
  const { name, wire } = plan
  const shape: EndpointShape = endpoints[name]
  const [method = 'GET', pattern = ''] = routes[name].split(' ')
  const caller = callerOf(plan, town)
  const session = ripe?.by ?? caller.session
  const ids: string[] = []
  const fill = (it: unknown): unknown => filled(it, town, ids)
  const params = ripe ? (ripe.params ?? {}) : plan.params
  const path = pattern.replaceAll(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(textOf(fill(params[key]))),
  )
  const query = Object.entries(fill(ripe?.query ?? plan.query) as Record<string, unknown>)
    .map(([key, value]) => `${key}=${encodeURIComponent(textOf(value))}`)
    .join('&')
  const file = shape.raw ? fileOf(plan, town) : undefined
  const json =
    JSON.stringify(plan.breaks.reduce(broken, fill(ripe && !shape.raw ? (ripe.body ?? {}) : plan.body))) ?? ''
  const headers: Record<string, string> = { 'user-agent': 'fuzz' }
  if (session) headers['cookie'] = `zhanggui=${session.token}`
  if (method === 'POST') headers['content-type'] = file?.type ?? 'application/json'
  if (method === 'POST' && shape.repeat !== 'harmless') headers['idempotency-key'] = v7()
  const sent = wire.method ?? method
  const huge = plan.damage === 'huge'
  const payload = file && !huge ? file.bytes : damaged(json, plan.damage, plan.at)
  return {
    caller,
    ids,
    meets: Object.keys(routes).find(
      (it) => routes[it as EndpointName] === `${sent === 'HEAD' ? 'GET' : sent} ${pattern}`,
    ) as EndpointName | undefined,
    options: {
      method: sent as 'GET',
      url: addressOf(path, query, plan),
      headers: { ...headers, ...headersOf(plan, town) },
      remoteAddress: nextAddress(),
      ...(sent === 'GET' || sent === 'HEAD' ? {} : { payload }),
    },
  }
}

const textOf = (it: unknown): string => {
  const text = typeof it === 'string' ? it : (JSON.stringify(it) ?? '')
  // A lone surrogate has no percent-encoding; what browsers send instead.
  return text.toWellFormed()
}

function fileOf({ name, file }: Plan, { pictures, rosters }: Town): Sent | undefined {
  const list = name === 'previewRoster' ? rosters : pictures
  return list[file % list.length]
}

function headersOf({ wire }: Plan, { pool }: Town): Record<string, string> {
  return {
    ...(wire.type === undefined ? {} : { 'content-type': wire.type }),
    ...(wire.origin === undefined ? {} : { origin: wire.origin }),
    ...(wire.language === undefined ? {} : { 'accept-language': wire.language }),
    ...(wire.key === 'bad' ? { 'idempotency-key': "1' or '1'='1" } : {}),
    ...(wire.key === 'again' ? { 'idempotency-key': pick(pool.own.key, 1) } : {}),
  }
}

function addressOf(path: string, query: string, { wire }: Plan): string {
  const paths: Record<NonNullable<Plan['wire']['path']>, string> = {
    slash: `${path}/`,
    double: path.replace('/v1/', '/v1//'),
    nul: `${path}%00`,
    percent: `${path}%zz%`,
    long: `${path}${'a'.repeat(3000)}`,
    case: path.toUpperCase(),
    dots: path.replace('/v1/', '/v1/../v1/%2e%2e/'),
  }
  const queries: Record<NonNullable<Plan['wire']['query']>, string> = {
    unknown: 'surprise=1',
    double: `${query}&${query}&limit=1&limit=2`,
    array: 'q[]=1&q[a]=2&limit[$gt]=1',
    percent: 'q=%zz&%=&=&&',
    proto: '__proto__=1&constructor=1&__proto__[admin]=1',
    long: `q=${'a'.repeat(20_000)}`,
  }
  const where = wire.path ? paths[wire.path] : path
  const what = wire.query ? queries[wire.query] : query
  return what === '' ? where : `${where}?${what}`
}

/** Puts ids, versions and times into the blanks of a plan. */
function filled(it: unknown, town: Town, ids: string[]): unknown {
  if (Array.isArray(it)) return it.map((one) => filled(one, town, ids))
  if (it === null || typeof it !== 'object') return it
  if ('$' in it) {
    const value = valueOf(it as Blank, town, ids)
    if (typeof value === 'string') ids.push(value)
    return value
  }
  // Entries one by one: a key called __proto__ must stay a key.
  return Object.fromEntries(Object.entries(it).map(([key, one]) => [key, filled(one, town, ids)]))
}

function valueOf(it: Blank, { pool, now }: Town, ids: string[]): unknown {
  switch (it.$) {
    case 'new':
      return v7()
    case 'version':
      return (pool.versions.get(ids[0] ?? '') ?? pool.policyVersion) + it.off
    case 'instant':
      return new Date(Date.parse(now()) + it.seconds * 1000).toISOString()
    case 'thing':
      return it.whose === 'nobody' ? v7() : pick(pool[it.whose][it.thing], it.n)
  }
}

type Holder = { holder: Record<string, unknown> | unknown[]; key: string }

/** Every place of a body where a value stands, outermost first. */
function placesIn(body: unknown): Holder[] {
  if (body === null || typeof body !== 'object') return []
  return Object.keys(body).flatMap((key) => [
    { holder: body as Record<string, unknown>, key },
    ...placesIn((body as Record<string, unknown>)[key]),
  ])
}

function broken(body: unknown, it: Break): unknown {
  if (it.do === 'whole') return it.value
  const places = placesIn(body)
  const place = places.length === 0 ? undefined : places[it.at % places.length]
  if (!place) return it.do === 'add' ? { [it.key]: it.value } : body
  const holder = place.holder as Record<string, unknown>
  switch (it.do) {
    case 'put':
      holder[place.key] = it.value
      return body
    case 'wrap':
      holder[place.key] = [holder[place.key]]
      return body
    case 'drop':
      Reflect.deleteProperty(holder, place.key)
      return body
    case 'add':
      Object.defineProperty(holder, it.key, {
        value: it.value,
        enumerable: true,
        configurable: true,
        writable: true,
      })
      return body
  }
}
