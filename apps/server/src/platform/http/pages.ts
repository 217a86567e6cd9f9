import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../refusal.ts'

/** A built web app, the path it lives under, and other paths that open it. */
export type WebApp = { directory: string; path: string; also: string[] }

/**
 * Serves the built web apps: files with a fingerprint in their name for a year, the page itself never cached,
 * and every path of the app as its page. Whether this is the demo stands in the page's head. Files are looked for
 * when they are asked for, so a build made while the program runs is served from then on.
 */
export async function servePages(
  server: FastifyInstance,
  options: { apps: WebApp[]; demo: boolean },
): Promise<void> {
  await server.register(fastifyStatic, {
    serve: false,
    index: false,
    dotfiles: 'ignore',
    // The builds lay .br and .gz beside their files; what has none is sent as it is.
    preCompressed: true,
    cacheControl: false,
    setHeaders: tellHowLong,
  })
  for (const app of options.apps) {
    const page = (reply: FastifyReply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(pageOf(app.directory, options.demo))
    server.get(`${app.path}*`, (request: FastifyRequest<{ Params: { '*': string } }>, reply) => {
      const path = request.params['*']
      if (!asksForFile(path)) return page(reply)
      // A file that is not there is not a page of the app.
      if (!/^[\w-]+([./][\w-]+)*$/.test(path)) throw new Refusal('not_found')
      return reply.sendFile(path, app.directory)
    })
    for (const path of app.also) {
      server.get(path, (request: FastifyRequest, reply) => {
        if (asksForFile(request.url.split('?')[0] ?? '')) throw new Refusal('not_found')
        return page(reply)
      })
    }
    server.get(app.path.replace(/\/$/, ''), (_request, reply) => reply.redirect(app.path))
  }
  server.get('/', (request, reply) => {
    const phone = /Mobile|Android|iPhone|MicroMessenger/i.test(request.headers['user-agent'] ?? '')
    return reply.redirect(phone ? '/app/' : '/desk/')
  })
}

const asksForFile = (path: string): boolean => /\.\w{2,12}$/.test(path) && path !== 'index.html'

function tellHowLong(reply: FastifyReply, path: string): void {
  const fingerprinted = /[-.][\w-]{8,}\.(js|css|svg|woff2)(\.(br|gz))?$/.test(path)
  void reply.header('cache-control', fingerprinted ? 'public, max-age=31536000, immutable' : 'no-cache')
  // The worker lies in /app/ and also answers for /app itself, which is where the tab for home leads.
  if (/\/service-worker\.js(\.(br|gz))?$/.test(path)) void reply.header('service-worker-allowed', '/app')
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
