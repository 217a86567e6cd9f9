import { caseKinds, caseStatuses, endpoints } from '@zhanggui/contract'
import type { EndpointName, EndpointShape } from '@zhanggui/contract'
import fc from 'fast-check'
import * as z from 'zod'
import { badCursors, damages, hostile, strangeKeys } from './hostile.ts'
import type { Damage } from './hostile.ts'
import type { Thing } from './pool.ts'

/** A place in a planned body that is filled in when it is sent: an id of the pool, the version it has by then. */
export type Blank =
  | { $: 'thing'; thing: Thing; n: number; whose: 'own' | 'foreign' | 'nobody' }
  | { $: 'version'; off: number }
  | { $: 'new' }
  | { $: 'instant'; seconds: number }

export type Plan = {
  name: EndpointName
  caller: number
  params: Record<string, unknown>
  query: Record<string, unknown>
  body: unknown
  /** What is broken in the body, by position, after it is filled in; none: it is sent as the contract has it. */
  breaks: Break[]
  damage: Damage
  at: number
  file: number
  /** Begins from the request by which the permission matrix gets in, on a thing of its own, ripe for it. */
  ripe: boolean
  wire: Wire
}

export type Break =
  | { do: 'put'; at: number; value: unknown }
  | { do: 'drop'; at: number }
  | { do: 'add'; at: number; key: string; value: unknown }
  | { do: 'wrap'; at: number }
  | { do: 'whole'; value: unknown }

/** How it is sent, where that is not as usual. */
export type Wire = {
  type?: string
  method?: string
  path?: 'slash' | 'double' | 'nul' | 'percent' | 'long' | 'case' | 'dots'
  query?: 'unknown' | 'double' | 'array' | 'percent' | 'proto' | 'long'
  key?: 'absent' | 'bad' | 'again'
  origin?: string
  language?: string
}

type Schema = {
  type?: string
  format?: string
  pattern?: string
  enum?: string[]
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
}

const blank = (thing: Thing): fc.Arbitrary<Blank> =>
  fc.record({
    $: fc.constant('thing' as const),
    thing: fc.constant(thing),
    n: fc.nat(1000),
    whose: fc.oneof(
      { weight: 12, arbitrary: fc.constant('own' as const) },
      { weight: 2, arbitrary: fc.constant('foreign' as const) },
      { weight: 1, arbitrary: fc.constant('nobody' as const) },
    ),
  })

const thingOfParam: Partial<Record<EndpointShape['reach'] | 'self', Thing>> = {
  case: 'case',
  place: 'place',
  home: 'home',
  person: 'person',
  residency: 'residency',
  file: 'file',
  roster: 'roster',
  self: 'session',
}
const thingOfField: Record<string, Thing> = {
  communityId: 'community',
  accountId: 'account',
  assigneeId: 'account',
  assignee: 'account',
  tracker: 'account',
  placeId: 'place',
  parentId: 'place',
  homeId: 'home',
  personId: 'person',
  calendarId: 'calendar',
  photos: 'file',
  ids: 'notification',
}

const words = fc.constantFrom(
  '厨房水管漏水',
  '电梯异响，请派人看看',
  'Light is off',
  '好',
  '王先生您好，师傅明天上午到。',
  '3-1-502',
  'wxm',
  '0001',
)
const phones = fc.constantFrom(
  '13800000001',
  '138 1234 5678',
  '+86 13912345678',
  '010-62345678',
  '6234567',
  '1380013800',
)
const names = fc.constantFrom('王小明', '欧阳娜娜', 'John Smith', '李 四', '阿卜杜拉·买买提')
const listOf = (all: readonly string[]) => fc.subarray([...all], { minLength: 1 }).map((it) => it.join(','))
const always = [{ from: '00:00', to: '24:00' }]

/** Fields whose everyday value can not be read off the shape. */
const byName: Record<string, (name: EndpointName, schema: Schema) => fc.Arbitrary<unknown> | undefined> = {
  id: (name) =>
    name in bodyIds
      ? fc.oneof(
          { weight: 6, arbitrary: fc.constant({ $: 'new' }) },
          { weight: 1, arbitrary: blank(bodyIds[name] ?? 'case') },
        )
      : undefined,
  expectedVersion: () => fc.record({ $: fc.constant('version'), off: fc.constantFrom(0, 0, 0, 0, 0, 1, -1) }),
  phone: () => phones,
  name: (name) =>
    name === 'addPlace' || name === 'changePlace'
      ? fc.stringMatching(/^[1-9]\d{0,3}(栋|单元|室)?$/)
      : name.startsWith('publish')
        ? fc.nat(60).map((it) => `时限${it}`)
        : names,
  token: (name) => blank(name === 'readInvitation' || name === 'acceptInvitation' ? 'invitation' : 'token'),
  secret: () => blank('secret'),
  cursor: () => fc.oneof(blank('cursor'), fc.constantFrom(...badCursors)),
  limit: () => fc.constantFrom('1', '2', '20', '100', '0', '-1', '1e1', '101', 'x', '', '1.5', ' 5 '),
  status: () => listOf([...caseStatuses, 'active']),
  kind: (_name, schema) => (schema.enum ? undefined : listOf(caseKinds)),
  resumeAt: () =>
    fc.record({ $: fc.constant('instant'), seconds: fc.integer({ min: -100, max: 8_000_000 }) }),
  until: () => fc.constantFrom('2026-11-23', '2026-11-22', '2026-01-01', '2027-01-01', '1999-12-31'),
  since: () => fc.constantFrom('2026-11-23', '2020-02-29', '1999-12-31', '2030-01-01'),
  handoverOn: () => fc.constantFrom('2020-02-29', '2026-11-23', '1900-01-01'),
  floor: () => fc.constantFrom('1', '3A', 'B1', '-1', '顶层', '地下二层', '99'),
  timeZone: () =>
    fc.constantFrom('Asia/Shanghai', 'UTC', 'asia/shanghai', 'Mars/Phobos', '+08:00', 'Etc/GMT+12'),
  weekly: () => fc.constant(Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, always]))),
  login: () => fc.oneof(fc.constantFrom('door-own', 'nobody'), fc.stringMatching(/^[a-z][a-z0-9]{3,12}$/)),
  code: () => fc.stringMatching(/^\d{6}$/),
  password: () => fc.constantFrom('Deng-Huo-Lan-Shan-27', 'password123', '一二三四五六七八九十'),
  fileName: () => fc.constantFrom('住户.xlsx', '../../etc/passwd', 'a.csv'),
  q: () => fc.oneof(words, names, fc.constantFrom('%', '_', '\\', '2611-00001', '-1', '1', '0', "'")),
}
const bodyIds: Partial<Record<EndpointName, Thing>> = {
  openCase: 'case',
  openPublicCase: 'case',
  addPlace: 'place',
  addPerson: 'person',
  addResidency: 'residency',
  supplementPublicCase: 'key',
  answerPublicCase: 'key',
}

/** What the contract takes in this place, with real things in it. */
function fitting(schema: Schema, name: EndpointName, field: string): fc.Arbitrary<unknown> {
  const known = byName[field]?.(name, schema)
  if (known && schema.type !== 'array') return known
  if (schema.format === 'uuid') return blank(thingOfField[field] ?? 'case')
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((it) => fitting(it, name, field)))
  switch (schema.type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 100, 1_000_000) })
    case 'array':
      return fc.array(fitting(schema.items ?? {}, name, field), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, 2),
      })
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([key, it]) => [key, fitting(it, name, key)]),
        ),
        { requiredKeys: schema.required ?? [] },
      )
    default:
      if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern))
      return words.map((it) => it.slice(0, schema.maxLength ?? 2000))
  }
}

const schemaOf = (shape: z.ZodType | undefined): Schema | undefined =>
  shape && (z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema)

const breakage: fc.Arbitrary<Break> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('put' as const), at: fc.nat(100), value: hostile }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('drop' as const), at: fc.nat(100) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      at: fc.nat(100),
      key: fc.constantFrom(...strangeKeys),
      value: hostile,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wrap' as const), at: fc.nat(100) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('whole' as const), value: hostile }) },
)

const usual: fc.Arbitrary<Wire> = fc.constant({})
const odd: fc.Arbitrary<Wire> = fc.oneof(
  fc.record({
    type: fc.constantFrom(
      '',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
      'APPLICATION/JSON',
      'application/json; charset=gbk',
      'application/json;',
      'image/png',
      'text/csv',
      'x'.repeat(500),
    ),
  }),
  fc.record({ method: fc.constantFrom('PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'GET', 'POST') }),
  fc.record({ path: fc.constantFrom('slash', 'double', 'nul', 'percent', 'long', 'case', 'dots') }),
  fc.record({ query: fc.constantFrom('unknown', 'double', 'array', 'percent', 'proto', 'long') }),
  fc.record({ key: fc.constantFrom('absent', 'bad', 'again') }),
  fc.record({
    origin: fc.constantFrom('https://evil.example', 'null', 'x', 'http://localhost', 'http://localhost:80'),
  }),
  fc.record({ language: fc.constantFrom('en', 'zh', 'xx', '*', '', 'en;q=0', 'x'.repeat(2000)) }),
)

// Passwords and pictures cost a thousand times what a look at a case does; ended sessions keep their owners out.
const rare = new Set<EndpointName>([
  'signOut',
  'revokeSession',
  'endAppointment',
  'staffSignIn',
  'changePassword',
  'acceptInvitation',
  'removeTotp',
  'uploadFile',
  'uploadPublicFile',
  'previewRoster',
])
const busy = (name: EndpointName): number =>
  rare.has(name) ? 2 : endpoints[name].reach === 'case' || name === 'openCase' ? 12 : 6

/** A request of some endpoint by somebody: mostly as the contract wants it, often with something broken. */
export const plan: fc.Arbitrary<Plan> = fc.oneof(
  ...(Object.keys(endpoints) as EndpointName[])
    .filter((name) => name !== 'demoSignIn')
    .map((name) => ({ weight: busy(name), arbitrary: planOf(name) })),
)

function planOf(name: EndpointName): fc.Arbitrary<Plan> {
  const shape: EndpointShape = endpoints[name]
  const params = schemaOf(shape.params)
  const query = schemaOf(shape.query)
  const body = schemaOf(shape.body)
  const ids = Object.fromEntries(
    Object.keys(params?.properties ?? {}).map((key) => [
      key,
      fc.oneof(
        { weight: 19, arbitrary: blank(thingOfField[key] ?? thingOfParam[shape.reach] ?? 'case') },
        { weight: 1, arbitrary: hostile },
      ),
    ]),
  )
  return fc.record({
    name: fc.constant(name),
    caller: fc.nat(1000),
    params: fc.record(ids),
    query: query ? (fitting(query, name, '') as fc.Arbitrary<Record<string, unknown>>) : fc.constant({}),
    body: body ? fitting(body, name, '') : fc.constant({}),
    breaks: fc.oneof(
      { weight: 6, arbitrary: fc.constant([]) },
      { weight: 4, arbitrary: fc.array(breakage, { minLength: 1, maxLength: 2 }) },
    ),
    damage: fc.oneof(
      { weight: 20, arbitrary: fc.constant('none' as const) },
      { weight: 1, arbitrary: fc.constantFrom(...damages) },
    ),
    at: fc.nat(5000),
    file: fc.nat(1000),
    // Often enough that each of a hundred endpoints is met in the state it is made for.
    ripe: fc.oneof(
      { weight: 14, arbitrary: fc.constant(false) },
      { weight: 7, arbitrary: fc.constant(true) },
    ),
    wire: fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd }),
  }) as fc.Arbitrary<Plan>
}
