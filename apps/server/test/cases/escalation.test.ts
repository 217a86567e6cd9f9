import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { escalateCase, sweepEscalations } from '../../src/modules/cases/index.ts'
import { withClient } from '../../src/platform/postgres/connect.ts'
import { rederiveAll } from '../harness/rederive.ts'
import type { Session } from '../harness/server.ts'
import { again, startWorld } from '../harness/world.ts'
import type { World } from '../harness/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

/** A repair: accept in half an hour, first response in one hour, resolve in a day, day and night. */
async function report(more: Record<string, unknown> = {}): Promise<string> {
  const id = v7()
  const { token } = await again(world, 'resident', world.home.owner)
  await world.ok('openCase', { by: { token }, body: { id, kind: 'repair', text: '厨房水管漏水', ...more } })
  return id
}
const staff = async (role: keyof World['home']['staff']): Promise<Session & { accountId: string }> =>
  again(world, 'staff', world.home.staff[role])
const view = async (id: string, role: keyof World['home']['staff'] = 'agent') =>
  world.ok('readCase', { params: { id }, by: await staff(role) })
const sweep = () => sweepEscalations(world.database, world.clock.now())
const levels = async (id: string) =>
  (await view(id)).timeline.flatMap((one) =>
    (one.escalation?.levels ?? []).map((level) => `${level.subject} ${level.level}`),
  )
const told = async (role: keyof World['home']['staff'], id: string) =>
  (await world.ok('listNotifications', { by: await staff(role) })).items
    .filter((one) => one.caseId === id)
    .map((one) => one.kind)
const rows = (id: string) =>
  withClient(world.urls.ownerUrl, async (client) => {
    await client.query(`set app.communities = '${world.home.communityId}'`)
    const found = await client.query<{ level: string; subject: string; told_by: string | null }>(
      'select subject, level, told_by from cases.escalation where case_id = $1 order by subject, at, level',
      [id],
    )
    return found.rows
  })

describe('escalation', () => {
  it('tells those who send people first, then the manager and head office, each level once', async () => {
    const id = await report()
    expect((await view(id)).nextEscalation).toMatchObject({
      subject: 'accept',
      level: '-25%',
      late: false,
      told: [{ id: world.home.staff.dispatcher.accountId }],
    })
    world.clock.advance(22 * 60 + 30)
    expect(await sweep()).toBe(1)
    expect(await sweep()).toBe(0)
    expect(await told('dispatcher', id)).toEqual(['case-due-soon'])
    world.clock.advance(8 * 60)
    await sweep()
    expect(await levels(id)).toEqual(['accept -25%', 'accept 0'])
    expect(await told('dispatcher', id)).toEqual(['case-escalated', 'case-due-soon'])
    expect(await told('manager', id)).toEqual([])
    world.clock.advance(30 * 60)
    await sweep()
    expect(await told('manager', id)).toContain('case-escalated')
    expect(await told('head-office', id)).toContain('case-escalated')
    const marked = await world.ok('listCases', { by: await staff('agent'), query: { escalated: 'true' } })
    expect(marked.items.map((one) => one.id)).toContain(id)
    expect((await world.ok('countCases', { by: await staff('agent') })).escalated).toBeGreaterThan(0)
  })

  it('shows the resident nothing of it', async () => {
    const id = await report()
    world.clock.advance(3600)
    await sweep()
    const mine = await world.ok('readCase', {
      params: { id },
      by: await again(world, 'resident', world.home.owner),
    })
    expect(mine.timeline.map((one) => one.kind)).toEqual(['opened'])
    expect(mine.nextEscalation).toBeNull()
  })

  it('catches up once after the house was down, by the highest of what was missed', async () => {
    const id = await report()
    world.clock.advance(2 * 3600)
    await sweep()
    await sweep()
    expect(await levels(id)).toEqual(['accept +100%', 'first_response +100%'])
    const noted = await rows(id)
    expect(noted.filter((row) => row.told_by === null)).toHaveLength(2)
    expect(noted).toHaveLength(8)
    expect((await told('manager', id)).length).toBe(1)
  })

  it('fires once however many sweep at the same time, and after a sweep that was cut off', async () => {
    const ids = await Promise.all([report(), report(), report()])
    world.clock.advance(31 * 60)
    const now = world.clock.now()
    // Cut off between due and told: the transaction never commits.
    const cut = {
      ...world.database,
      transaction: async (communities: readonly string[], work: never) =>
        world.database.transaction(communities, async (tx) => {
          await (work as (it: typeof tx) => Promise<unknown>)(tx)
          throw new Error('killed')
        }),
    } as typeof world.database
    await expect(
      escalateCase(cut, { communityId: world.home.communityId, caseId: ids[0] ?? '' }, now),
    ).rejects.toThrow('killed')
    expect(await levels(ids[0] ?? '')).toEqual([])
    await Promise.all([sweep(), sweep(), sweep(), sweep()])
    await sweep()
    for (const id of ids) {
      expect(await levels(id)).toEqual(['accept 0'])
      expect(await told('dispatcher', id)).toEqual(['case-escalated'])
    }
  })

  it('lets an answer of the same instant count: whoever has the lock first', async () => {
    const id = await report()
    await world.ok('acceptCase', { params: { id }, by: await staff('agent'), body: {} })
    await world.ok('replyToCase', { params: { id }, by: await staff('agent'), body: { text: '马上到' } })
    world.clock.advance(18 * 3600)
    const by = await staff('agent')
    const resumeAt = new Date(Date.parse(world.clock.now()) + 7200_000).toISOString()
    const [paused] = await Promise.all([
      world.ok('pauseCase', { params: { id }, by, body: { reason: 'awaiting-parts', resumeAt } }),
      sweep(),
    ])
    await sweep()
    const { timeline } = await view(id)
    const kinds = timeline.map((one) => one.kind)
    expect(paused.status).toBe('paused')
    // Warned before the pause or not at all, never after it.
    expect(kinds.lastIndexOf('paused')).toBe(kinds.length - 1)
  })

  it('does not stop somebody who was writing meanwhile', async () => {
    const id = await report()
    const by = await staff('agent')
    world.clock.advance(31 * 60)
    await sweep()
    await world.ok('acceptCase', { params: { id }, by: await staff('agent'), body: { expectedVersion: 1 } })
    const late = await world.refused('noteOnCase', {
      params: { id },
      by,
      body: { text: '晚了', expectedVersion: 1 },
    })
    expect(late.code).toBe('stale_version')
  })

  it('raises a pause that uses half of the time, and one that never went on', async () => {
    const id = await report()
    await world.ok('assignCase', {
      params: { id },
      by: await staff('agent'),
      body: { assigneeId: world.home.staff.worker.accountId },
    })
    await world.ok('replyToCase', { params: { id }, by: await staff('agent'), body: { text: '等配件' } })
    const resumeAt = new Date(Date.parse(world.clock.now()) + 20 * 3600_000).toISOString()
    await world.ok('pauseCase', {
      params: { id },
      by: await staff('worker'),
      body: { reason: 'awaiting-parts', resumeAt },
    })
    world.clock.advance(12 * 3600 + 1)
    await sweep()
    expect(await levels(id)).toEqual(['pause quota'])
    expect(await told('manager', id)).toEqual(['case-escalated'])
    world.clock.advance(8 * 3600 + 600)
    await sweep()
    expect(await levels(id)).toEqual(['pause quota', 'pause overdue'])
  })

  it('is never silenced: seen is noted with who and when, and the next level comes', async () => {
    const id = await report()
    const early = await world.refused('acknowledgeCase', {
      params: { id },
      by: await staff('dispatcher'),
      body: {},
    })
    expect(early.code).toBe('nothing_to_acknowledge')
    world.clock.advance(31 * 60)
    await sweep()
    expect((await view(id, 'dispatcher')).actions).toContain('acknowledge')
    await world.ok('acknowledgeCase', { params: { id }, by: await staff('dispatcher'), body: {} })
    const twice = await world.refused('acknowledgeCase', {
      params: { id },
      by: await staff('dispatcher'),
      body: {},
    })
    expect(twice.code).toBe('nothing_to_acknowledge')
    const seen = await view(id, 'dispatcher')
    expect(seen.actions).not.toContain('acknowledge')
    expect(seen.timeline.at(-1)).toMatchObject({
      kind: 'acknowledged',
      internal: true,
      actor: { name: world.home.staff.dispatcher.name },
    })
    world.clock.advance(16 * 60)
    await sweep()
    expect(await levels(id)).toEqual(['accept 0', 'accept +50%', 'first_response -25%'])
  })

  it('ends with the work: what was resolved tells nobody', async () => {
    const id = await report()
    const by = await staff('worker')
    await world.ok('assignCase', {
      params: { id },
      by: await staff('agent'),
      body: { assigneeId: by.accountId },
    })
    await world.ok('resolveCase', { params: { id }, by, body: { text: '好了', noPhotoReason: '不便' } })
    world.clock.advance(5 * 86_400)
    await sweep()
    expect(await levels(id)).toEqual([])
  })

  it('can be worked out again from the history', async () => {
    expect(await rederiveAll(world.urls.appUrl, world.urls.ownerUrl)).toEqual([])
  })
})

describe('a community’s own ladder', () => {
  const publish = async (ladder: unknown) => {
    const params = { communityId: world.home.communityId }
    const by = await staff('manager')
    const { items } = await world.ok('listPolicies', { params, by })
    const [present] = items
    if (!present) throw new Error('no policy')
    const { id: _, version, publishedAt: _at, publishedBy: _by, ...body } = present
    const rules = body.rules.map((rule) => ({ ...rule, ladder }))
    return world.call('publishPolicy', { params, by, body: { ...body, rules, expectedVersion: version } })
  }

  it('is refused when it leaves late work between those who do it, or names a moment twice', async () => {
    const own = [{ clocks: [], offset: 0, unit: 'percent', to: ['assignee'] }]
    const twice = [
      { clocks: [], offset: 0, unit: 'percent', to: ['manager'] },
      { clocks: ['accept'], offset: 0, unit: 'seconds', to: ['manager'] },
    ]
    for (const [ladder, path] of [
      [own, 'rules.0.ladder'],
      [twice, 'rules.0.ladder.1'],
    ] as const) {
      const answer = await publish(ladder)
      expect(answer.statusCode).toBe(422)
      expect(answer.json()).toMatchObject({
        code: 'policy_invalid',
        fields: expect.arrayContaining([expect.objectContaining({ path })]),
      })
    }
  })

  it('holds for cases opened from then on; those under way keep theirs', async () => {
    const before = await report()
    const answer = await publish([{ clocks: [], offset: 120, unit: 'seconds', to: ['manager'] }])
    expect(answer.statusCode).toBe(200)
    const id = await report()
    world.clock.advance(30 * 60 + 120)
    await sweep()
    expect(await levels(id)).toEqual(['accept +120s'])
    expect(await levels(before)).toEqual(['accept 0'])
  })
})
