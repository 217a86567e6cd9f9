import fastifySwagger from '@fastify/swagger'
import { refusals } from '@zhanggui/contract'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'

/** Makes the OpenAPI description from the contract; must be registered before the endpoints are bound. */
export async function describeApi(server: FastifyInstance): Promise<void> {
  await server.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Zhanggui 掌柜',
        version: '1',
        description:
          'Posts take an Idempotency-Key (a UUID): the same act sent again has no second effect. Refusals are problem details (RFC 9457) with a code.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        schemas: {
          Problem: {
            type: 'object',
            required: ['type', 'status', 'code', 'title', 'texts', 'request'],
            properties: {
              type: { type: 'string' },
              status: { type: 'integer' },
              code: { type: 'string', enum: Object.keys(refusals) },
              title: { type: 'string' },
              texts: {
                type: 'object',
                properties: { 'zh-Hans': { type: 'string' }, en: { type: 'string' } },
              },
              fields: { type: 'array', items: { type: 'object' } },
              detail: { type: 'object' },
              request: { type: 'string' },
            },
          },
        },
      },
    },
    transform: jsonSchemaTransform,
  })
}

type Operation = {
  summary?: string
  description?: string
  operationId?: string
  requestBody?: unknown
  parameters?: unknown[]
  responses?: unknown
}

/** `/openapi.json` and the same as a page to read, at `/api/`. */
export function serveApiDescription(server: FastifyInstance): void {
  server.get('/openapi.json', async () => server.swagger())
  server.get('/api', (_request, reply) => reply.redirect('/api/'))
  server.get('/api/', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(pageOf(server.swagger() as never)),
  )
}

function pageOf(description: { paths: Record<string, Record<string, Operation>> }): string {
  const rows = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, it]) => ({ path, method: method.toUpperCase(), ...it })),
  )
  const part = (title: string, it: unknown) =>
    it ? `<h3>${title}</h3><pre>${escape(JSON.stringify(it, null, 2))}</pre>` : ''
  const body = rows
    .filter((it) => it.operationId)
    .map(
      (
        it,
      ) => `<details id="${escape(it.operationId ?? '')}"><summary><b>${it.method}</b> <code>${escape(it.path)}</code> ${escape(it.summary ?? '')} <i>${escape(it.description ?? '')}</i></summary>
${part('参数 Parameters', it.parameters)}${part('请求 Body', it.requestBody)}${part('回答 Answer', it.responses)}</details>`,
    )
    .join('\n')
  return `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>掌柜 API</title>
<style>body{font:15px/1.6 system-ui,sans-serif;max-width:1000px;margin:32px auto;padding:0 16px;color:#1f2a37;background:#faf8f3}
details{background:#fff;border:1px solid #e6e2d8;border-radius:8px;margin:8px 0;padding:8px 14px}summary{cursor:pointer}summary b{display:inline-block;width:48px;color:#2f7d6b}
i{color:#64748b;font-style:normal;font-size:12px}pre{overflow:auto;font-size:12px;background:#f4f2ec;padding:10px;border-radius:6px}h3{font-size:13px;margin:10px 0 4px}</style>
<h1>掌柜 API</h1><p>机器可读的描述 / machine-readable: <a href="/openapi.json">/openapi.json</a>. ${rows.length} 个端点 endpoints.</p>
${body}</html>`
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
