import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deadlineAfter, epochSeconds, instantText } from '@zhanggui/rules'
import {
  calendarVersions,
  currentCalendars,
  namedCalendarVersions,
  publishCalendarTx,
} from '../../src/modules/estate/index.ts'
import { listCalendars } from '../../src/modules/estate/actions/list-calendars.ts'
import { publishCalendar } from '../../src/modules/estate/actions/publish-calendar.ts'
import { read } from '../../src/platform/context.ts'
import type { Context } from '../../src/platform/context.ts'
import { asOwner, openHouse, refusalOf } from './house.ts'
import type { House } from './house.ts'

let house: House
let manager: Context
let communityId: string

beforeAll(async () => {
  house = await openHouse()
  communityId = await house.community()
  manager = await house.actor([communityId], ['manager'])
})
afterAll(() => house.close())

const day = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '18:00' },
]
const hours = {
  name: '服务中心',
  timeZone: 'Asia/Shanghai',
  publicHolidays: 'cn' as const,
  weekly: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] },
  overrides: [{ date: '2026-12-31', kind: 'closed' as const, note: '盘点' }],
}
const publish = (body: object, who = manager) =>
  publishCalendar(who, { params: { communityId }, body } as never)

test('a calendar is published in versions that stay, and clocks run on the version they began with', async () => {
  const first = await publish(hours)
  expect(first).toMatchObject({
    name: '服务中心',
    version: 1,
    publishedAt: '2026-11-23T08:00:00.000Z',
    years: [
      { year: 2026, certainty: 'published' },
      { year: 2027, certainty: 'estimated' },
    ],
  })
  const second = await publish({
    ...hours,
    name: '客服中心',
    overrides: [],
    calendarId: first.id,
    expectedVersion: 1,
  })
  expect(second).toMatchObject({ id: first.id, version: 2, name: '客服中心' })
  expect((await listCalendars(manager, communityId)).items).toEqual([second])
  await read(manager, async (tx) => {
    expect(
      (await currentCalendars(tx, communityId)).map((it) => [it.versionId, it.name, it.version]),
    ).toEqual([[second.versionId, '客服中心', 2]])
    const versions = await calendarVersions(tx, communityId, [first.versionId, second.versionId, v7()])
    expect([...versions.keys()]).toEqual([first.versionId, second.versionId])
    const from = epochSeconds('2026-12-30T09:00:00.000Z')
    const due = [first, second].map((it) => {
      const calendar = versions.get(it.versionId)
      return instantText((calendar && deadlineAfter(calendar, from, 4 * 3600)) ?? 0)
    })
    // The 31st is closed in the first only; 1 January is a holiday in both.
    expect(due).toEqual(['2027-01-04T03:30:00.000Z', '2026-12-31T03:30:00.000Z'])
    expect(
      (await namedCalendarVersions(tx, communityId, [first.versionId])).map((it) => [it.name, it.version]),
    ).toEqual([['服务中心', 1]])
  })
  await expect(
    asOwner(house, [communityId], `update estate.calendar_version set version = 9`),
  ).rejects.toThrow(/append-only/)
})

test('a new version needs the version it follows, and a name is used once', async () => {
  const calendar = await publish({ ...hours, name: '工程部' })
  const next = { ...hours, name: '工程部', calendarId: calendar.id }
  expect(await refusalOf(publish(next))).toEqual({
    code: 'invalid_fields',
    fields: [{ path: 'expectedVersion', problem: 'required' }],
  })
  expect(await refusalOf(publish({ ...next, expectedVersion: 3 }))).toEqual({
    code: 'stale_version',
    detail: { version: 1 },
  })
  expect(await refusalOf(publish({ ...hours, name: '工程部' }))).toEqual({
    code: 'calendar_invalid',
    fields: [{ path: 'name', problem: 'invalid' }],
  })
  const outcomes = await Promise.allSettled([1, 2].map(() => publish({ ...next, expectedVersion: 1 })))
  expect(outcomes.map((it) => it.status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('hours that can not be kept are refused beside the field they are in', async () => {
  const faults = async (body: object) =>
    (await refusalOf(publish({ ...hours, name: '错', ...body }))) as { code: string; fields: unknown[] }
  const weekly = (windows: object[]) => ({ weekly: { ...hours.weekly, 1: windows } })
  expect(
    await faults(
      weekly([
        { from: '08:00', to: '12:00' },
        { from: '11:00', to: '13:00' },
      ]),
    ),
  ).toEqual({
    code: 'calendar_invalid',
    fields: [{ path: 'weekly.1.1', problem: 'invalid' }],
  })
  expect(await faults({ timeZone: 'Asia/Nowhere' })).toMatchObject({
    fields: [{ path: 'timeZone', problem: 'not_listed' }],
  })
  expect(
    await faults({
      overrides: [
        { date: '2026-12-01', kind: 'open' },
        { date: '2026-12-01', kind: 'closed' },
        { date: '2026-12-02', kind: 'like-weekday' },
      ],
    }),
  ).toMatchObject({
    fields: [
      { path: 'overrides.0.windows', problem: 'required' },
      { path: 'overrides.1.date', problem: 'invalid' },
      { path: 'overrides.2.weekday', problem: 'required' },
    ],
  })
  expect(await faults({ weekly: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } })).toMatchObject({
    fields: [{ path: 'weekly', problem: 'required' }],
  })
})

test('nobody publishes without the permission or in another community', async () => {
  const agent = await house.actor([communityId], ['agent'])
  const stranger = await house.actor([await house.community('阳光里')], ['manager'])
  expect(await refusalOf(publish({ ...hours, name: '甲' }, agent))).toEqual({ code: 'not_found' })
  expect(await refusalOf(publish({ ...hours, name: '甲' }, stranger))).toEqual({ code: 'not_found' })
  expect((await listCalendars(agent, communityId)).items.length).toBeGreaterThan(0)
})

test('another community does not find a version by its id, remembered or not', async () => {
  const other = await house.community('望江苑')
  const theirs = await house.database.transaction([other], (tx) =>
    publishCalendarTx(tx, { communityId: other, body: hours, by: null, now: house.now }),
  )
  await house.database.transaction([other, communityId], async (tx) => {
    expect((await calendarVersions(tx, other, [theirs.versionId])).size).toBe(1)
    expect((await calendarVersions(tx, communityId, [theirs.versionId])).size).toBe(0)
  })
})
