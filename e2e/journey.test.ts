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

/**
 * The main job with a real person at each end: the program as `npm start` runs it, a resident's phone, the desk, and
 * the worker's phone, in a real browser. Every step's picture stays in .tmp/screens/journey.
 */
const root = join(import.meta.dirname, '..')
const pictures = join(root, '.tmp/screens/journey')
const directory = mkdtempSync(join(tmpdir(), 'zhanggui-journey-'))
const words = `阳台地漏返水，已经漫到客厅 ${Date.now() % 100_000}`

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

describe('the main job, with a real person at each end', () => {
  it('goes from a phone to the desk, to the worker and back, and stands on one timeline', async () => {
    const resident = await person('resident', phone)
    const agent = await person('agent', desk)
    const worker = await person('worker', phone)

    await agent.goto(`${address}/desk/`)
    await agent.getByRole('button', { name: /^客服/ }).click()
    await agent
      .getByRole('tab', { name: /未分派/ })
      .or(agent.getByText(/^未分派/))
      .first()
      .click()

    await resident.goto(`${address}/app/`)
    await resident.getByRole('button', { name: '以业主进入' }).click()
    await resident.getByText('3栋1单元502').first().waitFor()
    await shot(resident, '1-resident-home')
    await resident.getByRole('link', { name: '报事', exact: true }).click()
    await resident.getByRole('textbox').fill(words)
    await resident
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'leak.png', mimeType: 'image/png', buffer: await drawing(resident, '#7aa3b8') })
    await resident.locator('img').first().waitFor()
    await shot(resident, '2-resident-report')
    await resident.getByRole('button', { name: '发给物业' }).click()
    await resident
      .getByText(/\d{4}-\d{5}/)
      .first()
      .waitFor()
    await shot(resident, '3-resident-sent')

    // It appears on the desk by itself, among those nobody has yet.
    const row = agent.getByText(words).first()
    const fresh = agent.getByRole('button', { name: /件新工单/ })
    await row
      .or(fresh)
      .first()
      .waitFor()
      .finally(async () => {
        await shot(agent, '4-desk-hears')
      })
    if (!(await row.isVisible())) await fresh.click()
    await row.click()
    await agent.getByRole('heading', { name: words }).waitFor()
    await shot(agent, '4-desk-new-case')

    await agent.keyboard.press('r')
    await agent.getByRole('textbox', { name: '写给住户的话' }).fill('王女士，您先关上总阀，师傅半小时内到。')
    await agent.getByRole('button', { name: '没有承诺' }).click()
    await agent.getByRole('button', { name: '只是告知情况' }).click()
    await agent.keyboard.press('Control+Enter')
    await agent.getByRole('textbox', { name: '写给住户的话' }).waitFor({ state: 'hidden' })
    await agent.getByText('师傅半小时内到').first().waitFor()
    await agent.keyboard.press('a')
    await agent.getByRole('textbox', { name: '按姓名、班组或岗位筛选' }).fill('赵建军')
    await agent.getByRole('button', { name: '派给赵建军' }).click()
    await agent.getByText('派给 赵建军').first().waitFor()
    await shot(agent, '5-desk-assigned')

    await worker.goto(`${address}/desk/`)
    await worker.getByRole('button', { name: /^工程师傅/ }).click()
    await worker.getByText(words).first().click()
    await worker.getByRole('heading', { name: words }).waitFor()
    await worker
      .getByRole('button', { name: /处理完毕/ })
      .first()
      .click()
    await worker.getByRole('textbox', { name: /做了什么/ }).fill('疏通地漏，放水十分钟不返')
    await worker
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'done.png', mimeType: 'image/png', buffer: await drawing(worker, '#8fb39a') })
    await worker.locator('.form img, form img').first().waitFor()
    await shot(worker, '6-worker-finishing')
    await worker
      .getByRole('button', { name: /处理完毕/ })
      .last()
      .click()
    await worker.getByText('待确认').first().waitFor()

    await resident.goto(`${address}/app/`)
    await resident.getByText(words).first().click()
    await resident.getByText('疏通地漏').first().waitFor()
    await shot(resident, '7-resident-asked')
    await resident.getByRole('button', { name: '没解决' }).first().click()
    await resident.getByRole('textbox').first().fill('晚上又返水了')
    await shot(resident, '8-resident-sends-back')
    await resident
      .getByRole('dialog')
      .getByRole('button')
      .filter({ hasText: /退回|没解决|请再来|发/ })
      .last()
      .click()
    await agent.getByText('晚上又返水了').first().waitFor()
    await shot(agent, '9-desk-second-cycle')

    const id = await caseId(resident)
    await finishAgain(worker, id)
    await resident.goto(`${address}/app/`)
    await resident.getByText(words).first().click()
    await resident.getByRole('button', { name: '已解决' }).first().click()
    await resident
      .getByText(/您确认已解决|谢谢/)
      .first()
      .waitFor()
    await shot(resident, '10-resident-confirmed')

    const seen = (await (await agent.request.get(`${address}/api/v1/cases/${id}`)).json()) as {
      status: string
      closureBasis: string
      cycle: number
      timeline: { kind: string }[]
    }
    expect(seen).toMatchObject({ status: 'closed', closureBasis: 'resident-confirmed', cycle: 2 })
    expect(seen.timeline.map((it) => it.kind)).toEqual(
      expect.arrayContaining(['opened', 'replied', 'assigned', 'resolved', 'rejected', 'confirmed']),
    )
    await agent.goto(`${address}/desk/cases/${id}`)
    await agent.getByRole('heading', { name: words }).waitFor()
    await shot(agent, '11-desk-one-timeline')
    expect(complaints).toEqual([])
  })
})

/** The second visit, by the worker's own session: the screen was shown the first time. */
async function finishAgain(worker: Page, id: string): Promise<void> {
  const answer = await worker.request.post(`${address}/api/v1/cases/${id}/resolve`, {
    data: { text: '更换地漏芯', noPhotoReason: '住户家有客人' },
  })
  expect(answer.status(), await answer.text()).toBe(200)
}

async function caseId(resident: Page): Promise<string> {
  const list = (await (await resident.request.get(`${address}/api/v1/cases?limit=20`)).json()) as {
    items: { id: string; text: string }[]
  }
  const found = list.items.find((it) => it.text.startsWith(words))
  if (!found) throw new Error('the report is not in the resident’s list')
  return found.id
}

/** A picture as a phone would take it, drawn in the browser. */
async function drawing(page: Page, colour: string): Promise<Buffer> {
  const data = await page.evaluate((fill) => {
    const canvas = document.createElement('canvas')
    canvas.width = 640
    canvas.height = 480
    const pen = canvas.getContext('2d')
    if (!pen) return ''
    pen.fillStyle = fill
    pen.fillRect(0, 0, 640, 480)
    pen.fillStyle = '#ffffff88'
    pen.fillRect(80, 260, 480, 120)
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  }, colour)
  return Buffer.from(data, 'base64')
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const found = server.address()
      const port = typeof found === 'object' && found ? found.port : 0
      server.close(() => resolve(port))
    })
  })
}
