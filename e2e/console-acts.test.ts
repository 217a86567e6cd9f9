import { join } from 'node:path'
import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildConsole, launchBrowser } from './fixtures/console-build.ts'
import { caseView, communityId, items, meAs } from './fixtures/console-data.ts'
import { type Look, openBrowser, openConsole, settle } from './fixtures/console-page.ts'
import { serveConsole, type Site } from './fixtures/console-site.ts'

const look: Look = { width: 1440, height: 900, locale: 'zh-Hans', theme: 'light', mode: 'full' }
const first = items[1] ?? items[0]
const json = (status: number, body: unknown) => ({
  status,
  contentType: 'application/json',
  body: JSON.stringify(body),
})
const receipt = {
  id: first?.id,
  number: first?.number,
  status: 'open',
  version: 5,
  at: '2026-11-23T02:52:01.000Z',
}
const refusal = (status: number, code: string) =>
  json(status, {
    type: 'x',
    status,
    code,
    title: code,
    texts: { 'zh-Hans': '刚被更新', en: 'moved on' },
    request: 'r',
  })

describe('whoever works at the desk', () => {
  let browser: Browser
  let site: Site
  let context: BrowserContext
  let page: Page
  let errors: string[]

  beforeAll(async () => {
    const built = join(import.meta.dirname, '../.tmp/console-acts')
    await buildConsole(built)
    browser = await launchBrowser()
    site = await serveConsole(built, () => false)
  })
  afterAll(async () => {
    await browser?.close()
    site?.close()
  })
  beforeEach(async () => {
    context = await openBrowser(browser, look)
    ;({ page, errors } = await openConsole(context, { ...look, me: meAs('manager') }))
  })
  afterEach(() => context.close())

  const open = async (path: string) => {
    await page.goto(site.url + path)
    await settle(page)
  }
  /** Answers the calls of one path one after the other; the last answer holds. */
  const answering = async (path: string, ...answers: ((route: Route) => Promise<unknown>)[]) => {
    const asked: { key: string | undefined; body: Record<string, unknown> }[] = []
    await page.route(`**/api/v1${path}`, async (route) => {
      const request = route.request()
      asked.push({
        key: request.headers()['idempotency-key'],
        body: request.postDataJSON() as Record<string, unknown>,
      })
      await answers[Math.min(asked.length, answers.length) - 1]?.(route)
    })
    return asked
  }

  it('works in the community chosen: nothing of the other is asked for, on any screen, after a reload too', async () => {
    const me = meAs('manager', { communities: 2 })
    const [ours, theirs] = me.communities
    await page.close()
    ;({ page, errors } = await openConsole(context, { ...look, me }))
    await open('/desk/')
    await page.locator('.top-switch').click()
    const asked: string[] = []
    page.on('request', (it) => {
      if (it.url().includes('/api/v1/')) asked.push(it.url())
    })
    await page.getByRole('menuitem', { name: theirs?.name ?? '' }).click()
    await expect.poll(() => page.locator('.top-switch').textContent()).toContain('望江苑')
    await settle(page)
    await page.screenshot({ path: join(import.meta.dirname, '../.tmp/screens/console/second-community.png') })
    const links = ['/desk/cases', '/desk/homes', '/desk/people', '/desk/places', '/desk/settings/calendars']
    for (const path of [
      ...links,
      '/desk/settings/service-times',
      '/desk/settings/staff',
      '/desk/settings/codes',
      '/desk/',
    ])
      await open(path)
    expect(asked.filter((url) => url.includes(ours?.id ?? '?'))).toEqual([])
    const of = (name: string) => asked.filter((url) => url.includes(name) && url.includes(theirs?.id ?? '?'))
    for (const name of [
      '/cases?',
      '/cases/counts',
      '/chart',
      '/people',
      '/places',
      '/calendars',
      '/polic',
      '/staff',
    ])
      expect([name, of(name).length > 0]).toEqual([name, true])
    // What lists cases names the community each time: without it the server answers for the first.
    expect(
      asked.filter((url) => /\/cases(\?|\/counts)/.test(url) && !url.includes(theirs?.id ?? '?')),
    ).toEqual([])
    expect(errors).toEqual([])
  })

  it('keeps the words when the case has moved on, is shown what is new, and sends again', async () => {
    await open(`/desk/?case=${first?.id}`)
    await page.keyboard.press('r')
    await page.keyboard.type('师傅下午三点前到。')
    await page.getByRole('button', { name: '没有承诺' }).click()
    await page.getByRole('button', { name: '只是告知情况' }).click()
    const moved = first && { ...caseView(first), version: 5 }
    const last = moved?.timeline.at(-1)
    await page.route(`**/api/v1/cases/${first?.id}`, (route) =>
      route.fulfill(
        json(
          200,
          moved &&
            last && {
              ...moved,
              timeline: [
                ...moved.timeline,
                { ...last, id: `${last.id.slice(0, -3)}999`, seq: 99, text: '住户来电，改到四点。' },
              ],
            },
        ),
      ),
    )
    const asked = await answering(
      `/cases/${first?.id}/reply`,
      (route) => route.fulfill(refusal(409, 'stale_version')),
      (route) => route.fulfill(json(200, receipt)),
    )
    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('.dock-stale')
    expect(await page.locator('.write textarea').first().inputValue()).toBe('师傅下午三点前到。')
    await page.getByText('住户来电，改到四点。').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('.write', { state: 'detached' })
    expect(asked.map((each) => each.body['expectedVersion'])).toEqual([4, 5])
    expect(asked[1]?.key, 'another act').not.toBe(asked[0]?.key)
  })

  it('loses no word when the line breaks, and a second press is the same act', async () => {
    await open(`/desk/?case=${first?.id}`)
    await page.keyboard.press('n')
    await page.keyboard.type('带一只角阀。')
    const asked = await answering(
      `/cases/${first?.id}/note`,
      (route) => route.abort(),
      (route) => route.fulfill(json(200, receipt)),
    )
    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('.act-trouble')
    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('.write', { state: 'detached' })
    expect(asked).toHaveLength(2)
    expect(asked[1]?.key).toBe(asked[0]?.key)
  })

  it('finds a half-written answer again after the page was loaded anew', async () => {
    await open(`/desk/?case=${first?.id}`)
    await page.keyboard.press('r')
    await page.keyboard.type('写到一半')
    await page.reload()
    await settle(page)
    await page.keyboard.press('r')
    expect(await page.locator('.write textarea').first().inputValue()).toBe('写到一半')
  })

  it('opens a case with the keyboard alone', async () => {
    await open('/desk/')
    const asked = await answering('/cases', (route) =>
      route.request().method() === 'POST' ? route.fulfill(json(200, receipt)) : route.fallback(),
    )
    await page.keyboard.press('c')
    await page.waitForSelector('.new-case input')
    await page.keyboard.type('王')
    await page.waitForSelector('.combobox-choice')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    await page.keyboard.type('厨房漏水')
    await page.keyboard.press('Alt+1')
    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('.new-case', { state: 'detached' })
    expect(asked.at(-1)?.body).toMatchObject({ kind: 'repair', text: '厨房漏水', communityId })
    expect(asked.at(-1)?.body['onBehalfOf']).toHaveProperty('personId')
  })

  it('is told of new cases without the list moving', async () => {
    await open('/desk/?tab=active')
    const before = await page.locator('.queue-title').allTextContents()
    const top = await page.locator('.queue-row').first().boundingBox()
    const fresh = first && {
      ...first,
      id: `${first.id.slice(0, -3)}777`,
      text: '刚刚打来的电话',
      due: {
        kind: 'accept',
        at: '2026-11-23T02:53:00.000Z',
        startedAt: '2026-11-23T02:51:00.000Z',
        budgetSeconds: 900,
      },
    }
    await page.route('**/api/v1/cases?*', (route) =>
      route.request().url().includes('alarm=true')
        ? route.fallback()
        : route.fulfill(json(200, { items: [fresh, ...items], nextCursor: null })),
    )
    site.tell({ kind: 'case', communityId, id: fresh?.id ?? null, version: 1 })
    await page.waitForSelector('.queue-fresh')
    expect(await page.locator('.queue-title').allTextContents()).toEqual(before)
    expect(await page.locator('.queue-row').first().boundingBox()).toEqual(top)
    await page.locator('.queue-fresh').click()
    await page.locator('.queue-title', { hasText: '刚刚打来的电话' }).waitFor()
  })

  it('walks the queue with j and k', async () => {
    await open('/desk/?tab=active')
    const opened = () => page.locator('.queue-row[data-open] .queue-title').textContent()
    const start = await opened()
    await page.keyboard.press('j')
    await page.waitForTimeout(200)
    expect(await opened()).not.toBe(start)
    await page.keyboard.press('k')
    await page.waitForTimeout(200)
    expect(await opened()).toBe(start)
  })

  it('sees only what the role may see', async () => {
    await page.close()
    const finance = await openConsole(context, { ...look, me: meAs('finance') })
    await finance.page.goto(`${site.url}/desk/`)
    await settle(finance.page)
    expect(await finance.page.locator('.rail-entry').allTextContents()).toEqual(['房与人', '设置'])
    expect(await finance.page.locator('.top-new').count()).toBe(0)
    expect(finance.errors).toEqual([])
    expect(errors).toEqual([])
  })
})
