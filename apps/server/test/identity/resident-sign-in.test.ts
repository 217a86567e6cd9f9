import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { holdPhone, issueCounterCode, nameAccount } from '../../src/modules/identity/index.ts'
import { systemContext } from '../../src/platform/context.ts'
import { withClient } from '../../src/platform/postgres/connect.ts'
import { buildCommunity } from '../harness/builders.ts'
import type { BuiltCommunity } from '../harness/builders.ts'
import { testClock } from '../harness/server.ts'
import { startIdentity } from './ground.ts'

let server: Awaited<ReturnType<typeof startIdentity>>
let community: BuiltCommunity
const clock = testClock()

beforeAll(async () => {
  server = await startIdentity({ clock })
  community = await buildCommunity(server)
})
afterAll(() => server.close())

let serial = 0
/** A phone that the archive knows. */
async function known(): Promise<string> {
  serial += 1
  const phone = `1370000${String(serial).padStart(4, '0')}`
  const { communityId } = community
  await server.database.transaction([communityId], (tx) =>
    holdPhone(tx, { communityId, personId: v7(), phone, roles: ['owner'] }),
  )
  return phone
}
const codeFor = async (phone: string) => {
  const { request } = await server.ok('requestCode', { body: { phone } })
  return { phone, request, code: server.sent.findLast((it) => it.phone === phone)?.code ?? 'none' }
}
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
const counterCode = (phone: string) =>
  server.database.transaction([], (tx) =>
    issueCounterCode(tx, systemContext(server.database, clock.now(), []), phone),
  )
const triesOf = (phone: string) =>
  withClient(server.urls.ownerUrl, async (client) => {
    const { rows } = await client.query<{ tries: number }>(
      `select tries from identity.sign_in_code where phone = $1 order by created_at, id`,
      [phone],
    )
    return rows.map((it) => it.tries)
  })

describe('signing in by phone', () => {
  test('makes an account the first time and finds it again, however the number is typed', async () => {
    const phone = await known()
    const first = await codeFor(phone)
    const session = await server.signIn('residentSignIn', { body: first })
    const me = await server.ok('me', { by: session })
    expect(me.account).toMatchObject({ kind: 'resident', name: `137****${phone.slice(-4)}` })
    expect(me.communities).toMatchObject([{ id: community.communityId, roles: ['owner'] }])
    const { code } = await counterCode(phone)
    const typed = `+86 ${phone.slice(0, 3)} ${phone.slice(3, 7)}-${phone.slice(7)}`
    const again = await server.signIn('residentSignIn', { body: { phone: typed, code } })
    expect((await server.ok('me', { by: again })).account.id).toBe(me.account.id)
    await server.database.transaction([], (tx) => nameAccount(tx, phone, '王芳'))
    expect((await server.ok('me', { by: again })).account.name).toBe('王芳')
  })

  test('calls the resident by the name of the archive where one is given', async () => {
    const named = await startIdentity({
      on: server.urls,
      clock,
      residentName: async (context) => (context.actor.reach[0]?.personIds.length === 1 ? '陈静' : undefined),
    })
    const phone = await known()
    const { code } = await counterCode(phone)
    const by = await named.signIn('residentSignIn', { body: { phone, code } })
    expect((await named.ok('me', { by })).account.name).toBe('陈静')
    await named.close()
  })

  test('refuses what is no mobile number', async () => {
    for (const phone of ['12345', 'hello', '010-12345678', '+1 202 555 0100']) {
      const refused = await server.refused('requestCode', { body: { phone }, address: '10.9.0.1' })
      expect(refused).toMatchObject({ code: 'phone_invalid', fields: [{ path: 'phone' }] })
    }
  })
})

describe('a code', () => {
  test('counts once', async () => {
    const body = await codeFor(await known())
    const both = await Promise.all([
      server.call('residentSignIn', { body }),
      server.call('residentSignIn', { body }),
    ])
    expect(both.map((it) => it.statusCode).toSorted()).toEqual([200, 401])
    expect((await server.refused('residentSignIn', { body })).code).toBe('code_wrong_or_expired')
  })

  test('counts for ten minutes', async () => {
    const body = await codeFor(await known())
    clock.advance(600)
    expect((await server.refused('residentSignIn', { body })).code).toBe('code_wrong_or_expired')
    const fresh = await codeFor(await known())
    clock.advance(599)
    await server.ok('residentSignIn', { body: fresh })
  })

  test('counts only for the browser that asked and the phone it was sent to', async () => {
    const mine = await codeFor(await known())
    const theirs = await codeFor(await known())
    const refused = async (body: Record<string, unknown>) =>
      (await server.refused('residentSignIn', { body })).code
    const { request: _, ...without } = mine
    expect(await refused(without)).toBe('code_wrong_or_expired')
    expect(await refused({ ...mine, request: theirs.request })).toBe('code_wrong_or_expired')
    expect(await refused({ ...mine, phone: theirs.phone })).toBe('code_wrong_or_expired')
    // None of these was a try at the code itself.
    expect(await triesOf(mine.phone)).toEqual([0])
    await server.ok('residentSignIn', { body: mine })
  })

  test('is not ended by somebody else who asks for the same phone', async () => {
    const phone = await known()
    const mine = await codeFor(phone)
    await withClient(server.urls.ownerUrl, (client) => client.query('delete from platform.rate_limit'))
    await codeFor(phone)
    await server.ok('residentSignIn', { body: mine })
  })

  test('is compared at most five times, by two processes and fifty addresses at once', async () => {
    const second = await startIdentity({ on: server.urls, clock })
    const phone = await known()
    const mine = await codeFor(phone)
    const wrong = other(mine.code)
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        [server, second][n % 2]?.call('residentSignIn', {
          body: { ...mine, code: wrong },
          address: `10.6.0.${n % 50}`,
        }),
      ),
    )
    expect(new Set(answers.map((it) => it?.json().code))).toEqual(new Set(['code_wrong_or_expired']))
    expect(await triesOf(phone)).toEqual([5])
    // Now even the right one is too late.
    expect((await second.refused('residentSignIn', { body: mine })).code).toBe('code_wrong_or_expired')
    await second.close()
  })

  test('from the counter needs no browser, ends the one before and is compared five times too', async () => {
    const phone = await known()
    const before = await counterCode(phone)
    clock.advance(1)
    const { code, expiresAt } = await counterCode(phone)
    expect(Date.parse(expiresAt) - Date.parse(clock.now())).toBe(600_000)
    if (before.code !== code) {
      await server.refused('residentSignIn', { body: { phone, code: before.code } })
    }
    for (let n = 0; n < 3; n += 1)
      await server.refused('residentSignIn', { body: { phone, code: other(code) } })
    // Also when the browser had asked for one itself.
    await server.ok('residentSignIn', { body: { phone, code, request: 'asked-before' } })
    const spent = await counterCode(phone)
    for (let n = 0; n < 5; n += 1) {
      await server.refused('residentSignIn', {
        body: { phone, code: other(spent.code) },
        address: `10.7.0.${n}`,
      })
    }
    await server.refused('residentSignIn', { body: { phone, code: spent.code }, address: '10.7.0.9' })
  })

  test('is not stored in the clear', async () => {
    const { code, request, phone } = await codeFor(await known())
    const rows = await withClient(server.urls.ownerUrl, (client) =>
      client.query(`select c::text as row from identity.sign_in_code c where phone = $1`, [phone]),
    )
    expect(rows.rows).toHaveLength(1)
    expect(rows.rows[0].row).not.toContain(request)
    expect(rows.rows[0].row.split(/[(),"]/)).not.toContain(code)
  })
})

describe('a phone that no archive knows', () => {
  test('gets the same answer, but no message and no code that could be right', async () => {
    const stranger = '13699990001'
    const phone = await known()
    const a = await server.ok('requestCode', { body: { phone: stranger } })
    const b = await server.ok('requestCode', { body: { phone } })
    expect(Object.keys(a)).toEqual(Object.keys(b))
    expect({ ...a, request: '' }).toEqual({ ...b, request: '' })
    expect(a.request).toHaveLength(b.request.length)
    expect(server.sent.some((it) => it.phone === stranger)).toBe(false)
    expect(await triesOf(stranger)).toEqual([])
    // Limits tell nothing either.
    for (const body of [{ phone: stranger }, { phone }]) {
      const again = await server.refused('requestCode', { body })
      expect(again.code).toBe('too_many_tries')
      expect(again.detail?.['retryAfterSeconds']).toBeGreaterThan(50)
    }
  })

  test('as that of somebody who moved away', async () => {
    const phone = await known()
    const body = await codeFor(phone)
    await withClient(server.urls.ownerUrl, (client) =>
      client.query(`update identity.phone_holding set roles = '{}' where phone = $1`, [phone]),
    )
    expect((await server.refused('residentSignIn', { body })).code).toBe('code_wrong_or_expired')
    await withClient(server.urls.ownerUrl, (client) => client.query('delete from platform.rate_limit'))
    const sent = server.sent.length
    await server.ok('requestCode', { body: { phone } })
    expect(server.sent).toHaveLength(sent)
  })

  test('in demo mode answers a code that opens nothing', async () => {
    const demo = await startIdentity({ on: server.urls, demo: true, sms: false, clock })
    const body = { phone: '13699990002' }
    const { demoCode, request } = await demo.ok('requestCode', { body })
    expect(demoCode).toMatch(/^\d{6}$/)
    await demo.refused('residentSignIn', { body: { ...body, code: demoCode ?? '', request } })
    const phone = await known()
    const mine = await demo.ok('requestCode', { body: { phone } })
    await demo.ok('residentSignIn', { body: { phone, code: mine.demoCode ?? '', request: mine.request } })
    await demo.close()
  })
})

async function askFromOneAddress(n: number, device: string): Promise<number> {
  const phone = `1350000${String(n).padStart(4, '0')}`
  return (await server.call('requestCode', { body: { phone }, address: '10.8.1.1', device })).statusCode
}

describe('asking for codes', () => {
  test('is refused for every phone alike where no messages can be sent', async () => {
    const mute = await startIdentity({ on: server.urls, sms: false, clock })
    for (const phone of [await known(), '13699990003']) {
      expect((await mute.refused('requestCode', { body: { phone } })).code).toBe('sms_unavailable')
    }
    await mute.close()
  })

  test('is limited per phone to one a minute, together at all processes', async () => {
    const second = await startIdentity({ on: server.urls, clock })
    const phone = await known()
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        [server, second][n % 2]?.call('requestCode', { body: { phone }, address: `10.8.0.${n}` }),
      ),
    )
    expect(answers.filter((it) => it?.statusCode === 200)).toHaveLength(1)
    expect(answers.filter((it) => it?.statusCode === 429)).toHaveLength(9)
    expect(await triesOf(phone)).toHaveLength(1)
    await second.close()
  })

  test('is limited per browser to twenty and per address to a hundred an hour', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 21; n += 1) statuses.push(await askFromOneAddress(n, 'one browser'))
    expect(statuses.filter((it) => it === 429)).toHaveLength(1)
    for (let n = 21; n < 102; n += 1) statuses.push(await askFromOneAddress(n, `browser ${n}`))
    expect(statuses.filter((it) => it === 200)).toHaveLength(100)
    expect(statuses.at(-1)).toBe(429)
  })
})
