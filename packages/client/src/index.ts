import type { EndpointName, Problem, endpoints } from '@zhanggui/contract'
import type * as z from 'zod'
import { v7 } from 'uuid'

type Shapes = typeof endpoints
type Input<N extends EndpointName, K extends string> =
  Shapes[N] extends Record<K, infer T extends z.ZodType> ? z.input<T> : undefined
export type Answer<N extends EndpointName> = z.output<Shapes[N]['response']>
export type Body<N extends EndpointName> = Input<N, 'body'>

type Part<K extends string, T> = T extends undefined ? unknown : { [P in K]: T }
type OptionalPart<K extends string, T> = T extends undefined ? unknown : { [P in K]?: T }
export type CallInput<N extends EndpointName> = Part<'params', Input<N, 'params'>> &
  OptionalPart<'query', Input<N, 'query'>> &
  Part<'body', Input<N, 'body'>> & {
    /** A file, for endpoints that take one. */
    raw?: Blob
    /** The act's key; made here when absent. Give the same one to repeat an act after a lost answer. */
    key?: string
    signal?: AbortSignal
  }

/** A refusal or failure, with the server's problem details where there were any. */
export class ApiProblem extends Error {
  readonly status: number
  readonly problem: Problem | undefined
  constructor(status: number, problem: Problem | undefined, cause?: unknown) {
    super(problem?.code ?? `http_${status}`, { cause })
    this.status = status
    this.problem = problem
  }
  /** No answer at all: the network, not a refusal. */
  get offline(): boolean {
    return this.status === 0
  }
}

/** A caller of the endpoints named; of all of them when none is. */
export type Api<Names extends EndpointName = EndpointName> = {
  [N in Names]: (input: CallInput<N>) => Promise<Answer<N>>
}

export type ClientOptions = {
  baseUrl?: string
  fetch?: typeof fetch
  locale?: () => string
  headers?: Record<string, string>
}

/**
 * The typed client of every app, for the routes it gives: `api.readCase({ params: { id } })`. Posts carry an Idempotency-Key,
 * so that a caller who got no answer may repeat the same call with the same key without a second effect.
 */
export function createClient<Names extends EndpointName>(
  routes: Readonly<Record<Names, string>>,
  options: ClientOptions = {},
): Api<Names> {
  const call = async (name: Names, input: CallInput<EndpointName>): Promise<unknown> => {
    const [method = 'GET', path = ''] = routes[name].split(' ')
    const { params, query, body, raw, key, signal } = input as {
      params?: Record<string, unknown>
      query?: Record<string, unknown>
      body?: unknown
      raw?: Blob
      key?: string
      signal?: AbortSignal
    }
    const url = (options.baseUrl ?? '') + withParams(path, params) + withQuery(query)
    const headers: Record<string, string> = { accept: 'application/json', ...options.headers }
    if (options.locale) headers['accept-language'] = options.locale()
    if (method !== 'GET') headers['idempotency-key'] = key ?? v7()
    const init: RequestInit = { method, headers, credentials: 'same-origin' }
    if (signal) init.signal = signal
    if (raw) {
      init.body = raw
      headers['content-type'] = raw.type || 'application/octet-stream'
    } else if (method !== 'GET') {
      init.body = JSON.stringify(body ?? {})
      headers['content-type'] = 'application/json'
    }
    let response: Response
    try {
      response = await (options.fetch ?? fetch)(url, init)
    } catch (cause) {
      throw new ApiProblem(0, undefined, cause)
    }
    const answer: unknown = await response.json().catch(() => undefined)
    if (!response.ok) throw new ApiProblem(response.status, answer as Problem | undefined)
    return answer
  }
  const api: Record<string, unknown> = {}
  for (const name of Object.keys(routes) as Names[]) {
    api[name] = (input: CallInput<EndpointName>) => call(name, input ?? {})
  }
  return api as Api<Names>
}

function withParams(path: string, params: Record<string, unknown> | undefined): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params?.[name])))
}

function withQuery(query: Record<string, unknown> | undefined): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (typeof value === 'string' ? value !== '' : typeof value === 'number') search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `?${text}` : ''
}

/** A new id for an act or a thing, UUID version 7. */
export const newId = (): string => v7()
