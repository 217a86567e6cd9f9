import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appoint } from '../../src/modules/identity/index.ts'
import { settle, startWorld } from '../harness/world.ts'
import type { Community, World } from '../harness/world.ts'

let world: World
let here: Community
let there: Community

beforeAll(async () => {
  world = await startWorld()
  here = world.home
  there = await settle(world, { organizationId: here.organizationId, mark: '望江' })
  // The manager of the first community looks after the second one too.
  await world.database.transaction([there.communityId], (tx) =>
    appoint(tx, {
      accountId: here.staff.manager.accountId,
      communityId: there.communityId,
      role: 'manager',
      team: 'office',
      now: world.clock.now(),
    }),
  )
  const report = (by: { token: string }, text: string, placeId: string) =>
    world.ok('openCase', { body: { id: v7(), kind: 'repair', text, placeId, photos: [] }, by })
  await report(here.owner, '这里的水管', here.ids.homes[0])
  await report(there.owner, '那里的水管', there.ids.homes[0])
  await report(there.owner, '那里的灯', there.ids.homes[0])
})
afterAll(() => world.close())

describe('somebody who works in two communities', () => {
  const by = () => here.staff.manager
  const texts = async (query: Record<string, string>) =>
    (await world.ok('listCases', { query, by: by() })).items.map((each) => each.text).toSorted()

  it('is told of both, each with what may be done there', async () => {
    const me = await world.ok('me', { by: by() })
    expect(me.communities.map((each) => each.id).toSorted()).toEqual(
      [here.communityId, there.communityId].toSorted(),
    )
    for (const each of me.communities) expect(each.permissions).toContain('case.assign')
  })

  it('sees the cases of the one that is asked for, never of both mixed', async () => {
    expect(await texts({ communityId: here.communityId })).toEqual(['这里的水管'])
    expect(await texts({ communityId: there.communityId })).toEqual(['那里的水管', '那里的灯'].toSorted())
    expect(await texts({ communityId: there.communityId, q: '水管' })).toEqual(['那里的水管'])
    // A home or person of the second is asked for together with it: a list is of one community.
    const personId = there.owner.personId
    expect(await texts({ communityId: there.communityId, personId })).toHaveLength(2)
    expect(await texts({ communityId: here.communityId, personId })).toEqual([])
    expect((await texts({})).length).toBeLessThan(3)
  })

  it('sees counts, homes, people and staff of the one that is asked for', async () => {
    for (const [side, count] of [
      [here, 1],
      [there, 2],
    ] as const) {
      const { communityId } = side
      const asked = { params: { communityId }, by: by() }
      expect((await world.ok('countCases', { query: { communityId }, by: by() })).active).toBe(count)
      const chart = await world.ok('readChart', { ...asked, query: { lens: 'open-cases' } })
      expect(chart.buildings.map((each) => each.id)).toEqual([side.ids.building])
      const people = await world.ok('listPeople', asked)
      expect(people.items.some((each) => each.id === side.owner.personId)).toBe(true)
      const other = side === here ? there : here
      expect(people.items.some((each) => each.id === other.owner.personId)).toBe(false)
      const staff = await world.ok('listStaff', asked)
      expect(staff.items.some((each) => each.accountId === side.staff.agent.accountId)).toBe(true)
      expect(staff.items.some((each) => each.accountId === other.staff.agent.accountId)).toBe(false)
    }
  })

  it('does not open the second to a colleague who works only in the first', async () => {
    const colleague = here.staff.agent
    const asked = { query: { communityId: there.communityId }, by: colleague }
    const list = await world.call('listCases', asked)
    expect(list.statusCode === 404 || list.json<{ items: unknown[] }>().items.length === 0).toBe(true)
    expect(
      (
        await world.refused('readChart', {
          params: { communityId: there.communityId },
          query: { lens: 'area' },
          by: colleague,
        })
      ).status,
    ).toBe(404)
  })
})
