import sharp from 'sharp'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld } from '../harness/world.ts'
import type { World } from '../harness/world.ts'

let world: World
let token: string
beforeAll(async () => {
  world = await startWorld()
  token = (
    await world.ok('makePlaceCode', { params: { id: world.home.ids.lobby }, by: world.home.staff.manager })
  ).token
})
afterAll(() => world.close())

let visitors = 0
const address = () => `10.1.${Math.floor(++visitors / 200)}.${(visitors % 200) + 1}`
const report = (more: Record<string, unknown> = {}, from = address()) =>
  world.ok('openPublicCase', {
    body: { id: v7(), token, kind: 'repair', text: '大堂灯不亮', ...more },
    address: from,
  })

describe('a report by QR code', () => {
  it('needs no account, is seen by the desk, and is followed by its secret link', async () => {
    expect(await world.ok('readPlaceCode', { body: { token } })).toEqual({
      community: world.home.communityName,
      place: expect.stringContaining('大堂'),
      phones: [],
    })
    const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const photo = await world.ok('uploadPublicFile', {
      query: { token },
      body: png,
      headers: { 'content-type': 'image/png' },
    })
    const { number, secret } = await report({ phone: '138 0013 8000', name: '张先生', photos: [photo.id] })
    const desk = await world.ok('listCases', { by: world.home.staff.agent, query: { status: 'new' } })
    const it = desk.items.find((one) => one.number === number)
    expect(it).toMatchObject({ channel: 'qr', reporter: '张先生', place: { id: world.home.ids.lobby } })
    const seen = await world.ok('readCase', { params: { id: it?.id ?? '' }, by: world.home.staff.agent })
    expect(seen).toMatchObject({ photos: [photo.id], person: { phone: '138****8000' } })

    const id = it?.id ?? ''
    const { staff } = world.home
    await world.ok('assignCase', {
      params: { id },
      by: staff.agent,
      body: { assigneeId: staff.worker.accountId },
    })
    await world.ok('noteOnCase', { params: { id }, by: staff.agent, body: { text: '内部备注' } })
    await world.ok('resolveCase', {
      params: { id },
      by: staff.worker,
      body: { text: '已换灯', noPhotoReason: '夜间' },
    })
    const followed = await world.ok('readPublicCase', { body: { secret } })
    expect(followed).toMatchObject({
      number,
      status: 'resolved',
      actions: ['supplement', 'confirm', 'reject'],
    })
    expect(JSON.stringify(followed)).not.toContain('内部备注')
    expect(JSON.stringify(followed)).not.toContain('13800138000')
    await world.ok('answerPublicCase', { body: { id: v7(), secret, answer: 'reject', reason: '还是不亮' } })
    expect((await world.ok('readPublicCase', { body: { secret } })).status).toBe('open')
  })

  it('is one case when it is sent twice, and both links lead to it', async () => {
    const body = { id: v7(), token, kind: 'repair', text: '门禁坏了', name: '路人' }
    const from = address()
    const key = v7()
    const [one, two] = [
      await world.ok('openPublicCase', { body, key, address: from }),
      await world.ok('openPublicCase', { body, key, address: from }),
    ]
    expect(two.number).toBe(one.number)
    for (const { secret } of [one, two])
      expect((await world.ok('readPublicCase', { body: { secret } })).number).toBe(one.number)
    const people = await world.ok('listPeople', {
      params: { communityId: world.home.communityId },
      by: world.home.staff.agent,
      query: { q: '路人' },
    })
    expect(people.items).toHaveLength(1)
  })

  it('is refused when other words come under the id of an earlier report', async () => {
    const body = { id: v7(), token, kind: 'repair', text: '门禁坏了' }
    const from = address()
    const first = await world.ok('openPublicCase', { body, key: null, address: from })
    expect((await world.ok('openPublicCase', { body, key: null, address: from })).number).toBe(first.number)
    expect(
      await world.refused('openPublicCase', { body: { ...body, text: '别的事' }, key: null, address: from }),
    ).toMatchObject({ status: 409, code: 'key_reused' })
  })

  it('does not tie itself to a resident who happens to have that phone', async () => {
    const { number } = await report({ phone: world.home.owner.phone, name: '冒充者' })
    const mine = await world.ok('listCases', { by: world.home.owner })
    expect(mine.items.map((it) => it.number)).not.toContain(number)
  })

  it('is limited by address, and says how long to wait', async () => {
    const from = address()
    for (let turn = 0; turn < 10; turn += 1) await report({}, from)
    const refused = await world.refused('openPublicCase', {
      body: { id: v7(), token, kind: 'repair', text: '又来' },
      address: from,
    })
    expect(refused).toMatchObject({
      status: 429,
      code: 'too_many_tries',
      detail: { retryAfterSeconds: expect.any(Number) },
    })
  })

  it('ends with its code: a new one makes the old one void', async () => {
    const { garden } = world.home.ids
    const by = world.home.staff.manager
    const old = await world.ok('makePlaceCode', { params: { id: garden }, by })
    const fresh = await world.ok('makePlaceCode', { params: { id: garden }, by })
    expect(await world.refused('readPlaceCode', { body: { token: old.token } })).toMatchObject({
      status: 404,
      code: 'link_invalid',
    })
    expect((await world.ok('readPlaceCode', { body: { token: fresh.token } })).place).toBe('中心花园')
  })

  it('tells nothing to a guessed secret', async () => {
    expect(await world.refused('readPublicCase', { body: { secret: 'a'.repeat(32) } })).toMatchObject({
      status: 404,
      code: 'link_invalid',
    })
  })
})
