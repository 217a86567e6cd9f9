import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildResidentApp, serveResidentApp } from './fixtures/resident-app.ts'

/**
 * The residents' page without a network: the program as `npm start` runs it, and a phone that loses its network and
 * finds it again. Pictures stay in .tmp/screens/offline.
 */
const root = join(import.meta.dirname, '..')
const pictures = join(root, '.tmp/screens/offline')
const directory = mkdtempSync(join(tmpdir(), 'zhanggui-offline-'))
const phone = { viewport: { width: 390, height: 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' }

let program: ChildProcess
let output = ''
let browser: Browser
let address = ''

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const found = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (found === null || typeof found === 'string') throw new Error('no port')
  return found.port
}

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  chmodSync(directory, 0o711)
  const port = await freePort()
  address = `http://localhost:${port}`
  program = spawn(process.execPath, ['apps/server/src/cli.ts', 'start', '--demo', '--cases', '20'], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', PORT: String(port), ZHANGGUI_DATA: join(directory, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  program.stdout?.on('data', (it: Buffer) => (output += it.toString()))
  program.stderr?.on('data', (it: Buffer) => (output += it.toString()))
  const until = performance.now() + 150_000
  while (!output.includes(`${address}/app/`)) {
    if (program.exitCode !== null || performance.now() > until)
      throw new Error(`the program did not start:\n${output}`)
    await sleep(200)
  }
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  const ended = new Promise((resolve) => program.once('exit', resolve))
  program.kill('SIGTERM')
  await ended
  rmSync(directory, { recursive: true, force: true, maxRetries: 3 })
})

/** Waits until the page is kept on the phone. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })

const casesWith = async (context: BrowserContext, words: string): Promise<number> => {
  const answer = await context.request.get(`${address}/api/v1/cases?limit=100`)
  const { items } = (await answer.json()) as { items: { text: string }[] }
  return items.filter((it) => it.text === words).length
}

describe('the residents’ page without a network', () => {
  it('opens after one visit, says that it is offline, and sends what was reported meanwhile once', async () => {
    const words = `地下车库入口积水 ${Date.now() % 100_000}`
    const context = await browser.newContext(phone)
    const first = await context.newPage()
    const complaints: string[] = []
    context.on('weberror', (error) => complaints.push(error.error().message))
    await first.goto(`${address}/app/`)
    await first.getByRole('button', { name: '以业主进入' }).click()
    await first.getByText('3栋1单元502').first().waitFor()
    await kept(first)
    await first.close()

    await context.setOffline(true)
    const page = await context.newPage()
    await page.goto(`${address}/app`)
    await page.getByText('没有网络').first().waitFor()
    await page.getByText('3栋1单元502').first().waitFor()
    await page.screenshot({ path: join(pictures, '1-opened-offline.png') })
    await page.getByRole('link', { name: '报事', exact: true }).click()
    await page.getByRole('textbox').fill(words)
    await page.getByText('3栋1单元502').first().waitFor()
    await page.locator('input[data-album]').setInputFiles(join(root, 'apps/resident/public/icon-192.png'))
    await page.locator('.r-photos-grid img').waitFor()
    await page.getByRole('button', { name: '发给物业' }).click()
    await page.getByText('先存在手机里了').waitFor()
    await page.screenshot({ path: join(pictures, '2-kept-on-the-phone.png') })
    await page.close()

    // Closed and opened again, still without a network: it waits on the first screen.
    const again = await context.newPage()
    await again.goto(`${address}/app/`)
    await again.getByText('还没发出去').waitFor()
    await again.screenshot({ path: join(pictures, '3-waiting.png') })
    await context.setOffline(false)
    await again
      .getByText('还没发出去')
      .waitFor({ state: 'hidden', timeout: 60_000 })
      .finally(() => again.screenshot({ path: join(pictures, '4-network-back.png') }))
    await again.reload()
    await again.getByText(words).first().waitFor()
    await again.screenshot({ path: join(pictures, '5-sent.png') })
    expect(await casesWith(context, words)).toBe(1)
    expect(complaints).toEqual([])
    await context.close()
  })

  it('remembers nobody after signing out', async () => {
    const context = await browser.newContext(phone)
    const page = await context.newPage()
    await page.goto(`${address}/app/`)
    await page.getByRole('button', { name: '以业主进入' }).click()
    await page.getByText('3栋1单元502').first().waitFor()
    await kept(page)
    await page.goto(`${address}/app/me`)
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('heading', { name: '进入我的小区' }).waitFor()
    await context.setOffline(true)
    await page.goto(`${address}/app/`)
    await page.getByText('网络').first().waitFor()
    expect(await page.content()).not.toContain('3栋1单元502')
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/3栋1单元502|王秀英/)
    await context.close()
  })

  it('keeps no answer of the API', async () => {
    const context = await browser.newContext(phone)
    const page = await context.newPage()
    await page.goto(`${address}/app/`)
    await page.getByRole('button', { name: '以业主进入' }).click()
    await page.getByText('3栋1单元502').first().waitFor()
    await kept(page)
    await page.reload()
    await page.getByText('3栋1单元502').first().waitFor()
    const paths = await page.evaluate(async () => {
      const all: string[] = []
      for (const name of await caches.keys()) {
        for (const request of await (await caches.open(name)).keys()) all.push(new URL(request.url).pathname)
      }
      return all
    })
    expect(paths).toContain('/app/')
    expect(paths.length).toBeGreaterThan(20)
    for (const path of paths) expect(path).toMatch(/^\/app\/(assets\/.+\.(js|css))?$/)
    await context.close()
  })
})

describe('a new build', () => {
  it('is shown at once where there is a network, and replaces the old one whole', async () => {
    const built = await buildResidentApp('resident-offline')
    const folder = join(directory, 'site')
    cpSync(built, folder, { recursive: true })
    const site = await serveResidentApp(folder)
    const context = await browser.newContext(phone)
    const before = await context.newPage()
    await before.goto(`${site.origin}/app/`)
    await kept(before)
    expect(await before.evaluate(() => caches.keys())).toHaveLength(1)

    const change = (name: string, from: string | RegExp, to: string) =>
      writeFileSync(join(folder, name), readFileSync(join(folder, name), 'utf8').replace(from, to))
    change('index.html', '<title>掌柜</title>', '<title>掌柜 2</title>')
    change('service-worker.js', /"digest":"\w+"/, '"digest":"thenextbuild"')
    const after = await context.newPage()
    await after.goto(`${site.origin}/app/`)
    expect(await after.title()).toBe('掌柜 2')
    // The new build is kept beside the old one until no window shows the old one any more.
    await expect.poll(() => after.evaluate(() => caches.keys()), { timeout: 15_000 }).toHaveLength(2)
    await before.close()
    await after.close()
    const later = await context.newPage()
    await expect
      .poll(
        async () => {
          await later.goto(`${site.origin}/app/`)
          const names = await later.evaluate(() => caches.keys())
          await later.goto('about:blank')
          return names
        },
        { timeout: 15_000 },
      )
      .toEqual(['zhanggui-page-thenextbuild'])
    await context.setOffline(true)
    await later.goto(`${site.origin}/app/`)
    expect(await later.title()).toBe('掌柜 2')
    await context.close()
    await site.close()
  })
})
