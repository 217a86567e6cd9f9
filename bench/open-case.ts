import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { newId } from '../packages/client/src/index.ts'
import { openCase } from '../apps/server/src/modules/cases/index.ts'
import { authenticate } from '../apps/server/src/modules/identity/index.ts'
import type { Context } from '../apps/server/src/platform/context.ts'
import { openPool } from '../apps/server/src/platform/database.ts'
import { captured, pgbenchScript } from './capture.ts'
import type { Stage } from './stage.ts'

export type Load = {
  clients: number
  perSecond: number
  p50: number
  p99: number
  floorPerSecond: number
  ratio: number
}

const text = '厨房水槽下面漏水，柜子里已经积水，地板也湿了一片，麻烦尽快来看看。'

/** Opens cases over HTTP and, for the floor, runs the very same SQL by pgbench; both on the same machine, in turn. */
export async function benchOpenCase(stage: Stage, token: string, seconds: number): Promise<Load[]> {
  const script = join(stage.directory, 'open-case.sql')
  writeFileSync(script, await sameSql(stage, token))
  const loads: Load[] = []
  for (const clients of [1, 8, 32]) {
    await overHttp(stage.address, token, clients, 2)
    const http = await overHttp(stage.address, token, clients, seconds)
    const floorPerSecond = pgbench(stage, script, clients, seconds)
    loads.push({ clients, ...http, floorPerSecond, ratio: http.perSecond / floorPerSecond })
  }
  return loads
}

/** What a request sends to the database from the session to the commit, taken from the running code. */
async function sameSql(stage: Stage, token: string): Promise<string> {
  const database = openPool({ url: stage.appUrl, size: 1, onError: () => undefined })
  const now = new globalThis.Date().toISOString()
  const id = newId()
  try {
    // Once for the caches of what never changes, once to listen.
    const open = async (caseId: string) => {
      const actor = await authenticate(database, token, now)
      if (!actor) throw new Error('the session is not known')
      const act = { key: caseId, endpoint: 'openCase', fingerprint: Buffer.alloc(32, 7) }
      const context: Context = {
        actor,
        now,
        locale: 'zh-Hans',
        requestId: 'bench',
        address: '',
        device: 'bench',
        database,
        act,
      }
      await openCase(context, { id: caseId, kind: 'repair', text })
    }
    await open(newId())
    const statements = await captured(() => open(id))
    // Ids made by this very act carry its time; all others are of things that were there before.
    const time = (uuid: string) => Number.parseInt(uuid.replaceAll('-', '').slice(0, 12), 16)
    const made = statements
      .flatMap((it) => it.values)
      .filter((it): it is string => typeof it === 'string' && /^[0-9a-f-]{36}$/.test(it))
      .filter((it) => Math.abs(time(it) - time(id)) < 500)
    const ids = new Set([id, ...made])
    return pgbenchScript(statements, [...ids])
  } finally {
    await database.close()
  }
}

async function overHttp(address: string, token: string, clients: number, seconds: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const until = performance.now() + seconds * 1000
  const took: number[] = []
  const client = async () => {
    while (performance.now() < until) {
      const began = performance.now()
      await post(agent, address, token)
      took.push(performance.now() - began)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: clients }, client))
  const perSecond = took.length / ((performance.now() - began) / 1000)
  agent.destroy()
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { perSecond, p50: at(0.5), p99: at(0.99) }
}

function post(agent: Agent, address: string, token: string): Promise<void> {
  const id = newId()
  const body = JSON.stringify({ id, kind: 'repair', text })
  return new Promise((resolve, reject) => {
    const sent = request(
      `${address}/api/v1/cases`,
      {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          cookie: `zhanggui=${token}`,
          'idempotency-key': id,
        },
      },
      (answer) => {
        answer.resume()
        answer.once('end', () =>
          answer.statusCode === 200 ? resolve() : reject(new Error(`answered ${answer.statusCode}`)),
        )
      },
    )
    sent.once('error', reject)
    sent.end(body)
  })
}

function pgbench(stage: Stage, script: string, clients: number, seconds: number): number {
  const url = new URL(stage.appUrl)
  const output = execFileSync(
    pgbenchPath(),
    [
      ...['-n', '-M', 'prepared', '-f', script, '-c', String(clients), '-j', '1', '-T', String(seconds)],
      ...['-h', url.searchParams.get('host') ?? '', '-U', url.username, url.pathname.slice(1)],
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const tps = /tps = ([\d.]+)/.exec(output)?.[1]
  if (tps === undefined || !/number of failed transactions: 0/.test(output))
    throw new Error(`pgbench:\n${output}`)
  return Number(tps)
}

function pgbenchPath(): string {
  const base = '/usr/lib/postgresql'
  const found = (existsSync(base) ? readdirSync(base) : [])
    .map((it) => join(base, it, 'bin/pgbench'))
    .find((it) => existsSync(it))
  if (!found) throw new Error('pgbench is not here: apt-get install postgresql')
  return found
}
