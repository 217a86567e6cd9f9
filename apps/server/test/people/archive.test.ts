import { v7 } from 'uuid'
import type { HomeUse, ResidentRole } from '@zhanggui/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addPlacesTx } from '../../src/modules/estate/index.ts'
import { addPerson } from '../../src/modules/people/actions/add-person.ts'
import { addResidency } from '../../src/modules/people/actions/add-residency.ts'
import { changePerson } from '../../src/modules/people/actions/change-person.ts'
import { endResidency } from '../../src/modules/people/actions/end-residency.ts'
import { issueSignInCode } from '../../src/modules/people/actions/issue-sign-in-code.ts'
import { listMyHomes } from '../../src/modules/people/actions/list-my-homes.ts'
import { listPeople } from '../../src/modules/people/actions/list-people.ts'
import { readHome } from '../../src/modules/people/actions/read-home.ts'
import { readPerson } from '../../src/modules/people/actions/read-person.ts'
import { recordConsent } from '../../src/modules/people/actions/record-consent.ts'
import { revealContact } from '../../src/modules/people/actions/reveal-contact.ts'
import { search } from '../../src/modules/people/actions/search.ts'
import type { Context } from '../../src/platform/context.ts'
import { asOwner, openHouse, refusalOf } from '../estate/house.ts'
import type { House } from '../estate/house.ts'

let house: House
let communityId: string
let agent: Context
let homes: { first: string; second: string; stall: string }

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

beforeEach(async () => {
  communityId = await house.community()
  agent = await house.actor([communityId], ['agent'])
  const [building, entrance, first, second, stall] = [v7(), v7(), v7(), v7(), v7()]
  homes = { first, second, stall }
  const facts = (use: HomeUse, area: number) => ({ use, area, handoverOn: null })
  await house.database.transaction([communityId], (tx) =>
    addPlacesTx(
      tx,
      communityId,
      [
        { id: building, kind: 'building', parentId: null, name: '3栋' },
        { id: entrance, kind: 'entrance', parentId: building, name: '1单元' },
        { id: first, kind: 'home', parentId: entrance, name: '502', home: facts('dwelling', 8937) },
        { id: second, kind: 'home', parentId: entrance, name: '503', home: facts('dwelling', 10_200) },
        { id: stall, kind: 'home', parentId: building, name: 'B1-117', home: facts('parking', 1272) },
        { id: v7(), kind: 'common', parentId: entrance, name: '电梯' },
        { id: v7(), kind: 'common', parentId: building, name: '大堂' },
        { id: v7(), kind: 'common', parentId: null, name: '中心花园' },
      ],
      house.now,
    ),
  )
})

const person = (name: string, phone: string | null = null, who = agent) =>
  addPerson(who, { params: { communityId }, body: { id: v7(), name, phone, note: '' } } as never)
const live = (id: string, homeId: string, role: ResidentRole = 'owner', since: string | null = null) =>
  addResidency(agent, { params: { id }, body: { id: v7(), homeId, role, since } } as never)
const look = async (q: string, who = agent) =>
  search(who, { params: { communityId }, query: { q } } as never, async () => [])
const names = async (q: string) => (await look(q)).people.map((it) => it.name)
const holdings = (personId: string) =>
  asOwner<{ phone: string; roles: string[] }>(
    house,
    [],
    `select phone, roles from identity.phone_holding where person_id = '${personId}'`,
  )

describe('the archive of a person', () => {
  test('keeps a phone in one form, shows it masked, and refuses what is no number', async () => {
    const wang = await person('王小明', '+86 138-0013-8000')
    expect(wang).toMatchObject({ name: '王小明', phone: '138****8000', residencies: [], version: 1 })
    expect(await holdings(wang.id)).toEqual([{ phone: '13800138000', roles: [] }])
    expect(await refusalOf(person('李雷', '1380013800'))).toEqual({
      code: 'phone_invalid',
      fields: [{ path: 'phone', problem: 'bad_format' }],
    })
    const change = (body: object) => changePerson(agent, { params: { id: wang.id }, body } as never)
    const changed = await change({ expectedVersion: 1, phone: '010 8765 4321', note: '晚上联系' })
    expect(changed).toMatchObject({ phone: '010-****4321', note: '晚上联系', version: 2 })
    expect(await refusalOf(change({ expectedVersion: 1, name: '王晓明' }))).toEqual({
      code: 'stale_version',
      detail: { version: 2 },
    })
    expect(await change({ expectedVersion: 2, phone: null })).toMatchObject({ phone: null, note: '晚上联系' })
    expect(await holdings(wang.id)).toEqual([])
  })

  test('holds roles in homes: once at a time, ended on a day that has come, and sign-in follows', async () => {
    const wang = await person('王小明', '13800138000')
    const owner = await live(wang.id, homes.first, 'owner', '2020-05-01')
    expect(owner).toMatchObject({
      version: 2,
      residencies: [
        { home: { kind: 'home', label: '3栋1单元502' }, role: 'owner', since: '2020-05-01', until: null },
      ],
    })
    expect(await refusalOf(live(wang.id, homes.first, 'tenant'))).toEqual({ code: 'residency_exists' })
    expect(await refusalOf(live(wang.id, v7()))).toMatchObject({ code: 'place_unknown' })
    await live(wang.id, homes.stall, 'tenant')
    expect(await holdings(wang.id)).toEqual([{ phone: '13800138000', roles: ['owner', 'tenant'] }])
    const id = owner.residencies[0]?.id ?? ''
    const end = (until: string) => endResidency(agent, { params: { id }, body: { until } } as never)
    // 08:00 UTC on the 23rd is the 23rd in Shanghai.
    expect(await refusalOf(end('2026-11-24'))).toMatchObject({
      fields: [{ path: 'until', problem: 'too_big' }],
    })
    expect(await refusalOf(end('2020-04-30'))).toMatchObject({
      fields: [{ path: 'until', problem: 'too_small' }],
    })
    const moved = await end('2026-11-23')
    expect(moved.residencies.map((it) => [it.home.label, it.until])).toEqual([
      ['3栋B1-117', null],
      ['3栋1单元502', '2026-11-23'],
    ])
    expect(await holdings(wang.id)).toEqual([{ phone: '13800138000', roles: ['tenant'] }])
    await live(wang.id, homes.first, 'family')
  })

  test('remembers consents as given and withdrawn, with who entered them', async () => {
    const wang = await person('王小明')
    const consent = (who: Context, given: boolean) =>
      recordConsent(who, { params: { id: wang.id }, body: { kind: 'care', given } } as never)
    await consent(agent, true)
    const after = await consent({ ...agent, now: '2026-11-24T08:00:00.000Z' }, false)
    expect(after.consents).toEqual([
      { kind: 'care', given: false, at: '2026-11-24T08:00:00.000Z', by: '林小雨' },
      { kind: 'care', given: true, at: '2026-11-23T08:00:00.000Z', by: '林小雨' },
    ])
    await expect(asOwner(house, [communityId], `delete from people.consent`)).rejects.toThrow(/append-only/)
  })

  test('whoever opens it or sees the number is written down, and the number lies nowhere else', async () => {
    const wang = await person('王小明', '13800138000')
    await live(wang.id, homes.first)
    await readPerson(agent, wang.id)
    await readHome(agent, homes.first)
    const key = { key: v7(), endpoint: 'revealContact', fingerprint: Buffer.from('a') }
    const reveal = () =>
      revealContact({ ...agent, act: key }, {
        params: { id: wang.id },
        body: { purpose: 'call-back' },
      } as never)
    expect(await reveal()).toEqual({ phone: '13800138000', hideAfterSeconds: 30 })
    expect(await reveal()).toEqual({ phone: '13800138000', hideAfterSeconds: 30 })
    const entries = await asOwner(
      house,
      [communityId],
      `select account_name, role, what, purpose from identity.access_entry
       where person_id = '${wang.id}' order by at, id`,
    )
    const own = { account_name: '林小雨', role: 'agent' }
    expect(entries).toEqual([
      { ...own, what: 'archive', purpose: null },
      { ...own, what: 'archive', purpose: null },
      { ...own, what: 'phone', purpose: 'call-back' },
    ])
    const acts = await asOwner<{ outcome: unknown }>(
      house,
      [],
      `select outcome from platform.act where key = '${key.key}'`,
    )
    expect(JSON.stringify(acts)).not.toContain('13800138000')
  })

  test('a sign-in code is handed to who has a number', async () => {
    const silent = await person('李雷')
    const wang = await person('王小明', '13800138000')
    expect(await refusalOf(issueSignInCode(agent, silent.id))).toEqual({
      code: 'phone_invalid',
      fields: [{ path: 'phone', problem: 'required' }],
    })
    expect((await issueSignInCode(agent, wang.id)).code).toMatch(/^\d{6}$/)
  })

  test('is out of reach for other communities and for roles without the permission', async () => {
    const wang = await person('王小明', '13800138000')
    const stranger = await house.actor([await house.community('阳光里')], ['manager'])
    const worker = await house.actor([communityId], ['worker'])
    const finance = await house.actor([communityId], ['finance'])
    const none = { code: 'not_found' }
    for (const who of [stranger, worker]) {
      expect(await refusalOf(readPerson(who, wang.id))).toEqual(none)
      expect(await refusalOf(readHome(who, homes.first))).toEqual(none)
      expect(await refusalOf(look('王', who))).toEqual(none)
      expect(await refusalOf(issueSignInCode(who, wang.id))).toEqual(none)
      expect(await refusalOf(person('李雷', null, who))).toEqual(none)
    }
    const asked = { params: { id: wang.id }, body: { purpose: 'visit' } } as never
    expect(await refusalOf(revealContact(stranger, asked))).toEqual(none)
    expect(await refusalOf(revealContact(finance, asked))).toEqual(none)
    expect((await revealContact(worker, asked)).phone).toBe('13800138000')
    const byFinance = await search(
      finance,
      { params: { communityId }, query: { q: '王' } } as never,
      async () => {
        throw new Error('finance may not read cases')
      },
    )
    expect(byFinance.people.length).toBe(1)
  })
})

describe('a home', () => {
  test('shows its facts and who lives there, present residents first, numbers masked', async () => {
    const [before, owner, child] = [
      await person('前任'),
      await person('王小明', '13800138000'),
      await person('王小小'),
    ]
    const moved = await live(before.id, homes.first, 'owner', '2010-01-01')
    await endResidency(agent, {
      params: { id: moved.residencies[0]?.id ?? '' },
      body: { until: '2020-04-30' },
    } as never)
    await live(child.id, homes.first, 'family')
    await live(owner.id, homes.first, 'owner', '2020-05-01')
    const home = await readHome(agent, homes.first)
    expect(home).toMatchObject({
      place: { kind: 'home', label: '3栋1单元502' },
      building: '3栋',
      entrance: '1单元',
      floor: '5',
      use: 'dwelling',
      area: 8937,
    })
    expect(home.residents.map((it) => [it.person.name, it.role, it.until, it.person.phone])).toEqual([
      ['王小明', 'owner', null, '138****8000'],
      ['王小小', 'family', null, null],
      ['前任', 'owner', '2020-04-30', null],
    ])
  })
})

describe('one box for everything', () => {
  test('finds people by name, initials, last digits and whole numbers, best first', async () => {
    const wang = await person('王小明', '13800138000')
    await live(wang.id, homes.first)
    await person('王小', '13900139001')
    await person('小王小明', '010-87654321')
    await person('单雄信', '13700137502')
    await person('John Smith')
    expect(await names('王小明')).toEqual(['王小明', '小王小明'])
    expect(await names('wxm')).toEqual(['王小明'])
    expect(await names('wx')).toEqual(['王小', '王小明'])
    expect(await names('sxx')).toEqual(['单雄信'])
    expect(await names('js')).toEqual(['John Smith'])
    expect(await names('john')).toEqual(['John Smith'])
    expect(await names('8000')).toEqual(['王小明'])
    expect(await names('138 0013 8000')).toEqual(['王小明'])
    expect(await names('138-0013-8000')).toEqual(['王小明'])
    expect(await names('4321')).toEqual(['小王小明'])
    expect(await names('87654321')).toEqual(['小王小明'])
    expect(await names('00')).toEqual([])
    expect(await names('%')).toEqual([])
    const found = await look('王小明')
    expect(found.people[0]).toEqual({
      id: wang.id,
      name: '王小明',
      phone: '138****8000',
      homes: [{ id: homes.first, label: '3栋1单元502', role: 'owner' }],
    })
    expect(JSON.stringify(found)).not.toContain('13800138000')
  })

  test('finds rooms and places in any notation, next to numbers that end alike', async () => {
    await person('单雄信', '13700137502')
    const found = await look('502')
    expect(found.homes.map((it) => it.label)).toEqual(['3栋1单元502'])
    expect(found.people.map((it) => it.name)).toEqual(['单雄信'])
    expect((await look('３－１－５０３')).homes[0]?.label).toBe('3栋1单元503')
    expect((await look('三号楼一单元503室')).homes[0]?.label).toBe('3栋1单元503')
    expect((await look('大堂')).places.map((it) => it.label)).toEqual(['3栋 大堂'])
  })

  test('asks for cases too and shows ten at most', async () => {
    const line = {
      id: v7(),
      number: '2611-00042',
      kind: 'repair' as const,
      status: 'open' as const,
      excerpt: '漏水',
      receivedAt: house.now,
    }
    const asked: string[] = []
    const found = await search(
      agent,
      { params: { communityId }, query: { q: '2611-00042' } } as never,
      async (_context, _tx, _community, q) => {
        asked.push(q)
        return Array.from({ length: 12 }, () => line)
      },
    )
    expect(asked).toEqual(['2611-00042'])
    expect(found.cases.length).toBe(10)
  })
})

describe('the list of people', () => {
  test('comes in pages that neither skip nor repeat', async () => {
    for (let index = 0; index < 7; index += 1) await person(`张${index % 2}`)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listPeople(agent, {
        params: { communityId },
        query: { limit: 3, ...(cursor ? { cursor } : {}) },
      } as never)
      seen.push(...page.items.map((it) => it.id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen.length).toBe(7)
    expect(new Set(seen).size).toBe(7)
    const wrong = listPeople(agent, { params: { communityId }, query: { limit: 3, cursor: 'x' } } as never)
    expect(await refusalOf(wrong)).toMatchObject({ fields: [{ path: 'cursor', problem: 'bad_format' }] })
  })
})

describe('my homes', () => {
  test('show the household masked and the common places around, only to who lives there', async () => {
    const [wang, wife, neighbour] = [await person('王小明'), await person('李欧阳'), await person('赵四')]
    await live(wang.id, homes.first, 'owner')
    await live(wife.id, homes.first, 'family')
    await live(neighbour.id, homes.second, 'tenant')
    await live(wang.id, homes.stall, 'owner')
    const resident = await house.actor([communityId], ['owner'], [wang.id])
    const { items } = await listMyHomes(resident)
    expect(items).toEqual([
      {
        home: { id: homes.first, kind: 'home', label: '3栋1单元502' },
        communityId,
        communityName: '锦绣花园',
        area: 8937,
        role: 'owner',
        household: [{ name: '李**', role: 'family' }],
        nearby: ['3栋1单元 电梯', '3栋 大堂', '中心花园'].map((label) =>
          expect.objectContaining({ kind: 'common', label }),
        ),
      },
      expect.objectContaining({
        home: { id: homes.stall, kind: 'home', label: '3栋B1-117' },
        household: [],
        nearby: ['3栋 大堂', '中心花园'].map((label) => expect.objectContaining({ label })),
      }),
    ])
    expect((await listMyHomes(agent)).items).toEqual([])
  })
})
