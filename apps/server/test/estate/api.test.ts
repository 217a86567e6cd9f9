import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorld } from '../harness/world.ts'
import type { World } from '../harness/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

it('the estate answers through the API: chart, places, codes, calendars', async () => {
  const { communityId, staff, ids, calendars } = world.home
  const place = { params: { communityId }, by: staff.manager }
  const chart = await world.ok('readChart', { ...place, query: { lens: 'area' } })
  expect(chart.buildings.find((one) => one.id === ids.building)).toMatchObject({
    name: '1栋',
    floors: [{ label: '4' }, { label: '3' }, { label: '2' }, { label: '1' }],
  })
  const { items } = await world.ok('listPlaces', { ...place, query: { q: '１－１－１０１' } })
  expect(items[0]).toMatchObject({ id: ids.homes[0], label: '1栋1单元101' })
  const key = v7()
  const code = await world.ok('makePlaceCode', { params: { id: ids.lobby }, by: staff.manager, key })
  expect(await world.ok('makePlaceCode', { params: { id: ids.lobby }, by: staff.manager, key })).toEqual(code)
  // Printed again, it is the one that is up, and goes on working.
  expect(await world.ok('showPlaceCode', { params: { id: ids.lobby }, by: staff.manager })).toEqual(code)
  for (const asking of [
    { params: { id: ids.lobby }, by: staff.worker },
    { params: { id: ids.lobby } },
    { params: { id: communityId }, by: staff.manager },
  ])
    expect([401, 404]).toContain((await world.refused('showPlaceCode', asking)).status)
  const known = await world.ok('readPlaceCode', { body: { token: code.token } })
  expect(known.place).toBe('1栋1单元 大堂')
  const listed = await world.ok('listCalendars', place)
  expect(listed.items.map((one) => one.id).toSorted()).toEqual([calendars.day, calendars.night].toSorted())
  const stale = await world.refused('changePlace', {
    params: { id: ids.garden },
    body: { expectedVersion: 7, name: '花园' },
    by: staff.manager,
  })
  expect([stale.status, stale.code, stale.detail]).toEqual([409, 'stale_version', { version: 1 }])
})
