import type { FastifyInstance } from 'fastify'
import type { Listener, LiveHub } from '../live.ts'
import { Refusal } from '../refusal.ts'
import { contextOf } from './build-server.ts'
import type { ServerParts } from './build-server.ts'
import { readToken } from './cookies.ts'

const heartbeatMs = 25_000
const pagesPerSession = 12

/**
 * `GET /events`: server-sent events telling an open page what changed in its reach. Each heartbeat asks anew
 * whether the session still stands, so that a revoked session or a lost role stops hearing within half a minute.
 */
export function serveEvents(server: FastifyInstance, parts: ServerParts, hub: LiveHub): void {
  const open = new Map<string, number>()
  server.get('/events', async (request, reply) => {
    const context = await contextOf(parts, 'events', request)
    const session = context.actor.sessionId
    if (session === null) throw new Refusal('not_signed_in')
    const pages = open.get(session) ?? 0
    if (pages >= pagesPerSession) throw new Refusal('too_many_tries')
    open.set(session, pages + 1)

    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    raw.write('retry: 2000\n\n')
    const listener: Listener = {
      actor: context.actor,
      send: (news: unknown) => void raw.write(`data: ${JSON.stringify(news)}\n\n`),
    }
    const remove = hub.add(listener)
    const beat = setInterval(() => {
      const token = readToken(request)
      parts
        .authenticate(token ?? '', parts.now())
        .then((actor) => {
          if (!actor) return raw.end()
          listener.actor = actor
          return raw.write(': here\n\n')
        })
        // The database may be away for a moment; the page keeps what it has.
        .catch(() => undefined)
    }, heartbeatMs)
    raw.on('close', () => {
      clearInterval(beat)
      remove()
      const left = (open.get(session) ?? 1) - 1
      if (left > 0) open.set(session, left)
      else open.delete(session)
    })
  })
}
