import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Program, startProgram } from './fixtures/program.ts'

/** A promise from the desk to the phone: made, moved with consent, and found in the ledger. */
const pictures = join(import.meta.dirname, '../.tmp/screens/promises')
const words = `厨房角阀渗水 ${Date.now() % 100_000}`
const desk = { width: 1440, height: 900 }

let program: Program
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  program = await startProgram()
}, 180_000)
afterAll(() => program.close())

const shot = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`) })

it('what the desk promises, the resident reads; another time needs a second person and the resident', async () => {
  const { address } = program
  const resident = await program.person('resident', { width: 390, height: 844 })
  const agent = await program.person('agent', desk)
  const dispatcher = await program.person('dispatcher', desk)
  await resident.goto(`${address}/app/`)
  await resident.getByRole('button', { name: '以业主进入' }).click()
  await resident.getByText('3栋1单元502').first().waitFor()
  const id = await report(resident, address)
  await agent.goto(`${address}/desk/`)
  await agent.getByRole('button', { name: /^客服/ }).click()
  await agent.waitForURL(/\/desk\/(?!sign-in)/)
  await agent.goto(`${address}/desk/cases/${id}`)
  await agent.getByRole('heading', { name: words }).waitFor()

  // The key for promising opens the reply; nothing can be sent before promise or reason is there.
  await agent.keyboard.press('p')
  await agent.getByRole('textbox', { name: '写给住户的话' }).fill('王女士，明天中午前师傅带新角阀来换。')
  const send = agent.getByRole('button', { name: /^发送/ })
  expect(await send.isDisabled()).toBe(true)
  await agent.getByRole('textbox', { name: /承诺什么/ }).fill('上门更换角阀')
  await agent.getByRole('button', { name: '明天 12:00' }).click()
  await agent.getByRole('button', { name: '上门办完' }).click()
  await shot(agent, '1-desk-promising')
  await send.click()
  const bar = agent.getByRole('list', { name: '对住户的承诺' })
  await bar.getByText('上门更换角阀').waitFor()
  await shot(agent, '2-desk-promise-bar')

  await resident.goto(`${address}/app/cases/${id}`)
  await resident
    .getByText(/明天 12:00前上门更换角阀/)
    .first()
    .waitFor()
  await shot(resident, '3-resident-reads')

  await agent.getByRole('button', { name: '申请延期' }).click()
  const dialog = agent.getByRole('dialog')
  await dialog.getByLabel('日期').selectOption({ index: 3 })
  await dialog.getByRole('textbox').fill('同型号角阀后天到货')
  await dialog.getByRole('button', { name: '申请延期' }).click()
  await bar.getByText(/申请改到/).waitFor()
  // Who asked can not approve.
  expect(await agent.getByRole('button', { name: '批准延期' }).count()).toBe(0)

  await dispatcher.goto(`${address}/desk/`)
  await dispatcher.getByRole('button', { name: /^调度/ }).click()
  await dispatcher.waitForURL(/\/desk\/(?!sign-in)/)
  await dispatcher.goto(`${address}/desk/promises?show=asked`)
  await dispatcher.getByText('同型号角阀后天到货').waitFor()
  await shot(dispatcher, '4-ledger-asked')
  await dispatcher
    .getByRole('row', { name: /同型号角阀后天到货/ })
    .getByRole('link')
    .click()
  await dispatcher.getByRole('button', { name: '批准延期' }).click()
  await dispatcher
    .getByText(/等住户答复/)
    .first()
    .waitFor()

  await resident.reload()
  await resident.getByText(/想改到/).waitFor()
  await shot(resident, '5-resident-asked')
  await resident.getByRole('button', { name: '同意新时间' }).click()
  await resident.getByText(/已按您同意的改了时间/).waitFor()
  await shot(resident, '6-resident-agreed')

  await agent.goto(`${address}/desk/promises?show=all&mine=true`)
  await agent.getByText('住户同意改期').first().waitFor()
  await shot(agent, '7-ledger')
  expect(program.complaints).toEqual([])
}, 90_000)

async function report(resident: Page, address: string): Promise<string> {
  const id = crypto.randomUUID()
  const answer = await resident.request.post(`${address}/api/v1/cases`, {
    headers: { origin: address },
    data: { id, kind: 'repair', text: words },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  return id
}
