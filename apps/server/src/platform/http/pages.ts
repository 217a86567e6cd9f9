import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../refusal.ts'

/** A built web app, the path it lives under, and other paths that open it. */
export type WebApp = { directory: string; path: string; also: string[] }

/**
 * Serves the built web apps: files with a fingerprint in their name for a year, the page itself never cached,
 * and every path of the app as its page. Whether this is the demo stands in the page's head.
 */
export async function servePages(
  server: FastifyInstance,
  options: { apps: WebApp[]; demo: boolean },
): Promise<void> {
  for (const [index, app] of options.apps.entries()) {
    const page = () => pageOf(app.directory, options.demo)
    if (existsSync(app.directory)) {
      await server.register(fastifyStatic, {
        root: app.directory,
        prefix: app.path,
        index: false,
        wildcard: false,
        // The residents' build lays .br and .gz beside its files; what has none is sent as it is.
        preCompressed: true,
        decorateReply: index === 0,
        cacheControl: false,
        setHeaders(reply, path) {
          const fingerprinted = /[-.][\w-]{8,}\.(js|css|svg|woff2)(\.(br|gz))?$/.test(path)
          void reply.header(
            'cache-control',
            fingerprinted ? 'public, max-age=31536000, immutable' : 'no-cache',
          )
        },
      })
    }
    const send = (request: FastifyRequest, reply: FastifyReply) => {
      // A file that is not there is not a page of the app.
      if (/\.\w{2,5}(\?|$)/.test(request.url)) throw new Refusal('not_found')
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page())
    }
    for (const path of [app.path, `${app.path}*`, ...app.also]) server.get(path, send)
    server.get(app.path.replace(/\/$/, ''), (_request, reply) => reply.redirect(app.path))
  }
  server.get('/', (request, reply) => {
    const phone = /Mobile|Android|iPhone|MicroMessenger/i.test(request.headers['user-agent'] ?? '')
    return reply.redirect(phone ? '/app/' : '/desk/')
  })
}

function pageOf(directory: string, demo: boolean): string {
  const path = join(directory, 'index.html')
  if (!existsSync(path))
    return '<!doctype html><meta charset="utf-8"><title>掌柜</title><p>页面尚未生成：npm run build</p>'
  const html = readFileSync(path, 'utf8')
  return demo
    ? html.replace('<meta name="zhanggui-demo" content="false"', '<meta name="zhanggui-demo" content="true"')
    : html
}
