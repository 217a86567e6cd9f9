import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StaffRole } from '@zhanggui/contract'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Mode } from './fixtures/console-api.ts'
import { homes, items, meAs, people } from './fixtures/console-data.ts'
import { type Look, openBrowser, openConsole, settle } from './fixtures/console-page.ts'
import { buildConsole, launchBrowser } from './fixtures/console-build.ts'
import { type Site, serveConsole } from './fixtures/console-site.ts'

const root = join(import.meta.dirname, '..')
const pictures = join(root, '.tmp/screens/console')
const built = join(root, '.tmp/console-screens')
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')

type Screen = {
  path: string
  role?: StaffRole
  prepare?: (page: Page) => Promise<void>
  demo?: boolean
  mode?: Mode
  communities?: number
}
const aCase = items[1]?.id ?? ''
const aDone = items.find((each) => each.status === 'resolved')?.id ?? ''
const aHome = homes[0]?.ref.id ?? ''
const press =
  (...keys: string[]) =>
  async (page: Page) => {
    for (const key of keys) await page.keyboard.press(key)
    await page.waitForTimeout(300)
  }
/** Opens the form of an act of the case. */
const act = (name: RegExp) => async (page: Page) => {
  await page.locator('.dock-acts').getByRole('button', { name }).click()
  await page.waitForSelector('.dock-form')
  await page.waitForTimeout(300)
}
const fill = async (page: Page, text: string) => {
  await page.keyboard.type(text)
  await page.waitForTimeout(700)
}

/** Every screen of the console, in the state in which people meet it. */
const screens: Record<string, Screen> = {
  'sign-in': { path: '/desk/sign-in', mode: 'signed-out' },
  'sign-in-demo': { path: '/desk/sign-in', mode: 'signed-out', demo: true },
  invite: { path: '/desk/invite#k3Jx_9sQpL2mVt7RzW8yBnC4' },
  desk: { path: '/desk/' },
  'desk-case': { path: `/desk/?case=${aCase}` },
  'desk-reply': { path: `/desk/?case=${aCase}`, prepare: press('r') },
  'desk-assign': { path: `/desk/?case=${aCase}`, prepare: press('a') },
  'desk-promise-reply': { path: `/desk/?case=${aCase}`, prepare: press('p') },
  'desk-pause': { path: `/desk/?case=${aCase}`, prepare: press('w') },
  'desk-guard-reply': {
    path: `/desk/?case=${aCase}`,
    prepare: async (page) => {
      await press('r')(page)
      await fill(page, '这个不归我们管，您尽快找别人，电话 13912345678。XX师傅会赔偿。')
    },
  },
  'desk-appoint-open': { path: `/desk/?case=${aCase}`, prepare: act(/约上门|Arrange a visit/) },
  'desk-arrive-open': { path: `/desk/?case=${aCase}`, prepare: act(/^到场|^On site/) },
  'desk-reclassify-open': { path: `/desk/?case=${aCase}`, prepare: act(/改类别|Reclassify/) },
  'desk-call-back-open': {
    path: `/desk/?case=${aDone}`,
    prepare: async (page) => {
      await act(/^回访|^Call back/)(page)
      await page.locator('.choice').first().click()
    },
  },
  'desk-reopen-open': { path: `/desk/?case=${aDone}`, prepare: act(/重新打开|Take up again/) },
  promises: { path: '/desk/promises' },
  'desk-resolve': { path: `/desk/?case=${aCase}`, prepare: press('s') },
  'desk-auditor': { path: '/desk/', role: 'auditor' },
  'new-case': {
    path: '/desk/',
    prepare: async (page) => {
      await press('c')(page)
      await page.waitForSelector('.new-case')
      await fill(page, '王')
    },
  },
  'new-case-suggest': {
    path: '/desk/',
    prepare: async (page) => {
      await press('c')(page)
      await page.waitForSelector('.new-case')
      await page.locator('.new-case textarea').first().fill('阳台水管漏水，我们单元好几户都这样')
      await page.waitForSelector('.suggestions')
      await page.locator('.suggestions').scrollIntoViewIfNeeded()
    },
  },
  'new-case-danger': {
    path: '/desk/',
    prepare: async (page) => {
      await press('c')(page)
      await page.waitForSelector('.new-case textarea')
      await page.locator('.new-case textarea').fill('2 栋电梯困人，里面有老人')
      await page.waitForSelector('.zg-emergency')
      await page.locator('.new-case').evaluate((it) => it.parentElement?.scrollTo(0, 0))
    },
  },
  help: { path: '/desk/', prepare: press('?') },
  case: { path: `/desk/cases/${aCase}` },
  'case-checklist-open': {
    path: `/desk/cases/${aCase}`,
    prepare: async (page) => {
      await page.locator('.work-line').nth(1).getByRole('button').click()
      await page.waitForSelector('.work-steps')
    },
  },
  'case-quote-edit': {
    path: `/desk/cases/${aCase}`,
    prepare: async (page) => {
      await page.locator('.quote .work-new button').click()
      await page.waitForSelector('.quote-edit')
    },
  },
  'case-work-open': {
    path: `/desk/cases/${aCase}`,
    prepare: async (page) => {
      await page.locator('.work-card > .work-new button').click()
      await page.waitForSelector('.work-open')
    },
  },
  cases: { path: '/desk/cases' },
  homes: { path: '/desk/homes' },
  'homes-area': { path: '/desk/homes?lens=area' },
  'homes-archive': { path: `/desk/homes?home=${aHome}` },
  home: { path: `/desk/homes/${aHome}` },
  people: { path: '/desk/people' },
  person: { path: `/desk/people/${people[0]?.id ?? ''}` },
  places: { path: '/desk/places' },
  import: { path: '/desk/people/import' },
  'import-preview': {
    path: '/desk/people/import',
    prepare: async (page) => {
      await page.locator('input[type=file]').setInputFiles({
        name: 'roster.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('房号,姓名\n1-1-101,王\n'),
      })
      await page.waitForSelector('.roster-counts')
    },
  },
  'service-times': { path: '/desk/settings/service-times' },
  'service-times-edit': {
    path: '/desk/settings/service-times',
    prepare: async (page) => {
      await page.locator('.card-head button').first().click()
      await page.waitForSelector('.rule-rows')
    },
  },
  'service-times-ladder': {
    path: '/desk/settings/service-times',
    prepare: async (page) => {
      for (const each of await page.locator('.ladder-row summary').all()) await each.click()
      await page.waitForTimeout(200)
    },
  },
  'service-times-ladder-edit': {
    path: '/desk/settings/service-times',
    prepare: async (page) => {
      await page.locator('.card-head button').first().click()
      await page.waitForSelector('.ladder-levels')
    },
  },
  bell: {
    path: '/desk/cases?escalated=true',
    prepare: async (page) => {
      await page.locator('.top-bell').click()
      await page.waitForSelector('.bell-panel')
      await page.waitForTimeout(400)
    },
  },
  procedures: { path: '/desk/settings/procedures' },
  'procedures-edit': {
    path: '/desk/settings/procedures',
    prepare: async (page) => {
      await page.locator('.procedure-one .card-head button').click()
      await page.waitForSelector('.step-editors')
    },
  },
  calendars: { path: '/desk/settings/calendars' },
  'calendars-edit': {
    path: '/desk/settings/calendars',
    prepare: async (page) => {
      await page.locator('.card-head button').first().click()
      await page.waitForSelector('.week-edit')
    },
  },
  staff: { path: '/desk/settings/staff' },
  'case-dispatch': { path: `/desk/cases/${items[0]?.id ?? ''}` },
  'case-hand-over': {
    path: `/desk/cases/${items[0]?.id ?? ''}`,
    prepare: async (page) => {
      await page.locator('.dispatch-acts button').first().click()
      await page.waitForSelector('.ant-modal textarea')
    },
  },
  assignment: { path: '/desk/settings/assignment' },
  teams: { path: '/desk/settings/teams' },
  'duty-roster': { path: '/desk/settings/duty-roster' },
  'duty-phones': { path: '/desk/settings/duty-phones' },
  'duty-phones-edit': {
    path: '/desk/settings/duty-phones',
    prepare: async (page) => {
      await page.locator('.page-acts button').first().click()
      await page.waitForSelector('.phone-editor')
    },
  },
  codes: { path: '/desk/settings/codes' },
  'codes-print': {
    path: '/desk/settings/codes',
    prepare: async (page) => {
      for (const box of (await page.locator('td .ant-checkbox-input').all()).slice(0, 3)) await box.check()
      await page.locator('.choice-line .ant-btn-primary').click()
      await page.waitForSelector('.code-card:nth-of-type(3)')
    },
  },
  'day-picker': {
    path: `/desk/homes/${aHome}`,
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /更正|Correct/ })
        .first()
        .click()
      await page.locator('.day-field input').first().click()
      await page.waitForSelector('.ant-picker-dropdown')
    },
  },
  'two-communities': {
    path: '/desk/',
    communities: 2,
    prepare: async (page) => {
      await page.locator('.top-switch').click()
      await page.waitForSelector('.ant-dropdown-menu')
    },
  },
  account: { path: '/desk/settings/account' },
  boards: { path: '/desk/boards', role: 'manager' },
  figures: { path: '/desk/boards/figures', role: 'manager' },
  'figures-person': { path: '/desk/boards/figures?by=person', role: 'manager' },
  'figures-open': {
    path: '/desk/boards/figures?by=building',
    role: 'manager',
    prepare: async (page) => {
      await page.locator('.zg-figure').first().click()
      await page.waitForSelector('.zg-how')
    },
  },
  'figures-behind': {
    path: '/desk/boards/figures?by=building',
    role: 'manager',
    prepare: async (page) => {
      await page.locator('.zg-figure').first().click()
      await page.locator('.zg-how .zg-link').first().click()
      await page.waitForSelector('.board-behind')
    },
  },
  compare: { path: '/desk/boards/compare?date=2026-09-07', role: 'manager' },
  'compare-choose': { path: '/desk/boards/compare', role: 'manager' },
  wall: { path: '/desk/wall', role: 'manager' },
  'no-permission': { path: '/desk/people', role: 'auditor' },
  'not-found': { path: '/desk/nowhere' },
}

/** Those whose look does not depend on data, or that open only when there is some. */
const withoutData =
  /^(case-hand-over|sign-in|invite|not-found|no-permission|help|new-case-suggest)|-(reply|assign|pause|resolve|edit|preview|archive|case|ladder|open|behind|print|picker|danger)$|^case$/

const wide = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const looks: { name: string; look: Look; only?: (name: string) => boolean }[] = [
  { name: 'wide-zh', look: { ...wide, locale: 'zh-Hans', theme: 'light', mode: 'full' } },
  { name: 'phone-zh', look: { ...phone, locale: 'zh-Hans', theme: 'light', mode: 'full' } },
  { name: 'wide-en-dark', look: { ...wide, locale: 'en', theme: 'dark', mode: 'full' } },
  { name: 'phone-en-dark', look: { ...phone, locale: 'en', theme: 'dark', mode: 'full' } },
  {
    name: 'wide-zh-empty',
    look: { ...wide, locale: 'zh-Hans', theme: 'light', mode: 'empty' },
    only: (name) => !withoutData.test(name),
  },
  {
    name: 'phone-en-failing',
    look: { ...phone, locale: 'en', theme: 'light', mode: 'failing' },
    only: (name) => !withoutData.test(name) && !name.startsWith('new-case'),
  },
]

/** Words that no person should ever read on a screen, and words cut off where nothing says so. */
async function faultsOf(page: Page, look: Look): Promise<string[]> {
  return page.evaluate(
    ({ english }) => {
      const faults: string[] = []
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = (node.textContent ?? '').trim()
        const parent = node.parentElement
        if (text === '' || !parent || parent.closest('script, style, svg')) continue
        if (/^[a-z]+(\.[a-zA-Z_-]+)+$/.test(text) && !parent.closest('code')) faults.push(`raw key: ${text}`)
        if (/\bundefined\b|\bNaN\b|\[object |\{\w+\}/.test(text)) faults.push(`machine word: ${text}`)
        if (!english && /^[A-Z][a-z]+ [a-z]+ [a-z]+/.test(text)) faults.push(`English in Chinese: ${text}`)
      }
      const slack = 2
      if (document.documentElement.scrollWidth > innerWidth + slack) {
        faults.push(
          `the page is wider than the window by ${document.documentElement.scrollWidth - innerWidth}`,
        )
      }
      for (const element of document.querySelectorAll<HTMLElement>(
        'button, h1, h2, th, label, .zg-tag, .zg-clock-caption',
      )) {
        const style = getComputedStyle(element)
        const box = element.getBoundingClientRect()
        if (box.width < 2 || style.visibility === 'hidden' || element.closest('.zg-unseen')) continue
        const cut = element.scrollWidth > element.clientWidth + slack && style.display !== 'inline'
        if (
          cut &&
          style.textOverflow !== 'ellipsis' &&
          style.overflowX !== 'auto' &&
          style.overflowX !== 'visible'
        ) {
          faults.push(`cut off: ${(element.textContent ?? '').slice(0, 40)}`)
        }
        if (cut && style.overflowX === 'visible' && element.matches('button, .zg-tag')) {
          faults.push(`spills over: ${(element.textContent ?? '').slice(0, 40)}`)
        }
      }
      return faults
    },
    { english: look.locale === 'en' },
  )
}

type Axe = {
  run: (
    context: Document,
    options: object,
  ) => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>
}

/** Serious barriers by axe; colour contrast is measured too. */
async function barriersOf(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return (
      violations
        .filter((each) => each.impact === 'serious' || each.impact === 'critical')
        // The kit's calendar names its month and year by what pressing them does.
        .filter((each) => !each.nodes.every((node) => /ant-picker-(month|year)-btn/.test(node.html)))
        .map(
          (each) =>
            `${each.id}: ${each.nodes
              .map((node) => node.html.slice(0, 160))
              .slice(0, 3)
              .join(' | ')}`,
        )
    )
  })
}

describe('the console’s screens', () => {
  let browser: Browser
  let site: Site
  let demo = false

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    await buildConsole(built)
    browser = await launchBrowser()
    site = await serveConsole(built, () => demo)
  })
  afterAll(async () => {
    await browser?.close()
    site?.close()
  })

  it('are built without a script inside the page', () => {
    const page = readFileSync(join(built, 'index.html'), 'utf8')
    for (const [, inside] of page.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g))
      expect(inside?.trim()).toBe('')
    expect(page).toContain('<meta name="zhanggui-demo" content="false"')
  })

  for (const { name: lookName, look, only } of looks) {
    describe(lookName, () => {
      let context: BrowserContext
      beforeAll(async () => {
        context = await openBrowser(browser, look)
      })
      afterAll(() => context?.close())
      for (const [name, screen] of Object.entries(screens)) {
        if (only && !only(name)) continue
        it(`show ${name} without a fault`, async () => {
          demo = screen.demo ?? false
          const shown: Look = {
            ...look,
            mode: screen.mode ?? look.mode,
            me: meAs(screen.role ?? 'manager', { communities: screen.communities ?? 1 }),
          }
          const { page, errors } = await openConsole(context, shown)
          try {
            await page.goto(site.url + screen.path)
            await settle(page)
            if (screen.prepare) {
              await screen.prepare(page)
              await settle(page)
            }
            await page.screenshot({ path: join(pictures, `${name}.${lookName}.png`) })
            expect(errors, 'said on the browser’s console').toEqual([])
            expect(await faultsOf(page, shown), 'to be seen').toEqual([])
            expect(await barriersOf(page), 'barriers').toEqual([])
          } finally {
            await page.close()
          }
        })
      }
    })
  }
})
