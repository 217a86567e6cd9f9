import fc from 'fast-check'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rederiveAll } from '../harness/rederive.ts'
import type { Session } from '../harness/server.ts'
import { again, moveIn, startWorld } from '../harness/world.ts'
import type { World } from '../harness/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

async function report(text = '厨房水管漏水', by: Session = world.home.owner, more = {}): Promise<string> {
  const id = v7()
  await world.ok('openCase', { by, body: { id, kind: 'repair', text, ...more } })
  return id
}
const view = (id: string, by: Session = world.home.staff.agent) =>
  world.ok('readCase', { params: { id }, by })
const merge = (id: string, intoId: string, more = {}, by: Session = world.home.staff.agent) =>
  world.ok('mergeCase', { params: { id }, by, body: { intoId, ...more } })
const refusedMerge = async (id: string, intoId: string, by: Session = world.home.staff.agent) =>
  (await world.refused('mergeCase', { params: { id }, by, body: { intoId } })).code
const send = (id: string) =>
  world.ok('assignCase', {
    params: { id },
    by: world.home.staff.agent,
    body: { assigneeId: world.home.staff.worker.accountId },
  })

describe('a merge', () => {
  it('ends the source, keeps its messages whose they are, and lets the wait begin with the first report', async () => {
    const first = await report('水管漏水')
    world.clock.advance(600)
    const second = await report('水管漏得更厉害了')
    await merge(first, second)
    const source = await view(first)
    expect(source).toMatchObject({ status: 'merged', mergedInto: { id: second } })
    expect(source.clocks.every((it) => it.verdict === 'cancelled')).toBe(true)
    expect(source.actions).toEqual(['unmerge'])
    const target = await view(second)
    expect(target.clocks.map((it) => it.startedAt)).toEqual(target.clocks.map(() => source.receivedAt))
    expect(target.mergedFrom.map((it) => it.id)).toEqual([first])
    expect(target.timeline.map((it) => [it.kind, it.from])).toEqual([
      ['opened', source.number],
      ['opened', null],
      ['absorbed', null],
    ])
  })

  it('is refused for itself, for a neighbour, for what is merged already, and for what is elsewhere', async () => {
    const { staff, tenant, ids } = world.home
    const one = await report()
    const neighbour = await report('水管漏水', tenant, { placeId: ids.homes[1] })
    expect(await refusedMerge(one, one)).toBe('case_merge_same')
    expect(await refusedMerge(one, neighbour)).toBe('case_merge_household')
    expect(await refusedMerge(one, v7())).toBe('not_found')
    const other = await report()
    await merge(one, other)
    const [third] = [await report()]
    expect(await refusedMerge(one, third)).toBe('case_merged')
    const told = await world.refused('mergeCase', {
      params: { id: third },
      by: staff.agent,
      body: { intoId: one },
    })
    expect(told).toMatchObject({ code: 'case_merged', detail: { into: other } })
    for (const by of [staff.worker, staff.auditor, world.home.owner])
      expect(await refusedMerge(third, other, by)).toBe('not_found')
  })

  it('takes the reports of one home together, whoever of the household made them', async () => {
    const { communityId, ids, owner } = world.home
    const spouse = await moveIn(world, {
      communityId,
      name: '陈家人',
      phone: '13866660002',
      homeId: ids.homes[0],
      role: 'family',
    })
    const mine = await report('阳台漏水')
    const theirs = await report('阳台漏水，妈妈说的', spouse)
    await merge(theirs, mine)
    // Whose report went on in it reads it, and speaks there under their own name.
    expect((await view(mine, spouse)).status).toBe('new')
    await world.ok('supplementCase', { params: { id: theirs }, by: spouse, body: { text: '还在漏' } })
    const { timeline } = await view(mine, owner)
    expect(timeline.at(-1)).toMatchObject({ kind: 'supplemented', actor: { name: '陈家人' }, from: null })
  })

  it('opens a finished target again, or is refused when its window is over', async () => {
    const { staff, owner } = world.home
    const done = await report()
    await send(done)
    await world.ok('resolveCase', {
      params: { id: done },
      by: staff.worker,
      body: { text: '好了', noPhotoReason: '夜间' },
    })
    await merge(await report('又漏了'), done)
    expect(await view(done)).toMatchObject({ status: 'open', cycle: 2 })
    await world.ok('resolveCase', {
      params: { id: done },
      by: staff.worker,
      body: { text: '好了', noPhotoReason: '夜间' },
    })
    await world.ok('confirmCase', { params: { id: done }, by: owner })
    world.clock.advance(8 * 86_400)
    world.home.staff.agent = await again(world, 'staff', staff.agent)
    world.home.staff.worker = await again(world, 'staff', staff.worker)
    world.home.staff.manager = await again(world, 'staff', staff.manager)
    world.home.owner = await again(world, 'resident', owner)
    expect(await refusedMerge(await report('还漏'), done)).toBe('case_reopen_window_over')
  })

  it('tells the assignee of the target, and the resident only when ticked', async () => {
    const { owner, staff } = world.home
    const told = async (by: Session) =>
      (await world.ok('listNotifications', { by })).items.filter((it) => it.kind === 'case-merged').length
    const before = [await told(staff.worker), await told(owner)]
    const target = await report()
    await send(target)
    await merge(await report(), target)
    expect([await told(staff.worker), await told(owner)]).toEqual([(before[0] ?? 0) + 1, before[1]])
    await merge(await report(), target, { tellResident: true })
    expect(await told(owner)).toBe((before[1] ?? 0) + 1)
  })

  it('by two people at the same instant is done once', async () => {
    const [a, b, c] = [await report(), await report(), await report()]
    const { staff } = world.home
    const answers = await Promise.all([
      world.call('mergeCase', { params: { id: a }, by: staff.agent, body: { intoId: b } }),
      world.call('mergeCase', { params: { id: a }, by: staff.manager, body: { intoId: c } }),
    ])
    expect(answers.map((it) => it.statusCode).toSorted()).toEqual([200, 409])
    const across = await Promise.all([
      world.call('mergeCase', { params: { id: b }, by: staff.agent, body: { intoId: c } }),
      world.call('mergeCase', { params: { id: c }, by: staff.manager, body: { intoId: b } }),
    ])
    expect(across.map((it) => it.statusCode).toSorted()).toEqual([200, 409])
  })
})

describe('what comes to a merged case later', () => {
  it('goes to the end of the chain and opens it again when it was finished', async () => {
    const { owner, staff } = world.home
    const [a, b, c] = [await report(), await report(), await report()]
    await merge(a, b)
    await merge(b, c)
    await world.ok('supplementCase', { params: { id: a }, by: owner, body: { text: '天花板也湿了' } })
    expect((await view(c)).timeline.at(-1)).toMatchObject({
      kind: 'supplemented',
      text: '天花板也湿了',
      from: null,
    })
    await send(c)
    await world.ok('resolveCase', {
      params: { id: c },
      by: staff.worker,
      body: { text: '好了', noPhotoReason: '夜间' },
    })
    await world.ok('supplementCase', { params: { id: a }, by: owner, body: { text: '又漏' } })
    expect(await view(c)).toMatchObject({ status: 'open', cycle: 2 })
    expect((await view(a)).mergedInto?.id).toBe(c)
    expect(
      (await world.refused('noteOnCase', { params: { id: a }, by: staff.agent, body: { text: '看' } })).code,
    ).toBe('case_status')
  })

  it('by a secret link shows and reaches the case it goes on in', async () => {
    const { ids, staff } = world.home
    const { token } = await world.ok('makePlaceCode', { params: { id: ids.homes[0] }, by: staff.manager })
    const [a, b] = [v7(), await report('门锁还是坏')]
    const first = await world.ok('openPublicCase', {
      body: { id: a, token, kind: 'repair', text: '门锁坏了' },
    })
    const other = await view(b)
    await merge(a, b)
    const followed = await world.ok('readPublicCase', { body: { secret: first.secret } })
    expect(followed).toMatchObject({ number: other.number, status: 'new' })
    await world.ok('supplementPublicCase', { body: { id: v7(), secret: first.secret, text: '钥匙也断了' } })
    expect((await view(b)).timeline.at(-1)).toMatchObject({ text: '钥匙也断了', from: null })
  })
})

describe('taking a merge back', () => {
  it('gives each its own messages and clocks again; what came later stays', async () => {
    const { owner, staff } = world.home
    const a = await report('漏水')
    world.clock.advance(900)
    const b = await report('漏水，二报')
    const before = await view(a)
    await merge(a, b)
    await world.ok('supplementCase', { params: { id: a }, by: owner, body: { text: '合并之后说的' } })
    await world.ok('unmergeCase', { params: { id: a }, by: staff.agent })
    const [source, target] = [await view(a), await view(b)]
    expect(source).toMatchObject({ status: 'open', mergedInto: null })
    expect(source.clocks.map((it) => [it.kind, it.startedAt, it.deadline])).toEqual(
      before.clocks.map((it) => [it.kind, it.startedAt, it.deadline]),
    )
    expect(target.clocks.map((it) => it.startedAt)).toEqual(target.clocks.map(() => target.receivedAt))
    expect(target.timeline.filter((it) => it.from !== null)).toEqual([])
    expect(target.timeline.map((it) => it.text)).toContain('合并之后说的')
    expect((await world.refused('unmergeCase', { params: { id: a }, by: staff.agent })).code).toBe(
      'case_not_merged',
    )
  })

  it('is over after thirty days', async () => {
    const [a, b] = [await report(), await report()]
    await merge(a, b)
    world.clock.advance(30 * 86_400 + 1)
    const manager = await again(world, 'staff', world.home.staff.manager)
    expect((await world.refused('unmergeCase', { params: { id: a }, by: manager })).code).toBe(
      'case_unmerge_too_late',
    )
    world.home.staff.agent = await again(world, 'staff', world.home.staff.agent)
  })

  it('restores the partition of messages, whatever was merged and taken back in which order', async () => {
    const { staff, owner } = world.home
    const alive = await again(world, 'resident', owner)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ from: fc.nat(4), to: fc.nat(4), undo: fc.boolean() }), {
          minLength: 1,
          maxLength: 10,
        }),
        async (acts) => {
          const ids: string[] = []
          for (let at = 0; at < 5; at += 1) ids.push(await report(`第${at}件`, alive))
          const parent: (number | null)[] = ids.map(() => null)
          const rootOf = (at: number): number =>
            parent[at] === null || parent[at] === undefined ? at : rootOf(parent[at])
          for (const { from, to, undo } of acts) {
            const answer = undo
              ? await world.call('unmergeCase', { params: { id: ids[from] ?? '' }, by: staff.agent })
              : await world.call('mergeCase', {
                  params: { id: ids[from] ?? '' },
                  by: staff.agent,
                  body: { intoId: ids[to] ?? '' },
                })
            const may = undo
              ? parent[from] !== null
              : from !== to && parent[from] === null && parent[to] === null
            expect(answer.statusCode === 200, answer.body).toBe(may)
            if (may) parent[from] = undo ? null : to
            for (const [at, id] of ids.entries()) {
              const { timeline, mergedInto } = await view(id)
              const texts = timeline.flatMap((it) => (it.kind === 'opened' ? [it.text] : [])).toSorted()
              const beneath = ids.flatMap((_, one) => (isBeneath(parent, one, at) ? [`第${one}件`] : []))
              expect(texts).toEqual(beneath.toSorted())
              expect(mergedInto?.id ?? id).toBe(ids[rootOf(at)])
            }
          }
        },
      ),
      { numRuns: 6 },
    )
    expect(await rederiveAll(world.urls.appUrl, world.urls.ownerUrl)).toEqual([])
  })
})

function isBeneath(parent: readonly (number | null)[], at: number, root: number): boolean {
  for (let now: number | null | undefined = at; now !== null && now !== undefined; now = parent[now]) {
    if (now === root) return true
  }
  return false
}

describe('asking again and relating', () => {
  it('counts who asks again, tells who works on it, and changes neither status nor deadline', async () => {
    const { staff } = world.home
    const owner = await again(world, 'resident', world.home.owner)
    const id = await report('路灯不亮', owner)
    await send(id)
    const before = await view(id)
    await world.ok('urgeCase', { params: { id }, by: owner })
    await world.ok('urgeCase', { params: { id }, by: staff.agent, body: { text: '电话里再催一次' } })
    const after = await view(id)
    expect(after).toMatchObject({ recontacts: 2, status: before.status })
    expect(after.clocks.map((it) => it.deadline)).toEqual(before.clocks.map((it) => it.deadline))
    const worker = await again(world, 'staff', staff.worker)
    const { items } = await world.ok('listNotifications', { by: worker })
    expect(items.filter((it) => it.kind === 'case-urged' && it.caseId === id)).toHaveLength(2)
    const tenant = await again(world, 'resident', world.home.tenant)
    expect((await world.refused('urgeCase', { params: { id }, by: tenant })).code).toBe('not_found')
  })

  it('relates two cases of any homes, seen from both, until it ends', async () => {
    const { staff, ids } = world.home
    const tenant = await again(world, 'resident', world.home.tenant)
    const a = await report('天花板漏水', await again(world, 'resident', world.home.owner))
    const b = await report('地漏返水', tenant, { placeId: ids.homes[1] })
    const relate = (more = {}) =>
      world.ok('relateCase', { params: { id: a }, by: staff.agent, body: { otherId: b, ...more } })
    await relate()
    await relate()
    expect((await view(a)).links.map((it) => it.id)).toEqual([b])
    expect((await view(b)).links.map((it) => it.id)).toEqual([a])
    expect((await view(b, tenant)).links).toEqual([])
    await relate({ end: true })
    expect((await view(a)).links).toEqual([])
  })
})
