import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildResidentApp, serveResidentApp } from './fixtures/resident-app.ts'
import { answerCalls, caseId, now, refusal, type Call, type Mode, type Said } from './fixtures/resident.ts'

let browser: Browser
let site: { origin: string; close: () => Promise<void> }
let context: BrowserContext
let page: Page
let calls: Call[]

beforeAll(async () => {
  site = await serveResidentApp(await buildResidentApp('resident-behaviour'))
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
})
afterEach(() => context?.close())
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function open(
  path: string,
  { mode = 'full' as Mode, said = {} as Said, width = 390, height = 844 } = {},
) {
  context = await browser.newContext({
    // The fixtures answer for the server; nothing may answer before them.
    serviceWorkers: 'block',
    viewport: { width, height },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  page = await context.newPage()
  await page.clock.setFixedTime(now)
  calls = await answerCalls(page, mode, said)
  await page.goto(site.origin + path)
}

const called = (name: Call['name']) => calls.filter((it) => it.name === name)
const gif = 'R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs='
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAAFklEQVR4nGNoaOnBihiGq4RaQTZWBABLq1WhQZ5jvQAAAABJRU5ErkJggg==',
  'base64',
)

describe('a report', () => {
  it('whose answer was lost is sent again under the same id, and is one report', async () => {
    await open('/app/report')
    let lost = 0
    await page.route('**/api/v1/cases', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.fallback()
      lost += 1
      const sent = route.request()
      calls.push({
        name: 'openCase',
        key: sent.headers()['idempotency-key'],
        body: sent.postDataJSON() as Record<string, unknown>,
      })
      return route.abort('connectionreset')
    })
    await page.getByRole('textbox').fill('厨房漏水')
    await page.getByRole('button', { name: '发给物业' }).click()
    await page.getByText('先存在手机里了').waitFor()
    await page.reload()
    await page.getByText('先存在手机里了').waitFor()
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await page.locator('.r-sent-number').waitFor()
    const sent = called('openCase')
    expect(sent.length).toBe(2)
    expect(sent[0]).toEqual(sent[1])
    expect(sent[0]?.key).toBe(sent[0]?.body['id'])
    expect(await page.evaluate(() => localStorage.getItem('zhanggui.outbox'))).toBe('[]')
  })

  it('that is not finished is still there after the page was closed, photos too', async () => {
    await open('/app/report')
    await page.getByRole('radio', { name: '投诉' }).check()
    await page.getByRole('textbox').fill('楼上装修太吵')
    await page
      .locator('input[data-album]')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: png })
    await page.locator('.r-photos-grid img').waitFor()
    await page.waitForFunction(() => !document.querySelector('.r-photos-state'))
    await page.goto(`${site.origin}/app/`)
    await page.goto(`${site.origin}/app/report`)
    await page.getByText('接着上次没写完的').waitFor()
    expect(await page.getByRole('textbox').inputValue()).toBe('楼上装修太吵')
    expect(await page.getByRole('radio', { name: '投诉' }).isChecked()).toBe(true)
    await page.locator('.r-photos-grid img').waitFor()
    await page.getByRole('button', { name: '发给物业' }).click()
    await page.locator('.r-sent-number').waitFor()
    expect(called('uploadFile')).toHaveLength(1)
    expect(called('openCase')[0]?.body).toMatchObject({ kind: 'complaint', photos: [expect.any(String)] })
    await page.goto(`${site.origin}/app/report`)
    expect(await page.getByRole('textbox').inputValue()).toBe('')
  })

  it('that was refused keeps its words and goes under another id when it is sent again', async () => {
    await open('/app/report', { said: { openCase: refusal(422, 'place_unknown') } })
    await page.getByRole('textbox').fill('门口地砖松了')
    const send = page.getByRole('button', { name: '发给物业' })
    await send.click()
    await page.getByText('这个位置找不到了，请重新选一个').waitFor()
    expect(await page.getByRole('textbox').inputValue()).toBe('门口地砖松了')
    await send.click()
    await page.waitForFunction(() => !document.querySelector('[aria-busy]'))
    const [first, second] = called('openCase')
    expect(first?.key).not.toBe(second?.key)
  })

  it('photographed more than nine times keeps nine and says so', async () => {
    await open('/app/report')
    await page
      .locator('input[data-album]')
      .setInputFiles(
        Array.from({ length: 11 }, (_, n) => ({ name: `${n}.png`, mimeType: 'image/png', buffer: png })),
      )
    await page.getByText('最多放 9 张').waitFor()
    expect(await page.locator('.r-photos-grid li').count()).toBe(9)
    expect(new Set(called('uploadFile').map((it) => it.key)).size).toBe(called('uploadFile').length)
  })

  it('with a picture in a form the server does not take sends it drawn again as a JPEG', async () => {
    await open('/app/report')
    const uploaded = page.waitForRequest((it) => it.url().includes('/api/v1/files'))
    await page
      .locator('input[data-album]')
      .setInputFiles({ name: 'a.gif', mimeType: 'image/gif', buffer: Buffer.from(gif, 'base64') })
    expect((await uploaded).headers()['content-type']).toBe('image/jpeg')
    await page.getByText('手机打不开').waitFor({ state: 'hidden' })
  })

  it('with a picture this phone can not open says so in plain words, and uploads nothing', async () => {
    await open('/app/report')
    await page.getByRole('textbox').fill('天花板有水印')
    await page
      .locator('input[data-album]')
      .setInputFiles({ name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: Buffer.alloc(4000, 7) })
    await page.getByText('存成 JPG 后重选').waitFor()
    await page.screenshot({
      path: join(import.meta.dirname, '../.tmp/screens/resident/photo-unreadable.png'),
    })
    await page.getByRole('button', { name: '发给物业' }).click()
    await page.getByText('有照片收不了').waitFor()
    expect(called('uploadFile')).toEqual([])
    await page.getByRole('button', { name: '移除第 1 张照片' }).click()
    await page.getByRole('button', { name: '发给物业' }).click()
    await page.locator('.r-sent-number').waitFor()
  })
})

describe('the reporter’s word', () => {
  it('is the same act when it is pressed again after a lost answer', async () => {
    await open(`/app/cases/${caseId(1)}`, { said: { confirmCase: refusal(503, 'unavailable') } })
    const solved = page.getByRole('button', { name: '已解决' })
    await solved.click()
    await page.getByText('系统正忙').waitFor()
    await solved.click()
    await page.waitForFunction(() => !document.querySelector('[aria-busy]'))
    const [first, second] = called('confirmCase')
    expect(first?.key).toBeTruthy()
    expect(first?.key).toBe(second?.key)
  })

  it('asks again for what has moved on meanwhile', async () => {
    await open(`/app/cases/${caseId(1)}`, { said: { confirmCase: refusal(409, 'stale_version') } })
    await page.getByRole('button', { name: '已解决' }).click()
    await page.getByText('刚有新的进展').waitFor()
    await expect.poll(() => called('readCase').length).toBeGreaterThan(1)
  })

  it('to send it back needs a reason', async () => {
    await open('/app/')
    await page.getByRole('button', { name: '没解决' }).click()
    await page.getByRole('button', { name: '退回，请重新处理' }).click()
    await page.getByText('请写一句哪里还没解决').waitFor()
    expect(called('rejectCase')).toEqual([])
    await page.getByRole('textbox').fill('又滴水了')
    await page.getByRole('button', { name: '退回，请重新处理' }).click()
    await page.getByText('已经退回').waitFor()
    expect(called('rejectCase')[0]?.body).toMatchObject({ reason: '又滴水了', expectedVersion: 3 })
  })
})

describe('the page', () => {
  it('closes what slid up by the phone’s back, without leaving the screen', async () => {
    await open('/app/')
    await page.getByRole('link', { name: '报事', exact: true }).click()
    await page.locator('.r-place').click()
    await page.getByRole('dialog').waitFor()
    await page.goBack()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(page.url()).toBe(`${site.origin}/app/report`)
    await page.goBack()
    await page.locator('.r-tabs').waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/app\/?$/)
  })

  it('closes a photo by the phone’s back, and stays on the case', async () => {
    await open(`/app/cases/${caseId(1)}`)
    await page.locator('.zg-photo').first().click()
    await page.locator('.zg-viewer').waitFor()
    await page.goBack()
    await page.locator('.zg-viewer').waitFor({ state: 'detached' })
    expect(page.url()).toContain(caseId(1))
    await page.locator('.zg-photo').first().click()
    await page.keyboard.press('Escape')
    await page.locator('.zg-viewer').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => history.state)).toBeNull()
  })

  it('gives the focus back to what opened the sheet, and keeps it inside while it stands', async () => {
    await open('/app/report')
    await page.locator('.r-place').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    for (let presses = 0; presses < 8; presses += 1) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('.r-sheet') !== null)).toBe(true)
    }
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('r-place')
  })

  it('reaches everything on the report screen by Tab, in the order one reads', async () => {
    await open('/app/report')
    await page.locator('.r-place').waitFor()
    const order: string[] = []
    for (let presses = 0; presses < 7; presses += 1) {
      await page.keyboard.press('Tab')
      order.push(
        await page.evaluate(() => {
          const it = document.activeElement
          return it?.getAttribute('aria-label') ?? it?.getAttribute('type') ?? it?.tagName.toLowerCase() ?? ''
        }),
      )
    }
    expect(order.slice(0, 4)).toEqual(['返回', 'radio', 'textarea', 'button'])
  })

  it('asks for the first screen once, before its own script has come, where somebody was here before', async () => {
    await open('/app/')
    await page.locator('.r-case').first().waitFor()
    for (const name of ['me', 'listCases', 'listMyHomes', 'listNotifications'] as const)
      expect([name, called(name).length]).toEqual([name, 1])
    calls.length = 0
    const asked: string[] = []
    page.on('request', (it) => asked.push(new URL(it.url()).pathname))
    await page.reload()
    await page.locator('.r-case').first().waitFor()
    for (const name of ['me', 'listCases', 'listMyHomes', 'listNotifications'] as const)
      expect([name, called(name).length]).toEqual([name, 1])
    const home = asked.findIndex((it) => it.includes('home-screen'))
    expect(asked.indexOf('/api/v1/cases')).toBeLessThan(home)
  })

  it('brings back the way in when the session has ended', async () => {
    await open('/app/', { said: { listCases: refusal(401, 'not_signed_in') } })
    await page.getByRole('heading', { name: '进入我的小区' }).waitFor()
  })

  it('speaks English at once when asked to, and tells the account', async () => {
    await open('/app/me')
    await page.getByRole('radio', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Me', exact: true }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    expect(called('setPreferences')[0]?.body).toEqual({ locale: 'en' })
    await page.reload()
    await page.getByRole('heading', { name: 'Me', exact: true }).waitFor()
  })

  it('shows what it knew, and says that it may be old, when the network goes', async () => {
    await open('/app/')
    await page.locator('.r-case').first().waitFor()
    await context.setOffline(true)
    await page.getByText('没有网络').waitFor()
    expect(await page.locator('.r-case').count()).toBeGreaterThan(2)
    await context.setOffline(false)
    await page.getByText('网络恢复了').waitFor()
  })

  it.each(['/app/', '/app/report', `/app/cases/${caseId(1)}`, '/app/me'])(
    'holds at 200 % zoom on a phone: %s',
    async (path) => {
      await open(path, { width: 195, height: 422 })
      await page.locator('.r-card').first().waitFor()
      await page.waitForFunction(() => !document.querySelector('.r-loading'))
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('#root *')]
          .filter((it) => it.getBoundingClientRect().right > innerWidth + 1 && !it.closest('.zg-unseen'))
          .map((it) => `${it.tagName}.${it.className.toString()}`),
      )
      expect(wide).toEqual([])
    },
  )
})
