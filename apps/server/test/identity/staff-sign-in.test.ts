import { generateSync } from 'otplib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildHouse, buildStaff } from '../harness/builders.ts'
import { testClock } from '../harness/server.ts'
import { startIdentity } from './ground.ts'

let server: Awaited<ReturnType<typeof startIdentity>>
let house: Awaited<ReturnType<typeof buildHouse>>
const password = 'three brown owls'

beforeAll(async () => {
  server = await startIdentity()
  house = await buildHouse(server)
})
afterAll(() => server.close())

const staffWith = (login: string) => buildStaff(server, { ...house, role: 'agent', login, password })

const setState = (accountId: string, state: 'left' | 'invited') =>
  server.database.house.updateTable('identity.account').set({ state }).where('id', '=', accountId).execute()

async function timeToRefuse(login: string): Promise<number> {
  const start = performance.now()
  await server.refused('staffSignIn', { body: { login, password: 'x' } })
  return performance.now() - start
}

describe('a password', () => {
  test('lets in whoever knows it, whatever the case of the login', async () => {
    const { accountId } = await staffWith('li.min')
    const session = await server.signIn('staffSignIn', { body: { login: 'Li.Min', password } })
    expect((await server.ok('me', { by: session })).account.id).toBe(accountId)
  })

  test('that is wrong, of nobody, of somebody invited or of somebody who left answers alike', async () => {
    await staffWith('wang.wei')
    const left = await staffWith('long.gone')
    const invited = await staffWith('not.yet')
    await setState(left.accountId, 'left')
    await setState(invited.accountId, 'invited')
    const answers = await Promise.all(
      [
        { login: 'wang.wei', password: 'three brown cats' },
        { login: 'nobody.at.all', password },
        { login: house.staff.worker.login, password },
        { login: 'long.gone', password },
        { login: 'not.yet', password },
      ].map(async (body) => {
        const { request: _, ...problem } = await server.refused('staffSignIn', { body })
        return problem
      }),
    )
    expect(answers[0]?.code).toBe('sign_in_failed')
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  test('takes as long to refuse for an unknown login as for a known one', async () => {
    await staffWith('timed')
    const times = { untimed: [] as number[], timed: [] as number[] }
    for (let n = 0; n < 9; n += 1) {
      times.untimed.push(await timeToRefuse('untimed'))
      times.timed.push(await timeToRefuse('timed'))
    }
    const ratio = Math.min(...times.untimed) / Math.min(...times.timed)
    // The quickest of nine, because a shared machine is noisy; without the decoy the ratio is below a third.
    expect(ratio).toBeGreaterThan(0.6)
    expect(ratio).toBeLessThan(1.6)
  })

  test('can be tried ten times a quarter of an hour per login, from anywhere and at any process', async () => {
    const other = await startIdentity({ on: server.urls })
    await staffWith('guessed')
    const codes: string[] = []
    for (let n = 0; n < 12; n += 1) {
      const at = n % 2 === 0 ? server : other
      const body = { login: 'guessed', password: `guess number ${n}` }
      codes.push((await at.refused('staffSignIn', { body, address: `10.2.0.${n}` })).code)
    }
    expect(codes).toEqual([...Array(10).fill('sign_in_failed'), 'too_many_tries', 'too_many_tries'])
    const refused = await other.call('staffSignIn', { body: { login: 'guessed', password } })
    const wait = (refused.json() as { detail: { retryAfterSeconds: number } }).detail.retryAfterSeconds
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(900)
    expect(refused.headers['retry-after']).toBe(String(wait))
    // A login that nobody has is limited all the same, so that the limit tells nothing.
    for (let n = 0; n < 10; n += 1) {
      await other.refused('staffSignIn', {
        body: { login: 'guessed.nobody', password },
        address: `10.3.0.${n}`,
      })
    }
    const nobody = { body: { login: 'guessed.nobody', password }, address: '10.3.0.99' }
    expect((await server.refused('staffSignIn', nobody)).code).toBe('too_many_tries')
    await other.close()
  })

  test('guessed over many logins is stopped by address, whatever the browser calls itself', async () => {
    const tries = Array.from({ length: 101 }, (_, n) => n)
    const codes: string[] = []
    for (const n of tries) {
      const body = { login: `sprayed-${n}`, password: 'x' }
      const asking = { body, address: '10.4.0.1', device: `browser ${n}` }
      codes.push((await server.refused('staffSignIn', asking)).code)
    }
    expect(codes.filter((it) => it === 'sign_in_failed')).toHaveLength(100)
    expect(codes.at(-1)).toBe('too_many_tries')
  })
})

describe('changing a password', () => {
  test('needs the old one, ends the other sessions and keeps this one', async () => {
    const elsewhere = await staffWith('changer')
    const here = await server.signIn('staffSignIn', { body: { login: 'changer', password } })
    const next = 'five grey herons'
    const wrong = await server.refused('changePassword', { by: here, body: { current: 'no', next } })
    expect(wrong).toMatchObject({ status: 422, fields: [{ path: 'current', problem: 'invalid' }] })
    await server.ok('changePassword', { by: here, body: { current: password, next } })
    await server.ok('me', { by: here })
    expect((await server.refused('me', { by: elsewhere })).code).toBe('not_signed_in')
    await server.refused('staffSignIn', { body: { login: 'changer', password } })
    await server.signIn('staffSignIn', { body: { login: 'changer', password: next } })
  })

  test.each(['changer2-changer2', 'password123', '1234567890', 'aaaaaaaaaaaa', 'qwertyuiop1'])(
    'refuses one that is easy to guess: %s',
    async (next) => {
      const login = `changer2`
      const known = await server.call('staffSignIn', { body: { login, password } })
      if (known.statusCode !== 200) await staffWith(login)
      const by = await server.signIn('staffSignIn', { body: { login, password } })
      const refused = await server.refused('changePassword', { by, body: { current: password, next } })
      expect(refused).toMatchObject({ code: 'password_weak', fields: [{ path: 'next' }] })
    },
  )

  test('is not there for residents', async () => {
    const body = { current: password, next: 'five grey herons' }
    expect((await server.refused('changePassword', { by: house.owner, body })).code).toBe('not_found')
    expect((await server.refused('startTotp', { by: house.owner })).code).toBe('not_found')
  })
})

describe('an authenticator', () => {
  const clock = testClock()
  let later: typeof server
  beforeAll(async () => {
    later = await startIdentity({ on: server.urls, clock, publicUrl: 'http://desk.test' })
  })
  afterAll(() => later.close())

  const digits = (secret: string, offset = 0) =>
    generateSync({ secret, epoch: Math.floor(Date.parse(clock.now()) / 1000) + offset })

  const replay = (totp: string) =>
    later.call('staffSignIn', { body: { login: 'totp.replay', password, totp } })

  async function withTotp(login: string) {
    const by = await buildStaff(later, { ...house, role: 'manager', login, password })
    const { secret, uri } = await later.ok('startTotp', { by })
    const { recoveryCodes } = await later.ok('confirmTotp', { by, body: { code: digits(secret) } })
    clock.advance(60)
    return { by, secret, uri, recoveryCodes }
  }

  test('counts once it is confirmed by a code, and names installation and login', async () => {
    const by = await buildStaff(later, { ...house, role: 'manager', login: 'totp.start', password })
    const { secret, uri } = await later.ok('startTotp', { by })
    expect(decodeURIComponent(uri)).toContain('掌柜 desk.test:totp.start')
    await later.signIn('staffSignIn', { body: { login: 'totp.start', password } })
    const wrong = { by, body: { code: digits(secret, 3600) } }
    expect((await later.refused('confirmTotp', wrong)).code).toBe('totp_wrong')
    expect((await later.ok('me', { by })).totp).toEqual({ enabled: false, recoveryCodesLeft: 0 })
    await later.ok('confirmTotp', { by, body: { code: digits(secret) } })
    expect((await later.ok('me', { by })).totp).toEqual({ enabled: true, recoveryCodesLeft: 8 })
    const bare = await later.refused('staffSignIn', { body: { login: 'totp.start', password } })
    expect(bare).toMatchObject({ status: 401, code: 'totp_required' })
  })

  test('is asked for only after the right password', async () => {
    await withTotp('totp.order')
    const body = { login: 'totp.order', password: 'not the password' }
    expect((await later.refused('staffSignIn', { body })).code).toBe('sign_in_failed')
  })

  test('takes a code one step early or late, and each step only once', async () => {
    const { secret } = await withTotp('totp.replay')
    const early = digits(secret, -30)
    const code = digits(secret)
    expect((await replay(digits(secret, -90))).json().code).toBe('totp_wrong')
    expect((await replay(early)).statusCode).toBe(200)
    expect((await replay(early)).json().code).toBe('totp_wrong')
    const both = await Promise.all([replay(code), replay(code)])
    expect(both.map((it) => it.statusCode).toSorted()).toEqual([200, 422])
    expect((await replay(early)).json().code).toBe('totp_wrong')
    expect((await replay(digits(secret, 30))).statusCode).toBe(200)
  })

  test('does not take the code that confirmed it', async () => {
    const by = await buildStaff(later, { ...house, role: 'manager', login: 'totp.first', password })
    const { secret } = await later.ok('startTotp', { by })
    const totp = digits(secret)
    await later.ok('confirmTotp', { by, body: { code: totp } })
    const refused = await later.refused('staffSignIn', { body: { login: 'totp.first', password, totp } })
    expect(refused.code).toBe('totp_wrong')
  })

  test('can be replaced by a recovery code, each of eight once, however it is typed', async () => {
    const { by, recoveryCodes } = await withTotp('totp.lost')
    expect(new Set(recoveryCodes).size).toBe(8)
    const [code = ''] = recoveryCodes
    const typed = ` ${code.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O')} `
    await later.signIn('staffSignIn', { body: { login: 'totp.lost', password, totp: typed } })
    const again = await later.refused('staffSignIn', { body: { login: 'totp.lost', password, totp: code } })
    expect(again.code).toBe('totp_wrong')
    expect((await later.ok('me', { by })).totp).toEqual({ enabled: true, recoveryCodesLeft: 7 })
  })

  test('can be tried ten times an hour, by recovery codes or digits', async () => {
    const { secret } = await withTotp('totp.guessed')
    const codes: string[] = []
    for (let n = 0; n < 11; n += 1) {
      const body = { login: 'totp.guessed', password, totp: n % 2 ? '000000' : `zzzz-zzzz-zzzz-zzz${n % 10}` }
      // Forgetting the tries at the password is what a success would do; the code has a limit of its own.
      codes.push((await later.refused('staffSignIn', { body, address: `10.5.0.${n}` })).code)
      const right = { login: 'totp.guessed', password }
      await later.refused('staffSignIn', { body: right, address: `10.5.1.${n}` })
    }
    expect(codes).toEqual([...Array(10).fill('totp_wrong'), 'too_many_tries'])
    const right = { login: 'totp.guessed', password, totp: digits(secret) }
    expect((await later.refused('staffSignIn', { body: right })).code).toBe('too_many_tries')
  })

  test('is removed with the password only, and not replaced before', async () => {
    const { by } = await withTotp('totp.removed')
    expect((await later.refused('startTotp', { by })).code).toBe('bad_request')
    expect((await later.refused('removeTotp', { by, body: { password: 'no' } })).fields?.[0]?.path).toBe(
      'password',
    )
    await later.ok('removeTotp', { by, body: { password } })
    await later.signIn('staffSignIn', { body: { login: 'totp.removed', password } })
    expect((await later.ok('me', { by })).totp).toEqual({ enabled: false, recoveryCodesLeft: 0 })
  })
})
