import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoCommunityId } from '../apps/server/src/demo/ids.ts'
import { withClient } from '../apps/server/src/platform/postgres/connect.ts'
import { joinEmbedded } from '../apps/server/src/platform/postgres/join-embedded.ts'

/**
 * Danger, with a real person at each end: whom to ring comes first, everybody's desk shows the alarm, a minute without
 * an answer reaches the manager, and a person's answer ends it. Pictures stay in .tmp/screens/danger.
 */
const root = join(import.meta.dirname, '..')
const pictures = join(root, '.tmp/screens/danger')
const directory = mkdtempSync(join(tmpdir(), 'zhanggui-danger-'))
const words = `电梯困人，里面有一位老人 ${Date.now() % 100_000}`

let program: ChildProcess
let output = ''
let browser: Browser
let address = ''
const complaints: string[] = []

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  chmodSync(directory, 0o711)
  const port = await freePort()
  address = `http://localhost:${port}`
  program = spawn(process.execPath, ['apps/server/src/cli.ts', 'start', '--demo', '--cases', '150'], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', PORT: String(port), ZHANGGUI_DATA: join(directory, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  program.stdout?.on('data', (it: Buffer) => (output += it.toString()))
  program.stderr?.on('data', (it: Buffer) => (output += it.toString()))
  const until = performance.now() + 150_000
  while (!output.includes(`${address}/desk/`)) {
    if (program.exitCode !== null || performance.now() > until)
      throw new Error(`the program did not start:\n${output}`)
    await sleep(200)
  }
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--headless',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  const ended = new Promise((resolve) => program.once('exit', resolve))
  program.kill('SIGTERM')
  await ended
  rmSync(directory, { recursive: true, force: true, maxRetries: 3 })
})

async function person(name: string, viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  page.on('pageerror', (error) => complaints.push(`${name}: ${error.message}`))
  page.on('console', (it) => {
    // Being asked to sign in is answered with 401, which the browser reports as an error of its own.
    if (it.type() === 'error' && !it.text().includes('401')) complaints.push(`${name}: ${it.text()}`)
  })
  return page
}

const shot = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`) })
const phone = { width: 390, height: 844 }
const desk = { width: 1440, height: 900 }

/** Lets a minute and ten seconds have gone by since the report, in the database, as nobody wants to wait for them. */
async function letAMinutePass(id: string): Promise<void> {
  const database = await joinEmbedded(join(directory, 'data'))
  if (!database) throw new Error('the program’s database is not there')
  await withClient(database.ownerUrl, async (client) => {
    // History can not be changed but by the owner, who lifts its guard for a moment.
    await client.query(`set app.communities = '${demoCommunityId}'`)
    await client.query('begin')
    await client.query('alter table cases.case_event disable trigger append_only')
    await client.query(
      `update cases.case_event set occurred_at = occurred_at - interval '70 seconds' where case_id = $1 and seq = 1`,
      [id],
    )
    await client.query('alter table cases.case_event enable trigger append_only')
    await client.query('update cases.case set escalate_at = now() where id = $1', [id])
    await client.query('commit')
  })
}

describe('danger, with a real person at each end', () => {
  it('says whom to ring first, alarms every desk, and reaches the manager when nobody answers', async () => {
    const resident = await person('resident', phone)
    const agent = await person('agent', desk)
    const manager = await person('manager', desk)
    await agent.goto(`${address}/desk/`)
    await agent.getByRole('button', { name: /^客服/ }).click()
    await agent
      .getByText(/^未分派/)
      .first()
      .waitFor()
    await manager.goto(`${address}/desk/`)
    await manager.getByRole('button', { name: /^项目经理/ }).click()
    await manager
      .getByText(/^未分派/)
      .first()
      .waitFor()

    await resident.goto(`${address}/app/`)
    await resident.getByRole('button', { name: '以业主进入' }).click()
    await resident.getByText('3栋1单元502').first().waitFor()
    await resident.getByRole('link', { name: '报事', exact: true }).click()
    const writing = resident.getByRole('textbox')
    await writing.fill('电梯有点响')
    expect(await resident.locator('.zg-emergency').count()).toBe(0)
    await writing.fill(words)
    const card = resident.locator('.zg-emergency')
    await card.waitFor()
    await card.locator('a[href="tel:119"]').waitFor()
    await card.locator('a[href^="tel:0571"]').first().waitFor()
    await resident.waitForTimeout(600)
    await shot(resident, '1-resident-card-first')
    await resident.getByRole('button', { name: '发给物业' }).click()
    await resident.waitForURL(/\/app\/report\//)

    const band = agent.locator('.danger-band')
    await band.getByText(words).waitFor()
    await manager.locator('.danger-band').getByText(words).waitFor()
    await shot(agent, '2-desk-band')
    const id = resident.url().split('/').at(-1) ?? ''

    await letAMinutePass(id)
    const bell = manager.locator('.top-bell')
    await manager.getByRole('button', { name: /未读/ }).waitFor()
    await expect
      .poll(
        async () => {
          const told = (await (await manager.request.get(`${address}/api/v1/me/notifications`)).json()) as {
            items: { kind: string; caseId: string | null }[]
          }
          return told.items.filter((it) => it.caseId === id).map((it) => it.kind)
        },
        { timeout: 20_000 },
      )
      .toEqual(['case-escalated', 'case-alarm'])
    await bell.click()
    await manager.getByText('超时升级').first().waitFor()
    await shot(manager, '3-manager-told')

    await band
      .getByRole('listitem')
      .filter({ hasText: words })
      .getByRole('button', { name: /知道了/ })
      .click()
    await band.getByText(words).waitFor({ state: 'detached' })
    await manager.locator('.danger-band').getByText(words).waitFor({ state: 'detached' })
    await agent.goto(`${address}/desk/cases/${id}`)
    await agent
      .getByText(/危险警报一分钟无人应答/)
      .first()
      .waitFor()
    await agent
      .getByText(/后有人应答/)
      .first()
      .waitFor()
    await shot(agent, '4-desk-answered')
    expect(complaints).toEqual([])
  })
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const found = server.address()
      const port = typeof found === 'object' && found ? found.port : 0
      server.close(() => resolve(port))
    })
  })
}
