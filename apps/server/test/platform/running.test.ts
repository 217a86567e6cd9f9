import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../src/platform/config.ts'
import { start } from '../../src/start.ts'
import type { Running } from '../../src/start.ts'
import { copyDatabase } from '../harness/database.ts'
import type { TestDatabase } from '../harness/database.ts'
import { settle, startHouse } from '../harness/world.ts'
import type { Community } from '../harness/world.ts'
import type { TestServer } from '../harness/server.ts'

/** Two API processes' worth of server and one worker on one database, as in production, on real ports. */
let database: TestDatabase
let settled: { server: TestServer; home: Community }
const running: Running[] = []
const files = mkdtempSync(join(tmpdir(), 'zhanggui-run-'))

beforeAll(async () => {
  database = await copyDatabase()
  const server = await startHouse({
    on: database,
    clock: { now: () => new Date().toISOString(), set: () => 0, advance: () => 0 },
  })
  settled = { server, home: await settle(server) }
  const config = readConfig(
    {
      PORT: '0',
      ZHANGGUI_DATA: files,
      DATABASE_URL: database.ownerUrl,
      DATABASE_APP_URL: database.appUrl,
      LOG_LEVEL: 'error',
      DATABASE_POOL: '4',
    },
    { demo: false },
  )
  for (const role of ['api', 'api', 'worker'] as const) running.push(await start(config, { role }))
}, 60_000)

afterAll(async () => {
  for (const it of running) await it.stop()
  await settled.server.close()
  await database.drop()
  rmSync(files, { recursive: true, force: true })
})

const ask = (api: number, path: string, by: { token: string } | undefined, init: RequestInit = {}) =>
  fetch(`${running[api]?.address}${path}`, {
    ...init,
    headers: {
      'content-type': 'application/json',
      ...(by ? { cookie: `zhanggui=${by.token}` } : {}),
    },
  })

type News = { kind: string; id: string | null; version: number | null }

/** Listens to one API's events until `count` pieces of news have come. */
async function listen(api: number, by: { token: string }, enough: (news: News[]) => boolean, ms = 8000) {
  const stop = new AbortController()
  const response = await ask(api, '/events', by, { signal: stop.signal })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const news: News[] = []
  const heard = (async () => {
    let text = ''
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      text += part.value
      const lines = text.split('\n\n')
      text = lines.pop() ?? ''
      for (const line of lines) if (line.startsWith('data: ')) news.push(JSON.parse(line.slice(6)) as News)
      if (enough(news)) break
    }
  })().catch(() => undefined)
  const timer = setTimeout(() => stop.abort(), ms)
  return async () => {
    await heard
    clearTimeout(timer)
    stop.abort()
    return news
  }
}

describe('several processes on one database', () => {
  it('tell open pages of each other’s changes, and only those who may know', async () => {
    const { home } = settled
    const id = v7()
    const desk = await listen(1, home.staff.agent, (news) => news.some((it) => it.id === id))
    const reporter = await listen(1, home.owner, (news) => news.some((it) => it.id === id))
    const neighbour = await listen(1, home.tenant, () => false, 3000)
    const opened = await ask(0, '/api/v1/cases', home.owner, {
      method: 'POST',
      body: JSON.stringify({ id, kind: 'repair', text: '漏水' }),
    })
    expect(opened.status).toBe(200)
    expect(await desk()).toContainEqual({ kind: 'case', communityId: home.communityId, id, version: 1 })
    expect((await reporter()).map((it) => it.id)).toContain(id)
    expect(await neighbour()).toEqual([])
  })

  it('run jobs in the worker: a reply is delivered to the app of a resident who has signed in', async () => {
    const { home } = settled
    const id = v7()
    await ask(0, '/api/v1/cases', home.owner, {
      method: 'POST',
      body: JSON.stringify({ id, kind: 'enquiry', text: '几点开门' }),
    })
    await ask(1, `/api/v1/cases/${id}/reply`, home.staff.agent, {
      method: 'POST',
      body: JSON.stringify({ text: '八点半' }),
    })
    const delivery = async () => {
      const seen = (await (await ask(0, `/api/v1/cases/${id}`, home.staff.agent)).json()) as {
        timeline: { kind: string; delivery: string }[]
      }
      return seen.timeline.find((it) => it.kind === 'replied')?.delivery
    }
    await expect.poll(delivery, { timeout: 8000 }).toBe('delivered')
    await ask(0, `/api/v1/cases/${id}`, home.owner)
    expect(await delivery()).toBe('read')
  })

  it('stop hearing when the session is not there', async () => {
    expect((await ask(0, '/events', undefined)).status).toBe(401)
    expect((await ask(0, '/events', { token: 'x'.repeat(43) })).status).toBe(401)
  })

  it('answer whether they live, are ready, and how they are', async () => {
    expect(await (await ask(0, '/healthz', undefined)).json()).toEqual({ status: 'ok' })
    expect((await ask(0, '/readyz', undefined)).status).toBe(200)
    const metrics = await (await ask(0, '/metrics', undefined)).text()
    expect(metrics).toContain('zhanggui_http_request_seconds_count')
    expect(metrics).not.toContain('漏水')
  })

  it('have no one-click sign-in: this is not the demo', async () => {
    const answer = await ask(0, '/api/v1/demo/sign-in', undefined, {
      method: 'POST',
      body: '{"role":"manager"}',
    })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  it('describe every endpoint, for machines and for people', async () => {
    const described = (await (await ask(0, '/openapi.json', undefined)).json()) as {
      paths: Record<string, object>
    }
    expect(Object.keys(described.paths)).toContain('/api/v1/cases/{id}')
    expect(await (await ask(0, '/api/', undefined)).text()).toContain('/api/v1/cases/{id}')
  })
})
