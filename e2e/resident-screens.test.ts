import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildResidentApp, serveResidentApp } from './fixtures/resident-app.ts'
import {
  answerCalls,
  caseId,
  now,
  refusal,
  secret,
  token,
  type Call,
  type Mode,
  type Said,
} from './fixtures/resident.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const shots = fileURLToPath(new URL('../.tmp/screens/resident/', import.meta.url))

type Look = {
  mode?: Mode
  locale?: 'zh-Hans' | 'en'
  theme?: 'light' | 'dark'
  size?: 'phone' | 'large'
  width?: number
  height?: number
  said?: Said
  demo?: boolean
  /** Put into the browser's store before the page opens. */
  kept?: Record<string, string>
}
type Screen = {
  name: string
  path: string
  ready: string
  act?: (page: Page) => Promise<void>
  look?: Look
  /** Looks beside the usual one; every screen is looked at in the phone's, light and in Chinese. */
  also?: Look[]
}

let browser: Browser
let plain: { origin: string; close: () => Promise<void> }
let demo: { origin: string; close: () => Promise<void> }

beforeAll(async () => {
  mkdirSync(shots, { recursive: true })
  const folder = await buildResidentApp('resident-screens')
  plain = await serveResidentApp(folder)
  demo = await serveResidentApp(folder, { demo: true })
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
})
afterAll(async () => {
  await browser?.close()
  await plain?.close()
  await demo?.close()
})

type Opened = { context: BrowserContext; page: Page; errors: string[]; calls: Call[] }

async function open(path: string, look: Look): Promise<Opened> {
  const context = await browser.newContext({
    // The fixtures answer for the server; nothing may answer before them.
    serviceWorkers: 'block',
    viewport: { width: look.width ?? 390, height: look.height ?? 844 },
    colorScheme: look.theme ?? 'light',
    locale: look.locale === 'en' ? 'en-GB' : 'zh-CN',
    timezoneId: 'Europe/Berlin',
    hasTouch: (look.width ?? 390) < 600,
    isMobile: (look.width ?? 390) < 600,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(now)
  const settings = JSON.stringify({
    locale: look.locale ?? 'zh-Hans',
    size: look.size ?? 'phone',
    theme: 'system',
  })
  await page.addInitScript(
    (kept) => {
      for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value)
    },
    { 'zhanggui.settings': settings, ...look.kept },
  )
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(`page: ${error.message}`))
  page.on('console', (message) => {
    // The browser itself notes every refused call; those the test asked for are not faults of the page.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      errors.push(message.text())
  })
  const calls = await answerCalls(page, look.mode ?? 'full', look.said)
  await page.goto((look.demo ? demo : plain).origin + path)
  return { context, page, errors, calls }
}

/** Until nothing is loading: no grey shapes, every picture drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !document.querySelector('.r-loading, [aria-busy="true"], .r-photos-room') &&
      [...document.images].every((it) => it.complete || it.loading === 'lazy'),
  )
  await page.waitForTimeout(60)
}

/** What no screen may show: machine words, another language, sideways scrolling, targets too small for a thumb. */
async function inspect(page: Page, look: Look): Promise<void> {
  const found = await page.evaluate(() => {
    const visible = (it: Element) => {
      const box = it.getBoundingClientRect()
      return (
        box.width > 1 && box.height > 1 && !it.closest('.zg-unseen') && !it.closest('[aria-hidden="true"]')
      )
    }
    const wide = [...document.querySelectorAll('body *')]
      .filter(
        (it) => visible(it) && it.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
      )
      .map((it) => `${it.tagName}.${it.className.toString()}`)
    const small = [
      ...document.querySelectorAll('a[href], button, input:not([type=file]), textarea, .r-choice label'),
    ]
      .filter(
        (it) =>
          visible(it) &&
          (it.getBoundingClientRect().height < 43.5 || it.getBoundingClientRect().width < 43.5),
      )
      .map(
        (it) =>
          `${it.tagName}.${it.className.toString()} ${Math.round(it.getBoundingClientRect().width)}x${Math.round(it.getBoundingClientRect().height)} ${it.textContent}`,
      )
    return {
      words: document.body.innerText,
      scrolls: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      wide,
      small,
    }
  })
  expect(found.words).not.toMatch(/undefined|NaN|\[object|\bnull\b|resident\.\w|ui\.\w+\.|\{\w+\}/)
  if (look.locale === 'en') {
    const ours = found.words.replaceAll(/简体中文/g, '')
    // Names, places and what people wrote stay as they are; our own words may not mix in.
    expect(ours).not.toMatch(/报事|已解决|没解决|承诺|返回|我的家|登录|办结|照片|确认/)
  } else expect(found.words).not.toMatch(/\b(Home|Report|Back|Send|Loading|by|promise|Done)\b/)
  expect(found.scrolls ? found.wide : []).toEqual([])
  expect(found.small, 'at least 44 px').toEqual([])
}

async function axe(page: Page): Promise<void> {
  await page.evaluate(axeSource)
  const found = await page.evaluate(async () => {
    type Axe = {
      run: (
        on: Document,
        how: object,
      ) => Promise<{
        violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[]
      }>
    }
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: {
        region: { enabled: false },
        'landmark-one-main': { enabled: false },
        'page-has-heading-one': { enabled: false },
      },
    })
    return violations
      .filter((it) => it.impact === 'serious' || it.impact === 'critical')
      .map(
        (it) =>
          `${it.id}: ${it.nodes
            .slice(0, 3)
            .map((node) => `${node.html.slice(0, 160)} — ${node.failureSummary.slice(0, 200)}`)
            .join(' | ')}`,
      )
  })
  expect(found).toEqual([])
}

const en: Look = { locale: 'en' }
const dark: Look = { theme: 'dark' }
const large: Look = { size: 'large' }
const desk: Look = { width: 1440, height: 900 }
const narrow: Look = { width: 320, height: 640, size: 'large' }
/** English, dark and large at once: whatever breaks in one of them breaks here. */
const both: Look = { ...en, ...dark, ...large }
const all: Look[] = [en, dark, large, desk, both]

const writeReport = async (page: Page) => {
  await page.getByRole('textbox').first().fill('厨房水槽下面漏水，地上湿了一片')
}
/** A picture to choose from the album: drawn in the page, so that the test needs no file. */
const choosePhotos = async (page: Page, count: number) => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAAFklEQVR4nGNoaOnBihiGq4RaQTZWBABLq1WhQZ5jvQAAAABJRU5ErkJggg==',
    'base64',
  )
  await page.locator('input[data-album]').setInputFiles(
    Array.from({ length: count }, (_, n) => ({
      name: `photo-${n}.png`,
      mimeType: 'image/png',
      buffer: png,
    })),
  )
}

const screens: Screen[] = [
  { name: 'home', path: '/app/', ready: '.r-case', also: [...all, narrow] },
  { name: 'home-empty', path: '/app/', ready: '.r-calm', look: { mode: 'empty' }, also: all },
  {
    name: 'home-failing',
    path: '/app/',
    ready: '[role=alert]',
    look: { mode: 'failing' },
    also: [both],
  },
  {
    name: 'home-switch',
    path: '/app/',
    ready: '.r-case',
    act: (page) => page.locator('.r-home-name').click(),
    also: [both],
  },
  {
    name: 'home-unsent',
    path: '/app/',
    ready: '.r-outgoing',
    look: {
      kept: {
        'zhanggui.outbox': JSON.stringify([
          {
            id: caseId(60),
            account: '019ab000-0004-7000-8000-000000000001',
            kind: 'repair',
            text: '电梯里的灯坏了一盏',
            placeId: null,
            placeLabel: null,
            photos: [],
            at: now,
          },
          {
            id: caseId(61),
            account: '019ab000-0004-7000-8000-000000000001',
            kind: 'repair',
            text: '门口地砖松了',
            placeId: caseId(99),
            placeLabel: null,
            photos: [],
            at: now,
            refused: '这个位置找不到了，请重新选一个',
          },
        ]),
      },
      said: { openCase: refusal(503, 'unavailable') },
    },
    also: [both],
  },
  {
    name: 'home-sent-back',
    path: '/app/',
    ready: '.r-hero',
    act: async (page) => {
      await page.locator('.r-verdict .zg-button').nth(1).click()
      await page.locator('.r-sheet').waitFor()
      await page.locator('.r-sheet-bar .zg-button').click()
    },
    also: [both, narrow],
  },
  {
    name: 'home-rating',
    path: '/app/',
    ready: '.r-hero',
    act: async (page) => {
      await page.locator('.r-verdict .zg-button').first().click()
      await page.locator('.r-rating').waitFor()
      await page.locator('.r-stars label').nth(3).click()
      await page.waitForTimeout(100)
    },
    also: [both],
  },
  {
    name: 'home-rating-low',
    path: '/app/',
    ready: '.r-hero',
    act: async (page) => {
      await page.locator('.r-verdict .zg-button').first().click()
      await page.locator('.r-rating').waitFor()
      await page.locator('.r-stars label').nth(1).click()
      await page.locator('.r-reasons label').nth(1).click()
      await page.locator('.r-reasons').last().scrollIntoViewIfNeeded()
    },
    also: [both, narrow],
  },
  { name: 'messages', path: '/app/messages', ready: '.r-rows', also: [both] },
  { name: 'messages-empty', path: '/app/messages', ready: '.zg-state', look: { mode: 'empty' } },
  { name: 'messages-failing', path: '/app/messages', ready: '[role=alert]', look: { mode: 'failing' } },
  { name: 'report', path: '/app/report', ready: '.r-place', also: [...all, narrow] },
  {
    name: 'report-already',
    path: '/app/report',
    ready: '.r-place',
    act: async (page) => {
      await writeReport(page)
      await page.locator('.r-already').waitFor()
      await page.locator('.r-already').scrollIntoViewIfNeeded()
    },
    also: [both],
  },
  {
    name: 'report-photos',
    path: '/app/report',
    ready: '.r-place',
    act: async (page) => {
      await writeReport(page)
      await choosePhotos(page, 4)
      await page.locator('.r-photos-grid li').nth(3).waitFor()
      await page.waitForFunction(() => !document.querySelector('.r-photos-state'))
      await page.locator('.r-photos').scrollIntoViewIfNeeded()
    },
    also: [both],
  },
  {
    name: 'report-photos-stuck',
    path: '/app/report',
    ready: '.r-place',
    look: { said: { uploadFile: refusal(503, 'unavailable') } },
    act: async (page) => {
      await choosePhotos(page, 2)
      await page.locator('.r-photos-again').first().waitFor()
    },
    also: [both],
  },
  {
    name: 'report-place',
    path: '/app/report',
    ready: '.r-place',
    act: (page) => page.locator('.r-place').click(),
    also: [both],
  },
  {
    name: 'report-danger',
    path: '/app/report',
    ready: '.r-place',
    act: async (page) => {
      await page.getByRole('textbox').fill('电梯困人，里面有老人')
      await page.locator('.zg-emergency').waitFor()
      await page.waitForTimeout(600)
    },
    also: [...all, narrow],
  },
  {
    name: 'report-nothing-written',
    path: '/app/report',
    ready: '.r-place',
    act: (page) => page.locator('.r-bar .zg-button').click(),
    also: [both],
  },
  { name: 'report-no-home', path: '/app/report', ready: '.r-place-unknown', look: { mode: 'failing' } },
  {
    name: 'sent',
    path: '/app/report',
    ready: '.r-place',
    act: async (page) => {
      await writeReport(page)
      await page.locator('.r-bar .zg-button').click()
      await page.locator('.r-sent-number').waitFor()
    },
    also: [both, desk],
  },
  {
    name: 'sent-waiting',
    path: '/app/report',
    ready: '.r-place',
    look: { said: { openCase: refusal(503, 'unavailable') } },
    act: async (page) => {
      await writeReport(page)
      await page.locator('.r-bar .zg-button').click()
      await page.locator('.r-sent-mark[data-waiting]').waitFor()
    },
    also: [both],
  },
  { name: 'cases', path: '/app/cases', ready: '.r-case', also: [both] },
  { name: 'cases-finished', path: '/app/cases?show=finished', ready: '.r-case', also: [both] },
  { name: 'cases-empty', path: '/app/cases', ready: '.zg-state', look: { mode: 'empty' }, also: [both] },
  { name: 'cases-failing', path: '/app/cases', ready: '[role=alert]', look: { mode: 'failing' } },
  { name: 'case-resolved', path: `/app/cases/${caseId(1)}`, ready: '.zg-timeline', also: [...all, narrow] },
  { name: 'case-question', path: `/app/cases/${caseId(2)}`, ready: '.zg-timeline', also: [both] },
  {
    name: 'case-answer',
    path: `/app/cases/${caseId(2)}?add=1`,
    ready: '.r-sheet',
    also: [both],
  },
  { name: 'case-open', path: `/app/cases/${caseId(3)}`, ready: '.zg-timeline', also: [both] },
  { name: 'case-new', path: `/app/cases/${caseId(4)}`, ready: '.zg-timeline', also: [both] },
  { name: 'case-late', path: `/app/cases/${caseId(5)}`, ready: '.zg-timeline', also: [both] },
  { name: 'case-closed', path: `/app/cases/${caseId(7)}`, ready: '.zg-timeline', also: [both] },
  {
    name: 'case-appeal',
    path: `/app/cases/${caseId(7)}`,
    ready: '.zg-timeline',
    act: async (page) => {
      await page.getByRole('button', { name: /申诉|Appeal/ }).click()
      await page.locator('.r-sheet').waitFor()
    },
    also: [both],
  },
  { name: 'case-silence', path: `/app/cases/${caseId(8)}`, ready: '.zg-timeline', also: [both] },
  { name: 'case-declined', path: `/app/cases/${caseId(9)}`, ready: '.zg-timeline' },
  { name: 'case-failing', path: `/app/cases/${caseId(1)}`, ready: '[role=alert]', look: { mode: 'failing' } },
  {
    name: 'case-missing',
    path: `/app/cases/${caseId(77)}`,
    ready: '.zg-state',
    look: { said: { readCase: refusal(404, 'not_found') } },
    also: [both],
  },
  {
    name: 'case-withdraw',
    path: `/app/cases/${caseId(3)}`,
    ready: '.zg-timeline',
    act: (page) => page.locator('.r-bar .zg-button').first().click(),
    also: [both],
  },
  {
    name: 'case-photo',
    path: `/app/cases/${caseId(1)}`,
    ready: '.zg-timeline',
    act: (page) => page.locator('.zg-photo').first().click(),
    also: [both],
  },
  { name: 'bills', path: '/app/bills', ready: '.zg-state', also: [both] },
  { name: 'community', path: '/app/community', ready: '.zg-state', also: [both] },
  { name: 'me', path: '/app/me', ready: '.r-household', also: [...all, narrow] },
  { name: 'me-failing', path: '/app/me', ready: '[role=alert]', look: { mode: 'failing' } },
  { name: 'access', path: '/app/me/access', ready: '.r-access', also: [both] },
  { name: 'access-empty', path: '/app/me/access', ready: '.zg-state', look: { mode: 'empty' }, also: [both] },
  { name: 'sessions', path: '/app/me/sessions', ready: '.r-rows', also: [both] },
  { name: 'missing', path: '/app/nowhere', ready: '.zg-state', also: [both] },
  { name: 'sign-in', path: '/app/', ready: '.r-door', look: { mode: 'signed-out' }, also: [...all, narrow] },
  {
    name: 'sign-in-demo',
    path: '/app/',
    ready: '.r-demo',
    look: { mode: 'signed-out', demo: true },
    act: async (page) => {
      await page.getByRole('textbox').first().fill('13800000001')
      await page.locator('.r-door-form .zg-button').first().click()
      await page.locator('.r-door-note').waitFor()
    },
    also: [both],
  },
  {
    name: 'sign-in-no-sms',
    path: '/app/',
    ready: '.r-door',
    look: { mode: 'signed-out', said: { requestCode: refusal(503, 'sms_unavailable') } },
    act: async (page) => {
      await page.getByRole('textbox').first().fill('13800000001')
      await page.locator('.r-door-form .zg-button').first().click()
      await page.locator('.r-door-note').waitFor()
    },
    also: [both],
  },
  {
    name: 'sign-in-wrong-code',
    path: '/app/',
    ready: '.r-door',
    look: { mode: 'signed-out', said: { residentSignIn: refusal(401, 'code_wrong_or_expired') } },
    act: async (page) => {
      await page.getByRole('textbox').first().fill('13800000001')
      await page.getByRole('textbox').nth(1).fill('123456')
      await page.locator('.r-door-form .zg-button').nth(1).click()
      await page.locator('.r-wrong').waitFor()
    },
    also: [both],
  },
  {
    name: 'sign-in-too-often',
    path: '/app/',
    ready: '.r-door',
    look: {
      mode: 'signed-out',
      said: { requestCode: refusal(429, 'too_many_tries', { retryAfterSeconds: 48 }) },
    },
    act: async (page) => {
      await page.getByRole('textbox').first().fill('13800000001')
      await page.locator('.r-door-form .zg-button').first().click()
      await page.locator('.r-wrong').waitFor()
    },
    also: [both],
  },
  {
    name: 'code',
    path: `/r/${token}`,
    ready: '.r-public-form',
    look: { mode: 'signed-out' },
    also: [...all, narrow],
  },
  {
    name: 'code-sent',
    path: `/r/${token}`,
    ready: '.r-public-form',
    look: { mode: 'signed-out' },
    act: async (page) => {
      await writeReport(page)
      await page.locator('.r-public-form > .zg-button').click()
      await page.locator('.r-code-link').waitFor()
    },
    also: [both, desk],
  },
  {
    name: 'code-ended',
    path: `/r/${token}`,
    ready: '.zg-state',
    look: { mode: 'signed-out', said: { readPlaceCode: refusal(404, 'link_invalid') } },
    also: [both],
  },
  {
    name: 'code-too-often',
    path: `/r/${token}`,
    ready: '.r-public-form',
    look: {
      mode: 'signed-out',
      said: { openPublicCase: refusal(429, 'too_many_tries', { retryAfterSeconds: 840 }) },
    },
    act: async (page) => {
      await writeReport(page)
      await page.locator('.r-public-form > .zg-button').click()
      await page.locator('.r-wrong').waitFor()
    },
    also: [both],
  },
  { name: 'code-failing', path: `/r/${token}`, ready: '[role=alert]', look: { mode: 'failing' } },
  { name: 'follow', path: `/f/${secret}`, ready: '.zg-timeline', look: { mode: 'signed-out' }, also: all },
  {
    name: 'follow-unknown',
    path: `/f/${secret}`,
    ready: '.zg-state',
    look: { mode: 'signed-out', said: { readPublicCase: refusal(404, 'not_found') } },
    also: [both],
  },
]

const called = (name: string, look: Look) =>
  [
    name,
    look.locale === 'en' ? 'en' : 'zh',
    look.theme ?? 'light',
    look.size === 'large' ? 'large' : '',
    look.width ? String(look.width) : '',
  ]
    .filter(Boolean)
    .join('.')

describe.concurrent('every screen of the residents’ page', () => {
  for (const screen of screens) {
    for (const look of [{}, ...(screen.also ?? [])].map((one) => ({ ...screen.look, ...one }))) {
      const name = called(screen.name, look)
      it(`${name} reads well`, async () => {
        const { context, page, errors } = await open(screen.path, look)
        try {
          await page.locator(screen.ready).first().waitFor()
          await screen.act?.(page)
          await settled(page)
          await page.screenshot({
            path: `${shots}${name}.png`,
            fullPage: !(await page.locator('.r-scrim, .zg-viewer').count()),
          })
          await inspect(page, look)
          await axe(page)
          expect(errors).toEqual([])
        } finally {
          await context.close()
        }
      })
    }
  }
})

describe('the checks themselves', () => {
  const faults: Record<string, string> = {
    'a raw key': '<p>resident.home.calm</p>',
    'a missing value': '<p>undefined</p>',
    'sideways scrolling': '<p style="width:900px">宽</p>',
    'a target too small for a thumb': '<button style="width:20px;height:20px">小</button>',
    'faint words': '<p style="color:#ddd;background:#fff">看不清</p>',
    'a field without a name': '<input style="width:80px;height:60px">',
  }
  it.each(Object.entries(faults))('see %s', async (_, html) => {
    const { context, page } = await open('/app/bills', {})
    try {
      await page.locator('.zg-state').waitFor()
      await page.evaluate((it) => document.querySelector('main')?.insertAdjacentHTML('beforeend', it), html)
      await expect((async () => (await inspect(page, {}), await axe(page)))()).rejects.toThrow()
    } finally {
      await context.close()
    }
  })
})
