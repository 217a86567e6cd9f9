import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPlacesTx } from '../../src/modules/estate/index.ts'
import { unfinished } from '../fuzz/unfinished.ts'
import { startWorld } from '../harness/world.ts'
import type { World } from '../harness/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

test('roles given and ended at the same moment all count for what the resident reaches', async () => {
  const { communityId, ids, owner, staff } = world.home
  const homes = Array.from({ length: 12 }, () => v7())
  await world.database.transaction([communityId], (tx) =>
    addPlacesTx(
      tx,
      communityId,
      homes.map((id, index) => ({
        id,
        kind: 'home',
        parentId: ids.entrance,
        name: String(1001 + index),
        home: { use: 'dwelling', area: 8000 },
      })),
      world.clock.now(),
    ),
  )
  const params = { id: owner.personId }
  const give = (homeId: string, role: 'tenant' | 'family') =>
    world.call('addResidency', { params, by: staff.agent, body: { id: v7(), homeId, role } })
  for (let round = 0; round < 6; round += 1) {
    const given = await Promise.all([
      give(homes[round * 2] ?? '', 'tenant'),
      give(homes[round * 2 + 1] ?? '', 'family'),
    ])
    expect(given.map((it) => it.statusCode)).toEqual([200, 200])
    const roles = (await world.ok('me', { by: owner })).communities[0]?.roles
    expect(roles?.toSorted()).toEqual(['family', 'owner', 'tenant'])
    expect(await unfinished(world)).toEqual([])

    const { residencies } = await world.ok('readPerson', { params, by: staff.agent })
    const standing = residencies.filter((it) => it.until === null && it.role !== 'owner')
    const ended = await Promise.all(
      standing.map((it) =>
        world.call('endResidency', {
          params: { id: it.id },
          by: staff.agent,
          body: { until: world.clock.now().slice(0, 10) },
        }),
      ),
    )
    expect(ended.map((it) => it.statusCode)).toEqual([200, 200])
    expect((await world.ok('me', { by: owner })).communities[0]?.roles).toEqual(['owner'])
    expect(await unfinished(world)).toEqual([])
  }
})
