import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import type { Database } from '../database.ts'
import { metrics } from '../metrics.ts'
import { Refusal } from '../refusal.ts'

/** `/healthz` (the process answers), `/readyz` (the database too), `/metrics` (with the token, or from this machine). */
export function serveOperations(
  server: FastifyInstance,
  parts: { config: Config; database: Database },
): void {
  server.get('/healthz', async () => ({ status: 'ok' }))
  server.get('/readyz', async (_request, reply) => {
    const ready = await parts.database.ready()
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'waiting for the database' })
  })
  server.get('/metrics', async (request, reply) => {
    const { metricsToken } = parts.config
    const given = Buffer.from(request.headers.authorization?.replace(/^Bearer /, '') ?? '')
    const wanted = Buffer.from(metricsToken ?? '')
    const local = /^(::ffff:)?127\.|^::1$/.test(request.ip)
    const allowed =
      metricsToken === undefined ? local : given.length === wanted.length && timingSafeEqual(given, wanted)
    if (!allowed) throw new Refusal('not_found')
    return reply.type(metrics.contentType).send(await metrics.metrics())
  })
}
