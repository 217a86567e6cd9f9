import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { migrate } from '../../src/platform/migrate.ts'
import { clusterIn } from '../../src/platform/postgres/cluster.ts'
import { startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { serversOf, signal, waitUntil } from '../../src/platform/postgres/processes.ts'
import { rederiveAll } from '../harness/rederive.ts'
import { settle, startHouse } from '../harness/world.ts'
import { freePort, startProgram, untilReady } from './program.ts'
import type { Program } from './program.ts'
import { write } from './writers.ts'
import type { Acknowledged } from './writers.ts'

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const directory = mkdtempSync(join(tmpdir(), 'zhanggui-crash-'))
chmodSync(directory, 0o711)
const dataDirectory = join(directory, 'data')
let program: Program | undefined

afterAll(async () => {
  program?.child.kill('SIGKILL')
  await program?.ended
  const cluster = clusterIn(dataDirectory)
  for (const pid of serversOf(cluster)) signal(pid, 'SIGKILL')
  await waitUntil(() => serversOf(cluster).length === 0, 5000)
  rmSync(directory, { recursive: true, force: true, maxRetries: 3 })
})

const kills = 20
const writers = 6

describe('a desk whose server and database are killed while people write', () => {
  it(`loses nothing it acknowledged, doubles nothing, and leaves no gap in its numbers, after ${kills} kills`, async () => {
    const token = await settleIn()
    const port = await freePort()
    const address = `http://127.0.0.1:${port}`
    const env = { PORT: String(port), ZHANGGUI_DATA: dataDirectory }
    program = startProgram(env)
    await untilReady(address, program)

    const done: Acknowledged = { opened: new Map(), noted: new Map(), tries: 0, attempted: new Set() }
    let going = true
    const writing = Promise.all(
      Array.from({ length: writers }, (_, index) => write(address, token, `柜台${index}`, () => going, done)),
    )
    writing.catch(() => (going = false))

    const killed = { database: 0, server: 0 }
    for (let round = 0; round < kills && going; round += 1) {
      await sleep(150 + Math.random() * 500)
      // Mostly one of the two, sometimes both at the same moment.
      const what = round % 5 === 4 ? 'both' : round % 2 === 0 ? 'database' : 'server'
      if (what !== 'server') {
        const pid = Number(
          readFileSync(join(clusterIn(dataDirectory).directory, 'postmaster.pid'), 'utf8').split('\n')[0],
        )
        signal(pid, 'SIGKILL')
        killed.database += 1
      }
      if (what !== 'database') {
        program.child.kill('SIGKILL')
        await program.ended
        killed.server += 1
        program = startProgram(env)
      }
      await untilReady(address, program)
    }
    going = false
    await writing
    await verify(token, done)
    expect(killed.database + killed.server).toBeGreaterThanOrEqual(kills)
    expect(done.tries, 'some acts had to be sent again').toBeGreaterThan(done.opened.size + done.noted.size)

    program.child.kill('SIGTERM')
    await program.ended
    expect(serversOf(clusterIn(dataDirectory)), 'a database left behind').toEqual([])
  }, 300_000)
})

/** Makes the community in the data directory before the program starts; answers an agent's session. */
async function settleIn(): Promise<string> {
  const database = await startEmbedded({ dataDirectory, log: quiet })
  await migrate({ ownerUrl: database.ownerUrl })
  const clock = { now: () => new globalThis.Date().toISOString(), set: () => 0, advance: () => 0 }
  const urls = { ownerUrl: database.ownerUrl, appUrl: database.appUrl, drop: async () => undefined }
  const server = await startHouse({ on: urls, clock })
  const home = await settle(server)
  await server.close()
  await database.stop()
  return home.staff.agent.token
}

async function verify(_token: string, done: Acknowledged): Promise<void> {
  const database = await currentUrls()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  try {
    const { rows: communities } = await owner.query<{ community_id: string }>(
      'select distinct community_id from identity.appointment',
    )
    await owner.query(
      `begin; set local app.communities = '${communities.map((it) => it.community_id).join(',')}'`,
    )
    const { rows: cases } = await owner.query<{
      id: string
      number: string
      version: number
      events: number
    }>(
      `select c.id, c.number, c.version, (select count(*)::int from cases.case_event e where e.community_id = c.community_id and e.case_id = c.id) as events from cases.case c`,
    )
    const byId = new Map(cases.map((it) => [it.id, it]))
    for (const [id, { number }] of done.opened)
      expect(byId.get(id)?.number, `acknowledged case ${number}`).toBe(number)
    expect(cases.length, 'every case is somebody’s acknowledged act').toBe(done.opened.size)
    const numbers = cases.map((it) => it.number).toSorted()
    const months = Map.groupBy(numbers, (it) => it.slice(0, 4))
    for (const [month, inMonth] of months) {
      expect(
        inMonth.map((it) => Number(it.slice(5))),
        `numbers of ${month}`,
      ).toEqual(inMonth.map((_, index) => index + 1))
    }
    for (const it of cases) expect(it.version, `${it.number}: one version per event`).toBe(it.events)
    const { rows: words } = await owner.query<{ text: string; times: number }>(
      `select text, count(*)::int as times from cases.case_event group by text`,
    )
    const times = new Map(words.map((it) => [it.text, it.times]))
    for (const text of done.attempted) expect(times.get(text), text).toBe(1)
    for (const { text } of done.noted.values()) expect(times.get(text), `acknowledged note ${text}`).toBe(1)
    await owner.query('rollback')
  } finally {
    await owner.end()
  }
  expect(await rederiveAll(database.appUrl, database.ownerUrl)).toEqual([])
}

/** Where the running program's database listens. */
async function currentUrls(): Promise<{ ownerUrl: string; appUrl: string }> {
  const [, , , , socket = ''] = readFileSync(
    join(clusterIn(dataDirectory).directory, 'postmaster.pid'),
    'utf8',
  ).split('\n')
  const url = (role: string) => `postgres://${role}@/zhanggui?host=${encodeURIComponent(socket)}`
  return { ownerUrl: url('zhanggui_owner'), appUrl: url('zhanggui_app') }
}
