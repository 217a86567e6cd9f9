import type { FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'

/**
 * The session cookie. Over https it carries the `__Host-` prefix, which binds it to this host and path;
 * over plain http (trying it on one's own machine) browsers refuse that prefix.
 */
export const cookieName = (secure: boolean): string => (secure ? '__Host-zhanggui' : 'zhanggui')

export function readToken(request: FastifyRequest): string | undefined {
  const token = request.cookies[cookieName(true)] ?? request.cookies[cookieName(false)]
  return token && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : undefined
}

/**
 * Requests that change something must come from our own pages: browsers say where a request comes from,
 * and a foreign place is refused. Programs that are no browser send neither header and carry no cookies
 * that were not given to them.
 */
export function originAllowed(config: Config, request: FastifyRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = request.headers.origin
  if (origin === undefined) return true
  if (config.publicUrl && origin === new URL(config.publicUrl).origin) return true
  return URL.canParse(origin) && new URL(origin).host === request.host
}
