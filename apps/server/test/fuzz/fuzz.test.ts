import type { EndpointName } from '@zhanggui/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wakeCase } from '../../src/modules/cases/index.ts'
import { withClient } from '../../src/platform/postgres/connect.ts'
import { rederiveAll } from '../harness/rederive.ts'
import type { Asking, TestServer } from '../harness/server.ts'
import { startHouse } from '../harness/world.ts'
import { endpointNames, exampleOf } from '../matrix/examples.ts'
import type { At } from '../matrix/examples.ts'
import { layGround } from '../matrix/ground.ts'
import type { Ground } from '../matrix/ground.ts'
import { unfinished } from './unfinished.ts'
import { pictures, rosters } from './files.ts'
import { faultsOf } from './invariants.ts'
import { plan } from './plans.ts'
import type { Plan } from './plans.ts'
import { learn, remember } from './pool.ts'
import { callerOf, requestOf } from './send.ts'
import type { Town } from './send.ts'
import { layTown, restore } from './town.ts'

const requests = 20_400
const together = 6
// Another seed asks other things: ZHANGGUI_FUZZ_SEED=7 npx vitest run apps/server/test/fuzz
const seed = Number(process.env['ZHANGGUI_FUZZ_SEED'] ?? 20_261_123)

let server: TestServer
let ground: Ground
let town: Town
beforeAll(async () => {
  server = await startHouse()
  ground = await layGround(server)
  town = await layTown(server, ground, { pictures: await pictures(), rosters: rosters() })
})
afterAll(() => server.close())

const answered = new Map<EndpointName, number>()
const faults = new Map<string, string>()
const codes = new Map<string, number>()
let asked = 0
let slowest = { ms: 0, name: '' }

describe(`${requests} requests, most of them broken`, () => {
  it('get the answer of the contract or a refusal of it, and nothing of anybody else’s', async () => {
    let round = 0
    await fc.assert(
      fc.asyncProperty(fc.array(plan, { minLength: together, maxLength: together }), async (plans) => {
        round += 1
        if (round % 20 === 0) await betweenTimes(round)
        await Promise.all(plans.map(send))
      }),
      { numRuns: requests / together, seed },
    )
    // Shown all at once, one of each kind: what happened in between can not be undone, so nothing could be made smaller.
    expect([...faults.values()]).toEqual([])
    expect(asked).toBeGreaterThanOrEqual(20_000)
  }, 600_000)

  it('were not all in vain: every endpoint was reached, and every kind of refusal that can be', () => {
    const inVain = endpointNames.filter((name) => !answered.has(name))
    // No demo, and no service to send codes with.
    expect(inVain.toSorted()).toEqual(['demoSignIn', 'requestCode'])
    const good = [...answered.values()].reduce((sum, it) => sum + it, 0)
    expect(good / asked).toBeGreaterThan(0.15)
    expect([...codes.keys()]).toEqual(
      expect.arrayContaining([
        'bad_json',
        'bad_request',
        'invalid_fields',
        'unsupported_media_type',
        'body_too_large',
        'key_reused',
        'not_signed_in',
        'origin_refused',
        'not_found',
        'method_not_allowed',
        'stale_version',
        'case_status',
        'case_needs_evidence',
        'place_unknown',
        'photo_unknown',
        'file_type_refused',
        'file_unreadable',
        'file_too_large',
      ]),
    )
    // A bound for something that hangs, not for speed: the machine does other things besides.
    expect(slowest.ms, slowest.name).toBeLessThan(15_000)
  })

  it('left nothing half-done: cases follow from their events, numbers have no gaps', async () => {
    expect(await rederiveAll(server.urls.appUrl, server.urls.ownerUrl)).toEqual([])
    expect(await unfinished(server)).toEqual([])
  })
})

async function send(planned: Plan): Promise<void> {
  asked += 1
  const it = singled(planned, asked)
  const { caller, options, ids, meets } = requestOf(it, town, it.ripe ? await ripe(it) : undefined)
  remember(town.pool.own.key, String(options.headers?.['idempotency-key'] ?? ''))
  const began = performance.now()
  const answer = await server.app.inject(options)
  const ms = performance.now() - began
  if (ms > slowest.ms) slowest = { ms, name: it.name }
  if (answer.statusCode === 200 && options.method !== 'HEAD') {
    if (meets) answered.set(meets, (answered.get(meets) ?? 0) + 1)
    if (meets && answer.headers['content-type'] !== 'image/jpeg') learn(town.pool, meets, answer.json())
  } else if (options.method !== 'HEAD' && answer.statusCode >= 400) {
    const { code } = answer.json<{ code: string }>()
    codes.set(code, (codes.get(code) ?? 0) + 1)
  }
  for (const fault of faultsOf(meets, caller, answer, { method: String(options.method) })) {
    const kind = `${it.name} ${fault.slice(0, 60)}`
    if (faults.has(kind) || faults.size > 40) continue
    faults.set(
      kind,
      `${caller.name}: ${String(options.method)} ${typeof options.url === 'string' ? options.url.slice(0, 300) : ''} ${JSON.stringify(options.headers)} ${shown(options.payload)} [${ids.join(' ')}]: ${fault}`,
    )
  }
}

/** Now and then a body of ten megabytes; and each of the odd files once for certain, whatever chance picks. */
function singled(planned: Plan, nth: number): Plan {
  if (nth % 2000 === 0) return { ...planned, damage: 'huge' }
  if (nth % 400 !== 1) return planned
  return {
    ...planned,
    name: 'uploadFile',
    ripe: true,
    breaks: [],
    damage: 'none',
    wire: {},
    file: (nth - 1) / 400,
  }
}

/** A request on something made for it; none when whoever should make it was thrown out meanwhile. */
async function ripe(it: Plan): Promise<Asking<EndpointName> | undefined> {
  const caller = callerOf(it, town)
  const side = ground.sides.own
  const holder = caller.holder ?? side.first
  const at: At = { server, side, holder, caller, absent: false, mine: true }
  return Promise.resolve(exampleOf(it.name)(at)).catch(() => undefined)
}

const shown = (payload: unknown): string =>
  Buffer.isBuffer(payload) ? JSON.stringify(payload.subarray(0, 1500).toString()) : ''

/** Time goes by, timers fire, limits start anew, and whoever was thrown out comes in again. */
async function betweenTimes(round: number): Promise<void> {
  server.clock.advance(97)
  await withClient(server.urls.ownerUrl, (client) => client.query('delete from platform.rate_limit'))
  const { communityId } = ground.sides.own
  const due = await server.database.transaction([communityId], (tx) =>
    tx
      .selectFrom('cases.case')
      .select('id')
      .where('community_id', '=', communityId)
      .where('wake_at', '<=', server.clock.now())
      .execute(),
  )
  for (const it of due) await wakeCase(server.database, { communityId, caseId: it.id }, server.clock.now())
  if (round % 40 === 0) await restore(server, ground, town)
}
