/**
 * How long until a resident can use the page, on a mid phone with slow 4G: 150 ms a round trip, 1.6 Mbit/s down,
 * 0.75 up, the processor slowed four times, nothing in the browser's store. Against a running demo:
 * `node_modules/.bin/node bench/first-screen.ts http://localhost:3000`. On a machine that is busy the slowed processor
 * is the machine's load, not the page's: read the load beside the figures.
 */
import { loadavg } from 'node:os'
import { chromium, type Browser } from 'playwright-core'

const address = process.argv[2] ?? 'http://localhost:3000'
const runs = 7

/** Milliseconds from the address to the sign-in's buttons, or to the first card of somebody who was here before. */
async function once(browser: Browser, wasHere: boolean): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  if (wasHere) {
    await context.request.post(`${address}/api/v1/demo/sign-in`, { data: { role: 'resident' } })
    await page.addInitScript(() => localStorage.setItem('zhanggui.was-here', '1'))
  }
  const phone = await context.newCDPSession(page)
  await phone.send('Network.enable')
  await phone.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (0.75 * 1024 * 1024) / 8,
  })
  await phone.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const began = performance.now()
  await page.goto(`${address}/app/`, { waitUntil: 'commit' })
  await page
    .locator(wasHere ? '.r-case, .r-calm, .r-hero' : '.r-demo button, form button')
    .first()
    .waitFor()
  const took = performance.now() - began
  await context.close()
  return took
}

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const wasHere of [false, true]) {
  const all: number[] = []
  for (let run = 0; run < runs; run += 1) all.push(await once(browser, wasHere))
  const sorted = all.toSorted((a, b) => a - b).map(Math.round)
  console.log(
    `${wasHere ? 'home, signed in before' : 'sign-in'}: ${sorted[0]} to ${sorted.at(-1)} ms, median ${sorted[3]} ms`,
  )
}
console.log(`load ${loadavg()[0]?.toFixed(1)}`)
await browser.close()
