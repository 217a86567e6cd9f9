import { randomBytes } from 'node:crypto'
import type { RosterView } from '@zhanggui/contract'
import { Client } from 'pg'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { applyRoster } from '../../src/modules/people/actions/apply-roster.ts'
import { previewRoster } from '../../src/modules/people/actions/preview-roster.ts'
import { readRoster } from '../../src/modules/people/actions/read-roster.ts'
import type { Context } from '../../src/platform/context.ts'
import { asOwner, openHouse, refusalOf } from '../estate/house.ts'
import type { House } from '../estate/house.ts'
import { archive, formula, gbk, workbook } from './workbooks.ts'

let house: House
let communityId: string
let manager: Context

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  communityId = await house.community()
  manager = await house.actor([communityId], ['manager'])
})

const preview = (raw: Buffer, who = manager) =>
  previewRoster(who, { params: { communityId }, query: { fileName: '名册.xlsx' }, raw } as never)
const apply = (id: string, mode: 'all' | 'good-rows' = 'all', who = manager) =>
  applyRoster(who, { params: { id }, body: { mode } } as never)
const bring = async (raw: Buffer, mode: 'all' | 'good-rows' = 'all') => apply((await preview(raw)).id, mode)
const sheet = (...rows: unknown[][]) => workbook({ rows })
const short = (roster: RosterView) =>
  roster.rows
    .toSorted((a, b) => a.line - b.line)
    .map((it) => [
      it.line,
      it.outcome,
      it.room,
      it.name,
      ...it.problems.map((one) => `${one.column} ${one.problem}`),
    ])
const archived = () =>
  asOwner<{
    home: string
    name: string
    phone: string | null
    role: string
    area: number
    since: string | null
  }>(
    house,
    [communityId],
    `select place.label as home, person.name, person.phone, residency.role, home.area, residency.since::text
     from people.residency join people.person on person.id = residency.person_id
     join estate.place on place.id = residency.home_id join estate.home on home.id = place.id
     where residency.community_id = '${communityId}'
     order by place.label, person.name`,
  )

/** As property companies keep them. */
const messy = () =>
  workbook(
    { name: '填表说明', rows: [['请按模板填写'], ['房号', '写法：3-1-502']], hidden: true },
    {
      name: '业主名册',
      rows: [
        ['锦绣花园业主信息登记表', null, null, null, null, null, null, null],
        ['制表：林小雨', null, null, null, '2026年11月', null, null, null],
        [],
        [
          '序号',
          '房　号',
          '业主姓名*',
          '联系电话（必填）',
          '建筑面积(㎡)',
          '与业主关系',
          '交付日期',
          '身份证号',
        ],
        [1, '3-1-502', '王小明', 13800138000, 89.37, '业主', 43952, '110101199003070011'],
        [2, null, '李　红', '139-0013-9000', null, '配偶', null, null],
        [
          3,
          '３栋１单元５０３室',
          '张三丰',
          '138 0013 8001、010-87654321',
          '102.5平方米',
          null,
          '2020/5/1',
          null,
        ],
        [4, '3#1-601', '欧阳娜娜', 13700137000.0, formula('50+51', 101), '产权人', '2020年6月18日', null],
        [5, '3-1-602', '空置', null, 88.06, null, null, null],
        [6, '3-1-502', '王小明', '13800138000', '89.37', '业主', null, null],
        ['序号', '房号', '业主姓名*', '联系电话(必填)', '建筑面积(㎡)', '与业主关系', '交付日期', '身份证号'],
        [7, '3-1-603', '赵六', '无', '88.06㎡', '租客', null, null],
        ['合计', null, null, null, formula('SUM(E5:E12)', 557.99), null, null, null],
      ],
      merges: ['A1:H1', 'B5:B6'],
    },
  )

describe('a roster as companies keep it', () => {
  test('is understood: titles above, merged cells, wide digits, numbers as phones, units, serial dates', async () => {
    const roster = await preview(messy())
    expect(roster).toMatchObject({
      state: 'previewed',
      sheet: '业主名册',
      headerLine: 4,
      counts: { rows: 7, new: 6, change: 0, same: 0, duplicate: 1, error: 0 },
    })
    expect(roster.columns.map((it) => [it.column, it.heading, it.meaning])).toEqual([
      ['A', '序号', null],
      ['B', '房号', 'room'],
      ['C', '业主姓名*', 'name'],
      ['D', '联系电话(必填)', 'phone'],
      ['E', '建筑面积(㎡)', 'area'],
      ['F', '与业主关系', 'role'],
      ['G', '交付日期', 'handover'],
      ['H', '身份证号', null],
    ])
    expect(short(roster)).toEqual([
      [5, 'new', '3-1-502', '王小明'],
      [6, 'new', '3-1-502', '李红'],
      [7, 'new', '3-1-503', '张三丰', 'D several_phones'],
      [8, 'new', '3-1-601', '欧阳娜娜'],
      [9, 'new', '3-1-602', ''],
      [10, 'duplicate', '3-1-502', '王小明'],
      [12, 'new', '3-1-603', '赵六'],
    ])
    // What has something to say stands first.
    expect(roster.rows[0]).toMatchObject({
      line: 7,
      phone: '138****8001',
      area: 10_250,
      problems: [{ column: 'D', problem: 'several_phones', value: '010-****4321' }],
    })
    expect(JSON.stringify(roster)).not.toMatch(/1[3-9]\d{9}|87654321/)
    expect(await archived()).toEqual([])
  })

  test('is applied whole, makes the buildings it needs, and brings nothing new the second time', async () => {
    const { id } = await preview(messy())
    expect(await apply(id)).toEqual({ homes: 5, people: 5, residencies: 5, skipped: 0 })
    expect(await archived()).toEqual([
      { home: '3栋1单元502', name: '李红', phone: '13900139000', role: 'family', area: 8937, since: null },
      { home: '3栋1单元502', name: '王小明', phone: '13800138000', role: 'owner', area: 8937, since: null },
      { home: '3栋1单元503', name: '张三丰', phone: '13800138001', role: 'owner', area: 10_250, since: null },
      {
        home: '3栋1单元601',
        name: '欧阳娜娜',
        phone: '13700137000',
        role: 'owner',
        area: 10_100,
        since: null,
      },
      { home: '3栋1单元603', name: '赵六', phone: null, role: 'tenant', area: 8806, since: null },
    ])
    const handovers = await asOwner<{ handover_on: string }>(
      house,
      [communityId],
      `select handover_on::text from estate.home where handover_on is not null order by 1`,
    )
    expect(handovers.map((it) => it.handover_on)).toEqual(['2020-05-01', '2020-05-01', '2020-06-18'])
    const holdings = await asOwner<{ phone: string; roles: string[] }>(
      house,
      [],
      `select phone, roles from identity.phone_holding where community_id = '${communityId}' order by phone`,
    )
    expect(holdings.map((it) => [it.phone, it.roles])).toEqual([
      ['13700137000', ['owner']],
      ['13800138000', ['owner']],
      ['13800138001', ['owner']],
      ['13900139000', ['family']],
    ])
    expect(await readRoster(manager, id)).toMatchObject({ state: 'applied', fileName: '名册.xlsx' })
    expect(await refusalOf(apply(id))).toEqual({ code: 'roster_applied' })

    const again = await preview(messy())
    expect(again.counts).toEqual({ rows: 7, new: 0, change: 0, same: 6, duplicate: 1, error: 0 })
    expect(await apply(again.id)).toEqual({ homes: 0, people: 0, residencies: 0, skipped: 0 })
    expect((await archived()).length).toBe(5)
  })

  test('brings corrections: areas, numbers, roles and days, each once', async () => {
    await bring(
      sheet(
        ['房号', '姓名', '手机', '面积', '身份', '入住日期'],
        ['1-1-101', '王小明', '13800138000', 80, '业主', '2020-01-01'],
        ['1-1-102', '李雷', '13800138002', 80, '业主', null],
        ['1-1-103', '韩梅梅', '13800138003', 80, '家属', null],
      ),
    )
    const next = sheet(
      ['房号', '姓名', '手机', '面积', '身份', '入住日期'],
      ['1-1-101', '王小明', '13800138009', 80.5, '业主', '2020-01-01'],
      ['1-1-102', '李磊', '13800138002', 80, '业主', '2021-02-03'],
      ['1-1-103', '韩梅梅', null, null, '租户', null],
    )
    const roster = await preview(next)
    expect(short(roster)).toEqual([
      [2, 'change', '1栋1单元101', '王小明'],
      [3, 'change', '1栋1单元102', '李磊'],
      [4, 'change', '1栋1单元103', '韩梅梅'],
    ])
    expect(await apply(roster.id)).toEqual({ homes: 1, people: 2, residencies: 2, skipped: 0 })
    expect((await archived()).map((it) => [it.name, it.phone, it.role, it.area, it.since])).toEqual([
      ['王小明', '13800138009', 'owner', 8050, '2020-01-01'],
      ['李磊', '13800138002', 'owner', 8000, '2021-02-03'],
      ['韩梅梅', '13800138003', 'tenant', 8000, null],
    ])
    expect((await preview(next)).counts.same).toBe(3)
  })

  test('two of a family with one number stay two people, one owner of two homes stays one', async () => {
    const file = sheet(
      ['房号', '姓名', '电话', '面积', '关系'],
      ['1-1-101', '王小明', '13800138000', 80, '业主'],
      ['1-1-101', '李红', '13800138000', 80, '家属'],
      ['1-1-102', '王小明', '13800138000', 60, '业主'],
      ['1-1-103', '王小明', '13900139000', 60, '业主'],
    )
    expect(await bring(file)).toEqual({ homes: 3, people: 3, residencies: 4, skipped: 0 })
    expect((await preview(file)).counts.same).toBe(4)
    const later = sheet(['房号', '姓名', '电话', '面积'], ['1-1-104', '王小明', '13900139000', 60])
    expect(await bring(later)).toEqual({ homes: 1, people: 0, residencies: 1, skipped: 0 })
  })

  test('is held against what is known when it is applied, not when it was looked at', async () => {
    const file = sheet(['房号', '姓名', '电话', '面积'], ['1-1-101', '王小明', '13800138000', 80])
    const [first, second] = [await preview(file), await preview(file)]
    await apply(first.id)
    expect(second.counts.new).toBe(1)
    expect(await apply(second.id)).toEqual({ homes: 0, people: 0, residencies: 0, skipped: 0 })
    expect((await archived()).length).toBe(1)
  })

  test('two rosters applied at once bring nobody twice', async () => {
    const file = sheet(['房号', '姓名', '电话', '面积'], ['1-1-101', '王小明', '13800138000', 80])
    const previews = [await preview(file), await preview(file), await preview(file)]
    await Promise.all(previews.map((it) => apply(it.id)))
    expect((await archived()).length).toBe(1)
  })

  test('an application that is repeated with its key answers the same and does nothing twice', async () => {
    const { id } = await preview(
      sheet(['房号', '姓名', '电话', '面积'], ['1-1-101', '王小明', '13800138000', 80]),
    )
    const act = { key: v7(), endpoint: 'applyRoster', fingerprint: Buffer.from('a') }
    const once = await apply(id, 'all', { ...manager, act })
    expect(await apply(id, 'all', { ...manager, act })).toEqual(once)
  })
})

describe('rows with errors', () => {
  const faulty = () =>
    sheet(
      ['楼栋', '单元', '房号', '业主姓名', '手机号', '建筑面积', '交房日期', '身份', '房屋用途'],
      ['1栋', '1单元', '101', '王小明', '13800138000', '80', null, '业主', '住宅'],
      ['1栋', '1单元', '102', '李雷', '1380013800', '八十', '2020-02-30', '朋友', '猪圈'],
      ['1栋', '1单元', null, '韩梅梅', null, '80', null, null, null],
      ['1栋', '1单元', '103', null, '13800138003', '80', null, null, null],
      ['1栋', '1单元', '104', '甲、乙', null, '80.125', null, null, null],
      ['1栋', '1单元', '105', '丙', '87654321', null, null, null, null],
      [null, null, '106', '丁', '+85291234567', '80', null, null, null],
      ['1栋', '1单元', '101', '王小红', null, '81', null, null, null],
      ['1栋', '1单元', '101', '王小明', '13800138009', '80', null, null, null],
      ['2栋', '1单元', '3-1-101', '戊', null, '80', null, null, null],
      ['1栋', '2单元', '201', '己', null, null, null, null, null],
    )

  test('are told with row and column, all of them at once', async () => {
    const roster = await preview(faulty())
    expect(short(roster)).toEqual([
      [2, 'new', '1-1-101', '王小明'],
      [
        3,
        'error',
        '1栋 1单元 102',
        '李雷',
        'E phone_malformed',
        'F area_malformed',
        'H role_unknown',
        'G date_malformed',
        'I use_unknown',
      ],
      [4, 'error', '1栋 1单元', '韩梅梅', 'C room_missing'],
      [5, 'error', '1栋 1单元 103', '', 'D name_missing'],
      [6, 'error', '1栋 1单元 104', '', 'D several_names', 'F area_too_precise'],
      [7, 'error', '1栋 1单元 105', '丙', 'E phone_without_area_code'],
      [8, 'error', '106', '丁', 'E phone_foreign'],
      [9, 'error', '1-1-101', '王小红', 'F area_contradicts'],
      [10, 'error', '1-1-101', '王小明', 'E contradicts'],
      [11, 'error', '2栋 1单元 3-1-101', '戊', 'C room_unreadable'],
      [12, 'error', '1-2-201', '己', 'F area_missing'],
    ])
    expect(roster.rows.at(-1)?.line).toBe(2)
    expect(roster.rows.find((it) => it.line === 3)?.problems[0]).toEqual({
      column: 'E',
      problem: 'phone_malformed',
      value: '138*****00',
    })
    expect(roster.rows.find((it) => it.line === 10)?.problems[0]?.value).toBe('2')
  })

  test('keep the whole out when all was asked for, and only themselves when not', async () => {
    const { id } = await preview(faulty())
    expect(await refusalOf(apply(id))).toEqual({ code: 'roster_has_errors', detail: { errors: 10 } })
    expect(await archived()).toEqual([])
    expect(await apply(id, 'good-rows')).toEqual({ homes: 1, people: 1, residencies: 1, skipped: 10 })
    expect((await archived()).map((it) => [it.home, it.name])).toEqual([['1栋1单元101', '王小明']])
  })

  test('a room that a spreadsheet took for a day is not guessed at', async () => {
    const roster = await preview(
      sheet(
        ['房号', '姓名', '面积'],
        [{ t: 'n', v: 37_626, z: 'yyyy-m-d' }, '王小明', 80],
        ['3-1-502', '李雷', 80],
      ),
    )
    expect(short(roster)[0]).toEqual([2, 'error', '2003-1-5', '王小明', 'A room_became_date'])
  })

  test('a formula that never gave anything is an empty cell, and a failed one is no area', async () => {
    const roster = await preview(
      sheet(
        ['房号', '姓名', '面积'],
        ['3-1-501', '王小明', formula('WEBSERVICE("http://example.com")')],
        ['3-1-502', formula('CONCAT("王","小明")', '王小明'), { t: 'e', v: 7, w: '#DIV/0!' }],
      ),
    )
    expect(short(roster)).toEqual([
      [2, 'error', '3-1-501', '王小明', 'C area_missing'],
      [3, 'error', '3-1-502', '王小明', 'C area_malformed'],
    ])
  })
})

describe('rooms of a roster', () => {
  test('find the homes there are, and say when a home is not among them', async () => {
    await bring(
      sheet(
        ['期', '楼栋', '单元', '房号', '面积'],
        ['一期', '3号楼', '1单元', '502', 80],
        ['二期', '3号楼', '1单元', '502', 80],
        ['二期', '5号楼', '2单元', '301', 80],
        [null, '车库', null, 'B1-117', 12],
        [null, '8号楼', null, '东户', 80],
      ),
    )
    const roster = await preview(
      sheet(
        ['房号', '业主', '面积'],
        ['一期3号楼1单元502', '甲', 80],
        ['二期3-1-502', '乙', 80],
        ['3-1-502', '丙', 80],
        ['5-2-301', '丁', 80],
        ['5-301', '戊', 80],
        ['车库B1-117', '己', 12],
        ['8号楼东户', '庚', 80],
        ['5-2-302', '辛', 80],
        ['5-303', '壬', 80],
        ['301', '癸', 80],
        ['业主家', '子', 80],
      ),
    )
    expect(short(roster)).toEqual([
      [2, 'new', '一期3号楼1单元502', '甲'],
      [3, 'new', '二期3号楼1单元502', '乙'],
      [4, 'error', '3-1-502', '丙', 'A room_ambiguous'],
      [5, 'new', '二期5号楼2单元301', '丁'],
      [6, 'new', '二期5号楼2单元301', '戊'],
      [7, 'new', '车库B1-117', '己'],
      [8, 'new', '8号楼东户', '庚'],
      [9, 'new', '2期-5-2-302', '辛', 'A home_new'],
      [10, 'error', '5-303', '壬', 'A room_incomplete'],
      [11, 'error', '301', '癸', 'A room_incomplete'],
      [12, 'error', '业主家', '子', 'A room_unreadable'],
    ])
    await apply(roster.id, 'good-rows')
    const labels = await asOwner<{ label: string; use: string; floor: string }>(
      house,
      [communityId],
      `select label, use, floor from estate.place join estate.home using (community_id, id)
       where community_id = '${communityId}' and label like any(array['二期5%', '车库%']) order by label`,
    )
    expect(labels).toEqual([
      { label: '二期5号楼2单元301', use: 'dwelling', floor: '3' },
      { label: '二期5号楼2单元302', use: 'dwelling', floor: '3' },
      { label: '车库B1-117', use: 'parking', floor: 'B1' },
    ])
  })

  test('keep parts of a community apart that have buildings of one number, and know its own name', async () => {
    const file = sheet(
      ['房屋地址', '业主', '面积'],
      ['东区1栋1单元502', '甲', 80],
      ['西区1栋1单元502', '乙', 80],
      ['锦绣花园2栋1单元502', '丙', 80],
    )
    expect(await bring(file)).toEqual({ homes: 3, people: 3, residencies: 3, skipped: 0 })
    expect((await archived()).map((it) => [it.home, it.name])).toEqual([
      ['2栋1单元502', '丙'],
      ['东区1栋1单元502', '甲'],
      ['西区1栋1单元502', '乙'],
    ])
    expect((await preview(file)).counts.same).toBe(3)
    const short = await preview(
      sheet(
        ['房号', '业主', '面积'],
        ['1-1-502', '丁', 80],
        ['2-1-502', '丙', 80],
        ['东区1-1-502', '甲', 80],
      ),
    )
    expect(short.rows.map((it) => [it.line, it.outcome, it.problems[0]?.problem])).toEqual([
      [2, 'error', 'room_ambiguous'],
      [3, 'same', undefined],
      [4, 'same', undefined],
    ])
  })

  test('are put together from columns: floor and number, entrance within the number, headings on two lines', async () => {
    const roster = await preview(
      workbook({
        rows: [
          ['房屋信息', null, null, null, '业主信息', null],
          ['楼栋', '楼层', '房号', '面积', '姓名', '电话'],
          [3, 5, '02', 80, '甲', 13800138000],
          ['3栋', null, '1-601', 80, '乙', null],
          ['3栋', 7, '3-2-701', 80, '丙', null],
        ],
        merges: ['A1:D1', 'E1:F1'],
      }),
    )
    expect(roster.headerLine).toBe(2)
    expect(short(roster).map((it) => it[2])).toEqual(['3-502', '3-1-601', '3-2-701'])
  })
})

describe('files', () => {
  const expected = [[2, 'new', '3-1-502', '王小明']]
  const lines = (sign: string) =>
    `房号${sign}姓名${sign}联系电话${sign}建筑面积\r\n3-1-502${sign}王小明${sign}13800138000${sign}"89.37"\r\n`

  test('are read as CSV in every encoding and with every separator that spreadsheets write', async () => {
    const files = [
      Buffer.from(lines(',')),
      Buffer.from(`\uFEFF${lines(',')}`),
      Buffer.from(lines('\t')),
      Buffer.from(lines(';')),
      gbk(lines(',')),
      Buffer.from(`\uFEFF${lines('\t')}`, 'utf16le'),
    ]
    for (const file of files) expect(short(await preview(file))).toEqual(expected)
    const csv = await preview(
      Buffer.from(
        '锦绣花园,,,\n\n房号,姓名,联系电话,建筑面积\n3-1-502,"王\n小明","=""13800138000""",89.37\n,,,\n3-1-503,李雷,1.38001E+10,80\n',
      ),
    )
    expect(csv).toMatchObject({ sheet: 'CSV', headerLine: 3 })
    expect(csv.rows.map((it) => [it.line, it.outcome, it.phone]).toSorted()).toEqual([
      [4, 'new', '138****8000'],
      [6, 'error', ''],
    ])
  })

  test('that are no rosters are refused, and archives that would burst are not unpacked', async () => {
    const unreadable = { code: 'roster_unreadable' }
    expect(await refusalOf(preview(Buffer.from('PK\x03\x04 nonsense')))).toEqual(unreadable)
    expect(await refusalOf(preview(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3])))).toEqual(unreadable)
    expect(await refusalOf(preview(Buffer.from('')))).toEqual(unreadable)
    expect(await refusalOf(preview(sheet(['姓名', '电话'], ['王小明', '13800138000'])))).toEqual(unreadable)
    expect(await refusalOf(preview(sheet(['房号', '姓名'])))).toEqual(unreadable)
    const zeros = Buffer.alloc(60 * 1024 * 1024)
    expect(await refusalOf(preview(archive(zeros)))).toEqual(unreadable)
    // It says that it is small.
    expect(await refusalOf(preview(archive(zeros, 1000)))).toEqual(unreadable)
    const tooLarge = { code: 'file_too_large' }
    expect(await refusalOf(preview(archive(randomBytes(21 * 1024 * 1024))))).toEqual(tooLarge)
    const endless = `房号,姓名\n${'3-1-502,王小明\n'.repeat(20_001)}`
    expect(await refusalOf(preview(Buffer.from(endless)))).toEqual(tooLarge)
  }, 120_000)

  test('with cells that nobody wrote by hand harm nobody', async () => {
    const roster = await preview(
      sheet(
        ['楼栋', '楼层', '房号', '业主', '面积', '入住日期', '\u0007'.repeat(3)],
        ['1栋', '很高', '502', `王\ud800小\u0001明`, 80, '9999-12-31', null],
        ['1栋', '很高', '503', '李雷', 80, null, null],
        ['栋'.repeat(30_000), null, '1'.repeat(30_000), '很'.repeat(30_000), '9'.repeat(400), null, null],
        ['1栋', null, `' or 1=1; --`, 'Robert"); drop table', 80, { t: 'n', v: -1, z: 'yyyy-m-d' }, null],
      ),
    )
    expect(short(roster)).toEqual([
      [2, 'error', '1栋 502', '王\ufffd小明', 'F date_malformed'],
      [3, 'new', '1-503', '李雷'],
      [
        4,
        'error',
        '栋'.repeat(60),
        '',
        'A room_unreadable',
        'C room_unreadable',
        'D name_too_long',
        'E area_too_large',
      ],
      [5, 'error', `1栋 or 1=1; --`, '', 'D several_names', 'F date_malformed'],
    ])
    expect(await apply(roster.id, 'good-rows')).toMatchObject({ homes: 1, people: 1 })
  })

  test('of 2,000 rows cost as many statements as files of 20, and seconds', async () => {
    const few = roll(20)
    const many = roll(2000)
    const cost = async (file: Buffer) => {
      const from = performance.now()
      const [roster, looking] = await counted(() => preview(file))
      const [applied, applying] = await counted(() => apply(roster.id))
      const [again, lookingAgain] = await counted(() => preview(file))
      expect(again.counts.same).toBe(roster.counts.rows)
      return { applied, statements: [looking, applying, lookingAgain], ms: performance.now() - from }
    }
    const small = await cost(few)
    communityId = await house.community()
    manager = await house.actor([communityId], ['manager'])
    const large = await cost(many)
    expect(large.applied).toEqual({ homes: 2000, people: 2000, residencies: 2000, skipped: 0 })
    expect(large.statements).toEqual(small.statements)
    // Two seconds each on a machine of its own; here others may be at work beside it.
    expect(large.ms).toBeLessThan(20_000)
  })
})

/** A roster of so many homes in buildings of 200. */
function roll(count: number): Buffer {
  const rows = Array.from({ length: count }, (_, index) => {
    const [building, room] = [1 + Math.floor(index / 200), index % 200]
    const entrance = 1 + Math.floor(room / 100)
    const number = (Math.floor((room % 100) / 4) + 1) * 100 + (room % 4) + 1
    return [
      `${building}栋${entrance}单元${number}`,
      `王${String.fromCharCode(0x4e00 + index)}`,
      13_800_000_000 + index,
      80 + index / 100,
      '业主',
      43_952 + index,
    ]
  })
  return sheet(['房号', '姓名', '电话', '面积', '身份', '入住日期'], ...rows)
}

/** What an act gives, and how many statements it took. */
async function counted<T>(act: () => Promise<T>): Promise<[T, number]> {
  const query = vi.spyOn(Client.prototype, 'query')
  try {
    return [await act(), query.mock.calls.length]
  } finally {
    query.mockRestore()
  }
}

test('rosters are for who may import, in their own community', async () => {
  const file = sheet(['房号', '姓名', '电话', '面积'], ['1-1-101', '王小明', '13800138000', 80])
  const { id } = await preview(file)
  const agent = await house.actor([communityId], ['agent'])
  const stranger = await house.actor([await house.community('阳光里')], ['manager'])
  for (const who of [agent, stranger]) {
    expect(await refusalOf(preview(file, who))).toEqual({ code: 'not_found' })
    expect(await refusalOf(readRoster(who, id))).toEqual({ code: 'not_found' })
    expect(await refusalOf(apply(id, 'all', who))).toEqual({ code: 'not_found' })
  }
})
