import { routes } from '@zhanggui/contract'
import type { EndpointName } from '@zhanggui/contract'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Session } from '../harness/server.ts'
import { snapshot } from '../harness/snapshot.ts'
import { startWorld } from '../harness/world.ts'
import type { World } from '../harness/world.ts'
import { expectRefusal } from './expect-refusal.ts'
import type { Wanted } from './expect-refusal.ts'

let world: World
const made = { case: '', person: '', place: '', residency: '' }
beforeAll(async () => {
  world = await startWorld()
  const { home } = world
  made.case = v7()
  await world.ok('openCase', { by: home.owner, body: { id: made.case, kind: 'repair', text: '漏水' } })
  await world.ok('assignCase', {
    params: { id: made.case },
    by: home.staff.agent,
    body: { assigneeId: home.staff.worker.accountId },
  })
  made.person = home.owner.personId
  made.place = home.ids.garden
  const person = await world.ok('readPerson', { params: { id: made.person }, by: home.staff.agent })
  made.residency = person.residencies[0]?.id ?? ''
})
afterAll(() => world.close())

type Row = {
  what: string
  name: EndpointName
  /** A body, or JSON text as it is sent. */
  body: unknown
  wanted: Wanted
}
const invalid = (...fields: string[]): Wanted => ({ code: 'invalid_fields', fields })

// What is good by itself, so that a row shows only what is wrong.
const report = () => ({ id: v7(), kind: 'repair', text: '厨房水管漏水' })
const reportWith = (more: Record<string, unknown>) => ({ ...report(), ...more })
const json = (body: object, from: string, to: string): string => JSON.stringify(body).replace(from, to)
const nest = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`
const always = [{ from: '00:00', to: '24:00' }]
const calendar = (more: Record<string, unknown> = {}) => ({
  name: '新日历',
  timeZone: 'Asia/Shanghai',
  publicHolidays: 'cn',
  weekly: { 1: always, 2: always, 3: always, 4: always, 5: always, 6: always, 7: always },
  overrides: [],
  ...more,
})
const home = (more: Record<string, unknown>) => ({
  id: v7(),
  kind: 'home',
  parentId: null,
  name: '901',
  home: { use: 'dwelling', area: 8937, ...more },
})

const texts: Row[] = [
  {
    what: 'a number for words',
    name: 'openCase',
    body: reportWith({ text: 5 }),
    wanted: invalid('text: wrong_type'),
  },
  {
    what: 'null for words',
    name: 'openCase',
    body: reportWith({ text: null }),
    wanted: invalid('text: wrong_type'),
  },
  {
    what: 'a list for words',
    name: 'openCase',
    body: reportWith({ text: ['漏水'] }),
    wanted: invalid('text: wrong_type'),
  },
  {
    what: 'no words',
    name: 'openCase',
    body: reportWith({ text: undefined }),
    wanted: invalid('text: required'),
  },
  {
    what: 'words of spaces',
    name: 'openCase',
    body: reportWith({ text: ' \u3000\n ' }),
    wanted: invalid('text: required'),
  },
  {
    what: 'words too long',
    name: 'openCase',
    body: reportWith({ text: '漏'.repeat(2001) }),
    wanted: invalid('text: too_long'),
  },
  {
    what: 'half a character',
    name: 'openCase',
    body: reportWith({ text: '漏\ud800水' }),
    wanted: invalid('text: bad_text'),
  },
  {
    what: 'NUL',
    name: 'openCase',
    body: reportWith({ text: '漏\u0000水' }),
    wanted: invalid('text: bad_text'),
  },
  {
    what: 'a bell',
    name: 'openCase',
    body: reportWith({ text: '漏\u0007水' }),
    wanted: invalid('text: bad_text'),
  },
  { what: 'an escape', name: 'replyToCase', body: { text: '\u001b[2J' }, wanted: invalid('text: bad_text') },
  {
    what: 'a delete sign',
    name: 'noteOnCase',
    body: { text: 'a\u007fb' },
    wanted: invalid('text: bad_text'),
  },
  {
    what: 'a name too long',
    name: 'addPerson',
    body: { id: v7(), name: '王'.repeat(41) },
    wanted: invalid('name: too_long'),
  },
  {
    what: 'a phone that is none',
    name: 'addPerson',
    body: { id: v7(), name: '王', phone: '123' },
    wanted: { code: 'phone_invalid', fields: ['phone: bad_format'] },
  },
]

const shapes: Row[] = [
  { what: 'a list for a body', name: 'openCase', body: [], wanted: invalid(': wrong_type') },
  { what: 'words for a body', name: 'openCase', body: '"漏水"', wanted: invalid(': wrong_type') },
  { what: 'a number for a body', name: 'openCase', body: '7', wanted: invalid(': wrong_type') },
  {
    what: 'null for a body',
    name: 'openCase',
    body: 'null',
    wanted: invalid('id: required', 'kind: required', 'text: required'),
  },
  {
    what: 'an empty body',
    name: 'openCase',
    body: '',
    wanted: invalid('id: required', 'kind: required', 'text: required'),
  },
  {
    what: 'an empty object',
    name: 'openCase',
    body: {},
    wanted: invalid('id: required', 'kind: required', 'text: required'),
  },
  {
    what: 'a field nobody knows',
    name: 'openCase',
    body: reportWith({ priority: 1 }),
    wanted: invalid('priority: unknown_field'),
  },
  {
    what: 'a field nobody knows, deeper',
    name: 'openCase',
    body: reportWith({ onBehalfOf: { name: '王', age: 3 } }),
    wanted: invalid('onBehalfOf.age: unknown_field'),
  },
  {
    what: 'a prototype',
    name: 'openCase',
    body: json(report(), '{', '{"__proto__":{"urgency":"danger"},'),
    wanted: invalid('__proto__: unknown_field'),
  },
  {
    what: 'a constructor',
    name: 'openCase',
    body: reportWith({ constructor: { prototype: {} } }),
    wanted: invalid('constructor: unknown_field'),
  },
  {
    what: 'a field where there are none',
    name: 'makePlaceCode',
    body: { force: true },
    wanted: invalid('force: unknown_field'),
  },
  {
    what: 'a list where there is nothing to say',
    name: 'makePlaceCode',
    body: '[]',
    wanted: invalid(': wrong_type'),
  },
  {
    what: 'a list for an object',
    name: 'openCase',
    body: reportWith({ onBehalfOf: [] }),
    wanted: invalid('onBehalfOf: wrong_type'),
  },
  {
    what: 'an object for a list',
    name: 'openCase',
    body: reportWith({ photos: {} }),
    wanted: invalid('photos: wrong_type'),
  },
  {
    what: 'too many photos',
    name: 'openCase',
    body: reportWith({ photos: Array.from({ length: 10 }, () => v7()) }),
    wanted: invalid('photos: too_long'),
  },
  {
    what: 'a photo that is no id',
    name: 'openCase',
    body: reportWith({ photos: [v7(), 'x'] }),
    wanted: invalid('photos.1: bad_format'),
  },
  {
    what: 'a kind that is none',
    name: 'openCase',
    body: reportWith({ kind: 'quarrel' }),
    wanted: invalid('kind: not_listed'),
  },
  {
    what: 'several things at once',
    name: 'openCase',
    body: { id: 'x', kind: 'x', text: '', urgency: 1 },
    wanted: invalid('id: bad_format', 'kind: not_listed', 'text: required', 'urgency: not_listed'),
  },
  {
    what: 'ten thousand lists inside each other',
    name: 'openCase',
    body: json(report(), '"厨房水管漏水"', nest(10_000)),
    wanted: invalid('text: wrong_type'),
  },
  {
    what: 'ten thousand lists inside each other and nothing else',
    name: 'makePlaceCode',
    body: nest(10_000),
    wanted: invalid(': wrong_type'),
  },
  {
    what: 'a thousand unknown fields',
    name: 'openCase',
    body: reportWith(Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`f${n}`, n]))),
    wanted: invalid(...Array.from({ length: 20 }, (_, n) => `f${n}: unknown_field`)),
  },
]

const numbers: Row[] = [
  {
    what: 'a number in words',
    name: 'rateCase',
    body: { rating: '5' },
    wanted: invalid('rating: wrong_type'),
  },
  { what: 'half a star', name: 'rateCase', body: { rating: 4.5 }, wanted: invalid('rating: wrong_type') },
  { what: 'no star', name: 'rateCase', body: { rating: 0 }, wanted: invalid('rating: too_small') },
  { what: 'minus nothing', name: 'rateCase', body: '{"rating":-0}', wanted: invalid('rating: too_small') },
  { what: 'six stars', name: 'rateCase', body: { rating: 6 }, wanted: invalid('rating: too_big') },
  {
    what: 'more than any number',
    name: 'rateCase',
    body: '{"rating":1e400}',
    wanted: invalid('rating: wrong_type'),
  },
  {
    what: 'a number past counting',
    name: 'rateCase',
    body: { rating: 2 ** 60 },
    wanted: invalid('rating: wrong_type'),
  },
  { what: 'NaN', name: 'rateCase', body: '{"rating":NaN}', wanted: { code: 'bad_json' } },
  {
    what: 'an area of nothing',
    name: 'addPlace',
    body: home({ area: 0 }),
    wanted: invalid('home.area: too_small'),
  },
  {
    what: 'an area beyond the world',
    name: 'addPlace',
    body: home({ area: 1e12 }),
    wanted: invalid('home.area: too_big'),
  },
  {
    what: 'a broken area',
    name: 'addPlace',
    body: home({ area: 89.37 }),
    wanted: invalid('home.area: wrong_type'),
  },
  {
    what: 'true for a version',
    name: 'acceptCase',
    body: { expectedVersion: true },
    wanted: invalid('expectedVersion: wrong_type'),
  },
]

const ids: Row[] = [
  {
    what: 'an id of words',
    name: 'assignCase',
    body: { assigneeId: 'me' },
    wanted: invalid('assigneeId: bad_format'),
  },
  {
    what: 'an id in braces',
    name: 'assignCase',
    body: { assigneeId: `{${v7()}}` },
    wanted: invalid('assigneeId: bad_format'),
  },
  {
    what: 'an id of dashes',
    name: 'assignCase',
    body: { assigneeId: '-'.repeat(36) },
    wanted: invalid('assigneeId: bad_format'),
  },
  {
    what: 'a number for an id',
    name: 'assignCase',
    body: { assigneeId: 1 },
    wanted: invalid('assigneeId: bad_format'),
  },
  {
    what: 'the id of nobody',
    name: 'assignCase',
    body: { assigneeId: v7() },
    wanted: { code: 'assignee_unavailable', fields: ['assigneeId: invalid'] },
  },
  {
    what: 'a home that is not there',
    name: 'openCase',
    body: reportWith({ placeId: v7() }),
    wanted: { code: 'place_unknown', fields: ['placeId: invalid'] },
  },
  {
    what: 'a photo that was never uploaded',
    name: 'openCase',
    body: reportWith({ photos: [v7()] }),
    wanted: { code: 'photo_unknown', fields: ['photos: invalid'] },
  },
  {
    what: 'a resident reporting for somebody else',
    name: 'openCase',
    body: reportWith({ onBehalfOf: { name: '王' } }),
    wanted: invalid('onBehalfOf: unknown_field'),
  },
]

const times: Row[] = [
  {
    what: 'a time without zone',
    name: 'pauseCase',
    body: { reason: 'weather', resumeAt: '2026-11-24T08:00:00.000' },
    wanted: invalid('resumeAt: bad_format'),
  },
  {
    what: 'a time of another zone',
    name: 'pauseCase',
    body: { reason: 'weather', resumeAt: '2026-11-24T08:00:00.000+08:00' },
    wanted: invalid('resumeAt: bad_format'),
  },
  {
    what: 'the 30th of February',
    name: 'pauseCase',
    body: { reason: 'weather', resumeAt: '2026-02-30T08:00:00.000Z' },
    wanted: invalid('resumeAt: bad_format'),
  },
  {
    what: 'the year 0',
    name: 'pauseCase',
    body: { reason: 'weather', resumeAt: '0000-01-01T00:00:00.000Z' },
    wanted: invalid('resumeAt: bad_format'),
  },
  {
    what: 'yesterday',
    name: 'pauseCase',
    body: { reason: 'weather', resumeAt: '2026-11-22T02:00:00.000Z' },
    wanted: { code: 'resume_at_invalid', fields: ['resumeAt: invalid'] },
  },
  {
    what: 'in a year',
    name: 'pauseCase',
    body: { reason: 'weather', resumeAt: '2027-11-23T02:00:00.000Z' },
    wanted: { code: 'resume_at_invalid', fields: ['resumeAt: invalid'] },
  },
  {
    what: 'a day with its time',
    name: 'endResidency',
    body: { until: '2026-11-23T00:00:00Z' },
    wanted: invalid('until: bad_format'),
  },
  {
    what: 'a day of the year 0',
    name: 'endResidency',
    body: { until: '0000-01-01' },
    wanted: invalid('until: bad_format'),
  },
  {
    what: 'a day to come',
    name: 'endResidency',
    body: { until: '2026-11-24' },
    wanted: invalid('until: too_big'),
  },
  {
    what: '25 o’clock',
    name: 'publishCalendar',
    body: calendar({ weekly: { ...calendar().weekly, 1: [{ from: '25:00', to: '26:00' }] } }),
    wanted: invalid('weekly.1.0.from: bad_format', 'weekly.1.0.to: bad_format'),
  },
  {
    what: 'hours that overlap',
    name: 'publishCalendar',
    body: calendar({
      weekly: {
        ...calendar().weekly,
        1: [
          { from: '08:00', to: '12:00' },
          { from: '11:00', to: '13:00' },
        ],
      },
    }),
    wanted: { code: 'calendar_invalid', fields: ['weekly.1.1: invalid'] },
  },
  {
    what: 'a zone on Mars',
    name: 'publishCalendar',
    body: calendar({ timeZone: 'Mars/Phobos' }),
    wanted: { code: 'calendar_invalid', fields: ['timeZone: not_listed'] },
  },
  {
    what: 'a week without Sunday',
    name: 'publishCalendar',
    body: calendar({ weekly: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [] } }),
    wanted: invalid('weekly.7: required'),
  },
]

const versions: Row[] = [
  {
    what: 'a case that moved on',
    name: 'noteOnCase',
    body: { text: '看过', expectedVersion: 1 },
    wanted: { code: 'stale_version' },
  },
  {
    what: 'a version that never was',
    name: 'noteOnCase',
    body: { text: '看过', expectedVersion: 99 },
    wanted: { code: 'stale_version' },
  },
  {
    what: 'a person that moved on',
    name: 'changePerson',
    body: { name: '王', expectedVersion: 99 },
    wanted: { code: 'stale_version' },
  },
  {
    what: 'a place that moved on',
    name: 'changePlace',
    body: { name: '花园', expectedVersion: 99 },
    wanted: { code: 'stale_version' },
  },
  {
    what: 'a person without saying which version',
    name: 'changePerson',
    body: { name: '王' },
    wanted: invalid('expectedVersion: required'),
  },
]

const damaged: Row[] = [
  { what: 'JSON cut short', name: 'openCase', body: '{"id":"', wanted: { code: 'bad_json' } },
  {
    what: 'JSON with something behind it',
    name: 'openCase',
    body: `${JSON.stringify(report())}}`,
    wanted: { code: 'bad_json' },
  },
  { what: 'single quotes', name: 'openCase', body: "{'id':1}", wanted: { code: 'bad_json' } },
  { what: 'a comma too many', name: 'openCase', body: '{"kind":"repair",}', wanted: { code: 'bad_json' } },
  { what: 'a form', name: 'openCase', body: 'kind=repair&text=x', wanted: { code: 'bad_json' } },
  {
    what: 'a line break inside a word',
    name: 'openCase',
    body: '{"text":"a\nb"}',
    wanted: { code: 'bad_json' },
  },
]

describe.each([
  ['words', texts],
  ['the shape of a body', shapes],
  ['numbers', numbers],
  ['ids', ids],
  ['times', times],
  ['versions', versions],
  ['JSON', damaged],
])('what is wrong with %s', (_, rows) => {
  it.each(rows)('$what ($name)', async ({ name, body, wanted }) => {
    const before = await snapshot(world)
    expectRefusal(await send(name, body), wanted)
    expect(await snapshot(world)).toEqual(before)
  })
})

describe('what is odd but good', () => {
  it('takes of a key that stands there twice the last', async () => {
    const body = report()
    const answer = await send('openCase', json(body, '"kind":"repair"', '"kind":"praise","kind":"repair"'))
    expect(answer.statusCode).toBe(200)
    const seen = await world.ok('readCase', { params: { id: body.id }, by: world.home.staff.agent })
    expect(seen.kind).toBe('repair')
  })

  it('keeps what people write as they wrote it: signs of SQL, HTML and message formats, emoji, other scripts', async () => {
    for (const text of [
      "'); drop table cases.case; --",
      '<img src=x onerror=alert(1)>',
      '{count, plural, one {#}} ${x} %s \\ %00',
      '👩‍👩‍👧‍👦 مرحبا नमस्ते 𠮷野家',
      '第一行\n第二行\t制表',
    ]) {
      const id = v7()
      await world.ok('openCase', { by: world.home.owner, body: { id, kind: 'enquiry', text } })
      const seen = await world.ok('readCase', { params: { id }, by: world.home.staff.agent })
      expect(seen.text).toBe(text)
    }
  })

  it('takes ids in capitals for the same ids', async () => {
    const id = v7()
    const { owner, staff } = world.home
    await world.ok('openCase', { by: owner, body: { id: id.toUpperCase(), kind: 'repair', text: '漏水' } })
    const seen = await world.ok('readCase', { params: { id: id.toUpperCase() }, by: staff.agent })
    expect(seen.id).toBe(id)
    const communityId = world.home.communityId.toUpperCase()
    expect((await world.ok('listStaff', { params: { communityId }, by: staff.agent })).items).not.toEqual([])
  })

  it('says the present version with a stale one, and of a case also its status', async () => {
    const answer = await send('noteOnCase', { text: '看过', expectedVersion: 1 })
    expect(expectRefusal(answer, { code: 'stale_version' }).detail).toMatchObject({
      version: 2,
      status: 'open',
    })
  })
})

const byWhom: Partial<Record<EndpointName, 'owner' | 'manager'>> = { openCase: 'owner', rateCase: 'owner' }

function send(name: EndpointName, body: unknown) {
  const { owner, staff, communityId } = world.home
  const by: Session = byWhom[name] === 'owner' ? owner : staff.manager
  const [method = '', pattern = ''] = routes[name].split(' ')
  const id = /people/.test(pattern)
    ? made.person
    : /places/.test(pattern)
      ? made.place
      : /residencies/.test(pattern)
        ? made.residency
        : made.case
  return world.app.inject({
    method: method as 'POST',
    url: pattern.replace('{communityId}', communityId).replace('{id}', id),
    headers: {
      cookie: `zhanggui=${by.token}`,
      'content-type': 'application/json',
      'idempotency-key': v7(),
    },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  })
}
