import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

/** One household tells of one matter twice: the phone says so, the desk merges, takes back, and hears who asks again. */
const root = join(import.meta.dirname, '..')
const pictures = join(root, '.tmp/screens/ties')
const directory = mkdtempSync(join(tmpdir(), 'zhanggui-ties-'))
let program: ChildProcess
let output = ''
let browser: Browser
let address = ''

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  chmodSync(directory, 0o711)
  const port = await freePort()
  address = `http://localhost:${port}`
  program = spawn(process.execPath, ['apps/server/src/cli.ts', 'start', '--demo', '--cases', '60'], {
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

const shot = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`) })
async function person(viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return page
}

async function report(page: Page, words: string): Promise<void> {
  await page.goto(`${address}/app/report`)
  await page.getByRole('textbox').fill(words)
}
async function sendReport(page: Page): Promise<void> {
  await page.getByRole('button', { name: '发给物业' }).click()
  await page
    .getByText(/\d{4}-\d{5}/)
    .first()
    .waitFor()
}

it('is said on the phone, merged and taken back at the desk, and asked after once more', async () => {
  const resident = await person({ width: 390, height: 844 })
  await resident.goto(`${address}/app/`)
  await resident.getByRole('button', { name: '以业主进入' }).click()
  await resident.getByText('3栋1单元502').first().waitFor()
  await report(resident, '书房空调外机嗡嗡响')
  await sendReport(resident)
  const first = resident.url().split('/').at(-1) ?? ''
  await report(resident, '书房空调外机又嗡嗡响了，睡不着')
  await resident.getByText('已经有人在办').waitFor()
  await shot(resident, '1-already')
  await sendReport(resident)
  const second = resident.url().split('/').at(-1) ?? ''

  const agent = await person({ width: 1440, height: 900 })
  await agent.goto(`${address}/desk/`)
  await agent.getByRole('button', { name: /^客服/ }).click()
  await agent.getByRole('button', { name: /新建工单/ }).waitFor()
  await agent.goto(`${address}/desk/cases/${second}`)
  await agent.getByText('可能是同一件事').waitFor()
  await shot(agent, '2-may-be-same')
  await agent.getByRole('button', { name: '合并…' }).first().click()
  await agent.getByText('30 天内可以拆回').waitFor()
  await shot(agent, '3-merge')
  await agent.getByRole('button', { name: /^并入 / }).click()
  await agent.getByText('已并入').first().waitFor()
  await shot(agent, '4-merged')

  await resident.goto(`${address}/app/cases/${second}`)
  await resident
    .getByText(/一起办/)
    .first()
    .waitFor()
  await shot(resident, '5-goes-on')
  await resident.goto(`${address}/app/cases/${first}`)
  await resident.getByRole('button', { name: '催一下' }).click()
  await resident
    .getByText(/已替您催办/)
    .first()
    .waitFor()
  await shot(resident, '6-asked-again')

  await agent.goto(`${address}/desk/cases/${first}`)
  await agent.getByText('催办 1 次').waitFor()
  await agent.getByRole('button', { name: '拆回' }).first().click()
  await agent.getByText('可能是同一件事').waitFor()
  await shot(agent, '7-taken-back')
  const seen = (await (await agent.request.get(`${address}/api/v1/cases/${second}`)).json()) as {
    status: string
    mergedInto: unknown
  }
  expect(seen).toMatchObject({ status: 'open', mergedInto: null })
})

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, () => {
      const at = server.address()
      server.close(() => resolve(typeof at === 'object' && at !== null ? at.port : 0))
    })
  })
}
