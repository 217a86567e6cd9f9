import fc from 'fast-check'

const deep = (depth: number): unknown => {
  let it: unknown = 1
  for (let level = 0; level < depth; level += 1) it = [it]
  return it
}

/** Values that no field of the contract takes as they are, or only with care. */
export const hostileValues: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  0.1,
  1e308,
  2 ** 53,
  2 ** 31,
  -(2 ** 63),
  [],
  {},
  [[]],
  [null],
  { toString: 1 },
  { length: 3 },
  '',
  ' ',
  '\u3000\u3000',
  'x',
  'x'.repeat(3000),
  '长'.repeat(100_000 / 2),
  '\u0000',
  'a\u0000b',
  'a\u0007b',
  '\u001b[2J',
  '\u007f',
  '\ud800',
  'a\udc00b',
  '\ufeff',
  '\u202e反\u2066',
  '\u2028\u2029',
  '👩‍👩‍👧‍👦'.repeat(20),
  'Z̸̡̢͓̳̜̪̩̓̈́͐̚͝a̴̦͗l̷̰͠g̶̙̈́o̷̭͌',
  "'; drop table cases.case; --",
  '%',
  '_%\\',
  String.raw`\\`,
  '"><svg onload=alert(1)>',
  '{count, plural, one {#} other {#}}',
  '${jndi:ldap://x}',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  'NaN',
  '1e400',
  '-0',
  '0x10',
  '١٢٣',
  '９９９',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '2026-02-30',
  '2026-13-01',
  '0000-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '2026-11-24T00:00:00+08:00',
  '2026-11-24T24:00:00Z',
  '+012026-11-24T00:00:00.000Z',
  '2026-11-24T00:00:00.123456789Z',
  '24:00',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'FFFFFFFF-FFFF-7FFF-8FFF-FFFFFFFFFFFF',
  '-'.repeat(36),
  '{018f4e2a-0000-7000-8000-000000000000}',
  '../../etc/passwd',
  'https://evil.example/',
  deep(50),
  deep(1000),
]

const base64url = (text: string): string => Buffer.from(text).toString('base64url')
const someId = '018f4e2a-0000-7000-8000-000000000000'

/** Cursors that nobody handed out: nonsense, and what looks like a position but is none. */
export const badCursors: readonly string[] = [
  '',
  'x',
  '????',
  base64url('nonsense'),
  base64url('null'),
  base64url('[]'),
  base64url('{}'),
  base64url(`2026-11-23T02:00:00.000Z ${someId}`),
  base64url(`2026-02-30T02:00:00.000Z ${someId}`),
  base64url(`2026-99-99T99:99:99.999Z ${someId}`),
  base64url(`0000-01-01T00:00:00.000Z ${someId}`),
  base64url(`9999-12-31T23:59:59.999Z ${someId}`),
  base64url(`2026-11-23T02:00:00.000Z ${'-'.repeat(36)}`),
  base64url(`2026-11-23T02:00:00.000Z ${'a'.repeat(36)}`),
  base64url(JSON.stringify(['2026-11-23T02:00:00.000Z', someId])),
  base64url(JSON.stringify(['0000-01-01T00:00:00.000Z', someId])),
  base64url(JSON.stringify(['2026-11-23T02:00:00+14:00', someId])),
  base64url(JSON.stringify(['王小明', someId])),
  base64url(JSON.stringify(['王小明', '-'.repeat(36)])),
  base64url(JSON.stringify(['\ud800', someId])),
  base64url(JSON.stringify(['\u0000', someId])),
  base64url(JSON.stringify([1, 2])),
  'A'.repeat(400),
  'A'.repeat(5000),
]

/** Names of fields that no request has, and that JavaScript objects have by themselves. */
export const strangeKeys = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'extra',
  'id',
  '客户',
  'a.b',
]

/** What is done to the text of a body before it is sent. */
export type Damage =
  | 'none'
  | 'cut'
  | 'flip'
  | 'twice'
  | 'infinite'
  | 'minus zero'
  | 'mark'
  | 'tail'
  | 'not utf-8'
  | 'nul'
  | 'empty'
  | 'deep'
  | 'proto'
  | 'single quotes'
  | 'huge'

/** All but the one that sends megabytes, of which a few are enough. */
export const damages: readonly Damage[] = [
  'cut',
  'flip',
  'twice',
  'infinite',
  'minus zero',
  'mark',
  'tail',
  'not utf-8',
  'nul',
  'empty',
  'deep',
  'proto',
  'single quotes',
]

/** The bytes of a JSON text after something happened to them on the way. */
export function damaged(json: string, damage: Damage, at: number): Buffer {
  const bytes = Buffer.from(json)
  const position = bytes.length === 0 ? 0 : at % bytes.length
  switch (damage) {
    case 'none':
      return bytes
    case 'cut':
      return bytes.subarray(0, position)
    case 'flip':
      return Buffer.from(bytes.map((it, index) => (index === position ? it ^ (1 << (at % 8)) : it)))
    case 'twice':
      // Every key stands there twice, first with another value.
      return Buffer.from(json.replaceAll(/([{,])"(\w+)":/g, '$1"$2":"before","$2":'))
    case 'infinite':
      return Buffer.from(json.replace(/:("[^"]*"|-?\d+|true|false|null)/, ':1e400'))
    case 'minus zero':
      return Buffer.from(json.replace(/:-?\d+/, ':-0').replace(/:"[^"]*"/, ':-0'))
    case 'mark':
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])
    case 'tail':
      return Buffer.concat([bytes, Buffer.from('}]garbage')])
    case 'not utf-8':
      return Buffer.concat([
        bytes.subarray(0, position),
        Buffer.from([0xc3, 0x28, 0xff, 0xfe]),
        bytes.subarray(position),
      ])
    case 'nul':
      return Buffer.concat([bytes.subarray(0, position), Buffer.from([0]), bytes.subarray(position)])
    case 'empty':
      return Buffer.alloc(0)
    case 'deep': {
      const nest = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
      return Buffer.from(at % 2 ? nest : json.replace(/:("[^"]*"|-?\d+|true|false|null)/, `:${nest}`))
    }
    case 'proto':
      return Buffer.from(json.replace(/^\{/, '{"__proto__":{"admin":true},"constructor":{"prototype":{}},'))
    case 'single quotes':
      return Buffer.from(json.replaceAll('"', "'"))
    case 'huge':
      return Buffer.concat([bytes, Buffer.alloc(10_000_000, ' ')])
  }
}

// Each time another object: what is broken further must not change the list.
export const hostile: fc.Arbitrary<unknown> = fc
  .constantFrom(...hostileValues)
  .map((it) => structuredClone(it))
