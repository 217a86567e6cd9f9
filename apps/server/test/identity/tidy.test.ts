import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { identityTasks } from '../../src/modules/identity/index.ts'
import { startWorld } from '../harness/world.ts'
import type { World } from '../harness/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ demo: true })
})
afterAll(() => world.close())

it('forgets codes, sessions and tries that are over, and nothing that is not', async () => {
  const { house } = world.database
  const count = async (table: 'identity.sign_in_code' | 'identity.session') =>
    (await house.selectFrom(table).select('id').execute()).length
  await world.ok('requestCode', { body: { phone: world.home.owner.phone } })
  const sessions = await count('identity.session')
  const tidy = () => identityTasks(world.database, world.clock.now)['identity:tidy']?.({})
  await tidy()
  expect([await count('identity.sign_in_code'), await count('identity.session')]).toEqual([1, sessions])

  world.clock.advance(2 * 86_400)
  await tidy()
  expect([await count('identity.sign_in_code'), await count('identity.session')]).toEqual([0, sessions])

  world.clock.advance(130 * 86_400)
  await house
    .insertInto('identity.session')
    .values({
      id: v7(),
      token_hash: Buffer.alloc(32, 1),
      account_id: world.home.owner.accountId,
      device: 'test',
      created_at: world.clock.now(),
      last_seen_at: world.clock.now(),
      expires_at: new Date(Date.parse(world.clock.now()) + 86_400_000).toISOString(),
    })
    .execute()
  await tidy()
  expect(await count('identity.session')).toBe(1)
})
