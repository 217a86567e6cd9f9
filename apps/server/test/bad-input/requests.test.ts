import { once } from 'node:events'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { refusals as english } from '@zhanggui/messages/en/refusals'
import { refusals as chinese } from '@zhanggui/messages/zh-Hans/refusals'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld } from '../harness/world.ts'
import type { World } from '../harness/world.ts'
import { expectRefusal } from './expect-refusal.ts'
import type { Wanted } from './expect-refusal.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const invalid = (...fields: string[]): Wanted => ({ code: 'invalid_fields', fields })
const notFound: Wanted = { code: 'not_found' }
const badRequest: Wanted = { code: 'bad_request' }

/** Asks as an agent; `headers` of null are left out. */
function ask(
  method: string,
  url: string,
  more: { headers?: Record<string, string | null>; payload?: string | Buffer } = {},
): Promise<LightMyRequestResponse> {
  const headers: Record<string, string | null> = {
    host: 'localhost',
    cookie: `zhanggui=${world.home.staff.agent.token}`,
    ...(method === 'POST' ? { 'content-type': 'application/json', 'idempotency-key': v7() } : {}),
    ...more.headers,
  }
  return world.app.inject({
    method: method as 'GET',
    url: url.replace('{community}', world.home.communityId),
    headers: Object.fromEntries(
      Object.entries(headers).flatMap(([key, value]): [string, string][] =>
        value === null ? [] : [[key, value]],
      ),
    ),
    ...(more.payload === undefined ? {} : { payload: more.payload }),
  } as InjectOptions)
}

const cursor = (text: string): string => Buffer.from(text).toString('base64url')
const id = '018f4e2a-0000-7000-8000-000000000000'

describe('what is wrong with an address', () => {
  const paths: [string, string, Wanted][] = [
    ['a path that is none', '/api/v1/nothing', notFound],
    ['an id of words', '/api/v1/cases/mine', invalid('id: bad_format')],
    ['an id of SQL', "/api/v1/cases/1'%20or%20'1'='1", invalid('id: bad_format')],
    ['an id of NUL', '/api/v1/cases/%00', invalid('id: bad_format')],
    ['an id of somebody who is not there', `/api/v1/cases/${v7()}`, notFound],
    ['an id too long for any', `/api/v1/cases/${'a'.repeat(3000)}`, notFound],
    ['a percent sign and nothing behind it', '/api/v1/cases/%zz', badRequest],
    ['half a character', '/api/v1/cases/%ff', badRequest],
    ['a slash at the end', '/api/v1/cases/', invalid('id: bad_format')],
    ['a way up', '/api/v1/../../etc/passwd', notFound],
  ]
  it.each(paths)('%s', async (_, path, wanted) => {
    expectRefusal(await ask('GET', path), wanted)
  })

  const queries: [string, string, Wanted][] = [
    ['a field nobody knows', '/api/v1/cases?surprise=1', invalid('surprise: unknown_field')],
    ['a field where there are none', '/api/v1/me?verbose=1', invalid('verbose: unknown_field')],
    ['a field twice', '/api/v1/cases?q=a&q=b', invalid('q: wrong_type')],
    ['a field of fields', '/api/v1/cases?q[a]=1', invalid('q[a]: unknown_field')],
    ['a prototype', '/api/v1/cases?__proto__[admin]=1', invalid('__proto__[admin]: unknown_field')],
    ['a page of none', '/api/v1/cases?limit=0', invalid('limit: too_small')],
    ['a page of all', '/api/v1/cases?limit=1000', invalid('limit: too_big')],
    ['a page of half a case', '/api/v1/cases?limit=1.5', invalid('limit: wrong_type')],
    ['a page of words', '/api/v1/cases?limit=many', invalid('limit: wrong_type')],
    ['a status that is none', '/api/v1/cases?status=new,asleep', invalid('status.1: not_listed')],
    ['no status at all', '/api/v1/cases?status=', invalid('status.0: not_listed')],
    ['words too long', `/api/v1/cases?q=${'a'.repeat(61)}`, invalid('q: too_long')],
    ['words with NUL', '/api/v1/cases?q=%00', invalid('q: bad_text')],
    ['a community of words', '/api/v1/cases?communityId=mine', invalid('communityId: bad_format')],
    ['a community that is not there', `/api/v1/cases?communityId=${v7()}`, notFound],
    ['somebody nobody can be', '/api/v1/cases?assignee=you', invalid('assignee: bad_format')],
    ['no words to look for', '/api/v1/communities/{community}/search', invalid('q: required')],
    ['a lens that is none', '/api/v1/communities/{community}/chart?lens=x', invalid('lens: not_listed')],
  ]
  it.each(queries)('in its query: %s', async (_, path, wanted) => {
    expectRefusal(await ask('GET', path), wanted)
  })

  const cursors: [string, string][] = [
    ['words', 'next'],
    ['nothing', ''],
    ['nonsense', cursor('nonsense')],
    ['another kind of list', cursor(JSON.stringify(['王小明', id]))],
    ['a day that is none', cursor(`2026-02-30T00:00:00.000Z ${id}`)],
    ['an hour that is none', cursor(`2026-11-23T25:00:00.000Z ${id}`)],
    ['the year 0', cursor(`0000-01-01T00:00:00.000Z ${id}`)],
    ['an id of dashes', cursor(`2026-11-23T00:00:00.000Z ${'-'.repeat(36)}`)],
    ['null', cursor('null')],
    ['SQL', cursor(`2026-11-23T00:00:00.000Z ' or 1=1; --`)],
  ]
  it.each(cursors)('a cursor of %s', async (_, text) => {
    for (const path of ['/api/v1/cases', '/api/v1/communities/{community}/people']) {
      if (path.endsWith('people') && text === cursor(JSON.stringify(['王小明', id]))) continue
      expectRefusal(await ask('GET', `${path}?cursor=${text}`), invalid('cursor: bad_format'))
    }
    const own = await world.call('listMyAccess', { query: { cursor: text }, by: world.home.owner })
    expectRefusal(own, invalid('cursor: bad_format'))
  })

  it('a cursor longer than any', async () => {
    expectRefusal(await ask('GET', `/api/v1/cases?cursor=${'A'.repeat(401)}`), invalid('cursor: too_long'))
  })
})

describe('what is wrong with the way it is asked', () => {
  it('a method the path does not have: says which it has', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const answer = await ask(method, '/api/v1/cases')
      expectRefusal(answer, { code: 'method_not_allowed' })
      expect(answer.headers['allow']).toBe('POST, GET, HEAD')
    }
    const answer = await ask('GET', `/api/v1/cases/${v7()}/accept`)
    expectRefusal(answer, { code: 'method_not_allowed' })
    expect(answer.headers['allow']).toBe('POST')
  })

  it('answers HEAD like GET, without the words', async () => {
    const answer = await ask('HEAD', '/api/v1/cases')
    expect([answer.statusCode, answer.body]).toEqual([200, ''])
  })

  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'image/png',
    'text/csv',
    'x',
    '',
  ]
  it.each(types)('a body of type “%s”', async (type) => {
    const payload = JSON.stringify({ id: v7(), kind: 'repair', text: '漏水' })
    const answer = await ask('POST', '/api/v1/cases', { headers: { 'content-type': type }, payload })
    expectRefusal(answer, { code: 'unsupported_media_type' })
  })

  it('takes JSON whatever is said behind its type', async () => {
    for (const type of ['application/json; charset=utf-8', 'Application/JSON', 'application/json;']) {
      const payload = JSON.stringify({ id: v7(), kind: 'repair', text: '漏水' })
      const answer = await ask('POST', '/api/v1/cases', { headers: { 'content-type': type }, payload })
      expect([type, answer.statusCode]).toEqual([type, 200])
    }
  })

  it('a file where JSON is wanted, JSON where a file is wanted, and no file at all', async () => {
    const json = await ask('POST', '/api/v1/files', { payload: '{}' })
    expectRefusal(json, { code: 'unsupported_media_type' })
    const headers = { 'content-type': 'image/png' }
    expectRefusal(await ask('POST', '/api/v1/files', { headers, payload: '' }), badRequest)
    expectRefusal(await ask('POST', '/api/v1/cases', { headers, payload: 'x' }), {
      code: 'unsupported_media_type',
    })
  })

  it('more than a quarter of a megabyte of JSON, or fifteen of a file', async () => {
    const text = ' '.repeat(256 * 1024 - 2)
    const full = await ask('POST', '/api/v1/cases', { payload: `${text}{}` })
    expectRefusal(full, invalid('id: required', 'kind: required', 'text: required'))
    const over = await ask('POST', '/api/v1/cases', { payload: `${text} {}` })
    expectRefusal(over, { code: 'body_too_large' })
    const far = await ask('POST', '/api/v1/cases', { payload: Buffer.alloc(10_000_000, ' ') })
    expectRefusal(far, { code: 'body_too_large' })
    const headers = { 'content-type': 'image/png' }
    const file = (bytes: number) => ask('POST', '/api/v1/files', { headers, payload: Buffer.alloc(bytes) })
    expectRefusal(await file(15 * 1024 * 1024), { code: 'file_type_refused' })
    expectRefusal(await file(15 * 1024 * 1024 + 1), { code: 'body_too_large' })
  })

  it('bytes that are not UTF-8 become signs that say so, and nothing else', async () => {
    const opened = v7()
    const bytes = Buffer.concat([
      Buffer.from(`{"id":"${opened}","kind":"enquiry","text":"a`),
      Buffer.from([0xc3, 0x28, 0xff]),
      Buffer.from('b"}'),
    ])
    const answer = await ask('POST', '/api/v1/cases', { payload: bytes })
    expect(answer.statusCode).toBe(200)
    const seen = await world.ok('readCase', { params: { id: opened }, by: world.home.staff.agent })
    expect(seen.text).toBe('a\ufffd(\ufffdb')
  })

  const keys = ['1', 'x'.repeat(36), `{${v7()}}`, `${v7()}, ${v7()}`, "' or 1=1", '']
  it.each(keys)('an Idempotency-Key of “%s”', async (key) => {
    const answer = await ask('POST', '/api/v1/cases', {
      headers: { 'idempotency-key': key },
      payload: JSON.stringify({ id: v7(), kind: 'repair', text: '漏水' }),
    })
    expectRefusal(answer, invalid('Idempotency-Key: bad_format'))
  })

  it('a key that was used for something else', async () => {
    const headers = { 'idempotency-key': v7() }
    const report = (text: string) =>
      ask('POST', '/api/v1/cases', { headers, payload: JSON.stringify({ id, kind: 'repair', text }) })
    expect((await report('漏水')).statusCode).toBe(200)
    expect((await report('漏水')).statusCode).toBe(200)
    expectRefusal(await report('停电'), { code: 'key_reused' })
    expectRefusal(await ask('POST', `/api/v1/cases/${id}/accept`, { headers, payload: '{}' }), {
      code: 'key_reused',
    })
  })

  it('lets two people use the same key, each for their own act', async () => {
    const { owner, staff } = world.home
    const params = { id: v7() }
    const key = v7()
    await world.ok('openCase', { by: owner, body: { ...params, kind: 'enquiry', text: '问' } })
    await world.ok('replyToCase', { params, by: staff.agent, key, body: { text: '答一' } })
    await world.ok('replyToCase', { params, by: staff.manager, key, body: { text: '答二' } })
    await world.ok('supplementCase', { params, by: owner, key, body: { text: '再问' } })
    const seen = await world.ok('readCase', { params, by: staff.agent })
    expect(seen.timeline.map((it) => it.text)).toEqual(['问', '答一', '答二', '再问'])
    expect(seen.timeline.filter((it) => it.kind === 'replied').map((it) => it.delivery)).toEqual([
      'read',
      'read',
    ])
  })

  const foreign: [string, Record<string, string>][] = [
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page that hides where it is', { origin: 'null' }],
    ['our name with another port', { origin: 'http://localhost:8080' }],
    ['no address at all', { origin: 'x' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour of ours, as the browser says', { 'sec-fetch-site': 'same-site' }],
    [
      'our address, but another site as the browser says',
      { origin: 'http://localhost', 'sec-fetch-site': 'cross-site' },
    ],
  ]
  it.each(foreign)('a change that comes from %s', async (_, headers) => {
    const answer = await ask('POST', '/api/v1/me/preferences', { headers, payload: '{"locale":"en"}' })
    expectRefusal(answer, { code: 'origin_refused' })
    expect((await ask('GET', '/api/v1/me', { headers })).json()).toMatchObject({
      account: { locale: 'zh-Hans' },
    })
  })

  it('takes changes from its own pages and from programs that are no browser', async () => {
    const own = [
      {},
      { origin: 'http://localhost' },
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
    ]
    for (const headers of own) {
      const payload = '{"locale":"zh-Hans"}'
      expect((await ask('POST', '/api/v1/me/preferences', { headers, payload })).statusCode).toBe(200)
    }
  })

  it('a session that is none is no session', async () => {
    for (const cookie of [
      'zhanggui=x',
      `zhanggui=${'A'.repeat(43)}`,
      'zhanggui=',
      "zhanggui=' or 1=1",
      '%=%',
    ]) {
      expectRefusal(await ask('GET', '/api/v1/me', { headers: { cookie } }), { code: 'not_signed_in' })
    }
  })
})

describe('the language of a refusal', () => {
  const languages: [string | null, 'en' | 'zh'][] = [
    [null, 'zh'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en-US,en;q=0.9', 'en'],
    ['EN', 'en'],
    ['fr', 'zh'],
    ['*', 'zh'],
    ['', 'zh'],
    ['english', 'zh'],
    ['x'.repeat(5000), 'zh'],
  ]
  it.each(languages)('for Accept-Language %s', async (language, spoken) => {
    const answer = await ask('GET', `/api/v1/cases/${v7()}`, { headers: { 'accept-language': language } })
    const { title, texts } = answer.json<{ title: string; texts: Record<string, string> }>()
    expect(title).toBe((spoken === 'en' ? english : chinese)['refusal.not_found'])
    expect(texts).toEqual({ 'zh-Hans': chinese['refusal.not_found'], en: english['refusal.not_found'] })
  })
})

describe('what is not even a request', () => {
  it.each([
    ['words', 'hello\r\n\r\n'],
    ['a method of nothing', ' / HTTP/1.1\r\n\r\n'],
    ['a head without end', `GET / HTTP/1.1\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`],
    [
      'two lengths',
      'POST /api/v1/cases HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
    ],
    [
      'a length and pieces',
      'POST /api/v1/cases HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a length of words', 'POST /api/v1/cases HTTP/1.1\r\nHost: x\r\nContent-Length: ten\r\n\r\n'],
    ['a line break in a head', 'GET /api/v1/me HTTP/1.1\r\nHost: x\r\nX: a\nY: b\u0000\r\n\r\n'],
  ])('%s: is refused in a word and hung up on', async (_, bytes) => {
    if (!world.app.server.listening) await world.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = world.app.server.address() as AddressInfo
    const socket = connect(port, '127.0.0.1')
    let said = ''
    socket.setEncoding('utf8').on('data', (it: string) => (said += it))
    // It may be hung up on before all is said.
    socket.on('error', () => undefined)
    socket.write(bytes, 'latin1')
    await once(socket, 'close')
    expect(said).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(said).not.toMatch(/\bat |node_modules|\.(ts|js):/)
    // The next one is served.
    expect((await fetch(`http://127.0.0.1:${port}/api/v1/me`)).status).toBe(401)
  })
})
