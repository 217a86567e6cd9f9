import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorld } from '../harness/world.ts'
import type { World } from '../harness/world.ts'
import { workbook } from './workbooks.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

it('a roster is uploaded, looked at, applied once, and its people can sign in and see their home', async () => {
  const { communityId, staff } = world.home
  const body = workbook({
    rows: [
      ['房号', '业主姓名', '手机', '建筑面积', '身份'],
      ['5-2-1203', '韩梅梅', 13_700_137_000, 101.5, '业主'],
      ['5-2-1203', '李雷', null, null, '家属'],
      ['1-1-101', '王小明', '1380', 89.37, '业主'],
    ],
  })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const roster = await world.ok('previewRoster', {
    params: { communityId },
    query: { fileName: '名册.xlsx' },
    headers: { 'content-type': type },
    body,
    by: staff.manager,
  })
  expect(roster.counts).toEqual({ rows: 3, new: 2, change: 0, same: 0, duplicate: 0, error: 1 })
  const applying = { params: { id: roster.id }, by: staff.manager }
  const refused = await world.refused('applyRoster', { ...applying, body: { mode: 'all' } })
  expect([refused.code, refused.detail]).toEqual(['roster_has_errors', { errors: 1 }])
  const key = v7()
  const applied = await world.ok('applyRoster', { ...applying, key, body: { mode: 'good-rows' } })
  expect(applied).toEqual({ homes: 1, people: 2, residencies: 2, skipped: 1 })
  expect(await world.ok('applyRoster', { ...applying, key, body: { mode: 'good-rows' } })).toEqual(applied)
  expect((await world.refused('applyRoster', { ...applying, body: { mode: 'good-rows' } })).code).toBe(
    'roster_applied',
  )
  expect(await world.ok('readRoster', applying)).toMatchObject({ state: 'applied', counts: roster.counts })

  const found = await world.ok('search', { params: { communityId }, query: { q: 'hmm' }, by: staff.agent })
  expect(found.people).toMatchObject([
    { name: '韩梅梅', phone: '137****7000', homes: [{ label: '5栋2单元1203', role: 'owner' }] },
  ])
  const [person] = found.people
  const params = { id: person?.id ?? '' }
  const { code } = await world.ok('issueSignInCode', { params, by: staff.agent })
  const session = await world.signIn('residentSignIn', { body: { phone: '137 0013 7000', code } })
  const { items } = await world.ok('listMyHomes', { by: session })
  expect(items).toMatchObject([
    {
      home: { label: '5栋2单元1203' },
      area: 10_150,
      role: 'owner',
      household: [{ name: '李*', role: 'family' }],
      nearby: [{ label: '中心花园' }],
    },
  ])

  await world.ok('revealContact', { params, body: { purpose: 'visit' }, by: staff.worker })
  const looked = await world.ok('listMyAccess', { by: session })
  expect(looked.items).toMatchObject([{ what: 'phone', purpose: 'visit' }])

  const home = await world.ok('readHome', { params: { id: items[0]?.home.id ?? '' }, by: staff.agent })
  expect(home.residents.map((one) => one.person.name)).toEqual(['韩梅梅', '李雷'])
  const residency = home.residents[0]?.residencyId ?? ''
  await world.ok('endResidency', {
    params: { id: residency },
    body: { until: '2026-11-23' },
    by: staff.agent,
  })
  // Nothing is within the reach of who has moved out.
  expect((await world.call('listMyHomes', { by: session })).statusCode).not.toBe(200)
})

it('a file that is no roster is refused as such, whatever it calls itself', async () => {
  const { communityId, staff } = world.home
  const asking = { params: { communityId }, query: { fileName: 'x.csv' }, by: staff.manager }
  const csv = { 'content-type': 'text/csv' }
  const words = await world.refused('previewRoster', { ...asking, headers: csv, body: Buffer.from('你好') })
  expect(words.code).toBe('roster_unreadable')
  const picture = await world.refused('previewRoster', {
    ...asking,
    headers: { 'content-type': 'image/png' },
    body: Buffer.from('x'),
  })
  expect(picture.code).toBe('unsupported_media_type')
})
