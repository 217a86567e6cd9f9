import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Program, startProgram } from './fixtures/program.ts'

/** Who says that it is solved: a call by somebody else, the resident's rating with reasons, the committee's ruling. */
const pictures = join(import.meta.dirname, '../.tmp/screens/verification')
const words = `卫生间地漏返味 ${Date.now() % 100_000}`
const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

let program: Program
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  program = await startProgram()
}, 180_000)
afterAll(() => program.close())

const shot = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`) })

it('the worker cannot confirm their own work; a call by somebody else, the resident and the committee can', async () => {
  const { address } = program
  const resident = await program.person('resident', phone)
  const worker = await program.person('worker', phone)
  const agent = await program.person('agent', desk)
  const committee = await program.person('committee', desk)
  await resident.goto(`${address}/app/`)
  await resident.getByRole('button', { name: '以业主进入' }).click()
  await resident.getByText('3栋1单元502').first().waitFor()
  const id = await report(resident)
  await signIn(agent, /^客服/)
  await agent.goto(`${address}/desk/cases/${id}`)
  await agent.getByRole('heading', { name: words }).waitFor()
  await agent.keyboard.press('a')
  await agent.getByRole('textbox', { name: '按姓名、班组或岗位筛选' }).fill('赵建军')
  await agent.getByRole('button', { name: '派给赵建军' }).click()
  await agent.getByText('派给 赵建军').first().waitFor()

  // The worker agrees upon a time, is on site, and finishes.
  await signIn(worker, /^工程师傅/)
  await worker.goto(`${address}/desk/cases/${id}`)
  await worker.getByRole('button', { name: '约上门' }).click()
  await worker.getByRole('button', { name: '2 小时后' }).click()
  await send(worker)
  await resident.goto(`${address}/app/cases/${id}`)
  await resident
    .getByText(/约定上门/)
    .first()
    .waitFor()
  await shot(resident, '1-resident-appointment')
  await worker.getByRole('button', { name: '到场', exact: true }).click()
  await send(worker)
  await post(worker, id, 'resolve', { text: '更换地漏芯', noPhotoReason: '住户不便' })
  await worker.reload()
  await worker.getByText('待确认').first().waitFor()
  expect(await worker.getByRole('button', { name: '回访', exact: true }).count()).toBe(0)
  await shot(worker, '2-worker-may-not-call')

  // The call hears that it is not solved, and the case comes back.
  await agent.getByRole('button', { name: '回访', exact: true }).click()
  await agent.getByRole('button', { name: '未解决' }).click()
  await agent.getByRole('textbox', { name: '住户怎么说' }).fill('晚上还是有味')
  await shot(agent, '3-desk-calls')
  await send(agent)
  await agent.getByText('晚上还是有味').first().waitFor()
  await agent.getByText('第 2 次办理').first().waitFor()
  await post(worker, id, 'resolve', { text: '加装水封', noPhotoReason: '住户不便' })

  // The second call confirms; then only the resident's rating and appeal are left.
  await agent.getByRole('button', { name: '回访', exact: true }).click()
  await agent.getByRole('button', { name: '已解决', exact: true }).click()
  await send(agent)
  await agent.getByText('回访确认').first().waitFor()
  await shot(agent, '4-desk-confirmed')
  await resident.reload()
  await resident.locator('.r-stars label').nth(1).click()
  await resident.getByText('拖得久').click()
  await resident.getByText('又坏了').click()
  await shot(resident, '5-resident-rates')
  await resident.getByRole('button', { name: '提交评价' }).click()
  await agent
    .getByText(/又坏了、拖得久/)
    .first()
    .waitFor()

  await resident.getByRole('button', { name: '向业委会申诉' }).click()
  await resident.getByRole('dialog').getByRole('textbox').fill('两天又返味，不能算修好')
  await resident.getByRole('button', { name: '提交申诉' }).click()
  await resident.getByText('申诉待裁定').waitFor()
  await shot(resident, '6-resident-appealed')

  await signIn(committee, /^业委会/)
  await committee.goto(`${address}/desk/cases/${id}`)
  await committee.getByRole('button', { name: '裁定申诉' }).click()
  await committee.getByRole('button', { name: '申诉成立' }).click()
  await committee.getByRole('textbox', { name: /理由/ }).fill('现场复查仍有异味，请重新处理')
  await shot(committee, '7-committee-rules')
  await send(committee)
  await agent.getByText('现场复查仍有异味').first().waitFor()
  await agent.getByText('第 3 次办理').first().waitFor()
  await shot(agent, '8-desk-third-time')

  // Resolved once more, and taken up again by the desk itself.
  await post(worker, id, 'resolve', { text: '更换存水弯', noPhotoReason: '住户不便' })
  await agent.getByRole('button', { name: '重新打开' }).click()
  await agent.getByRole('textbox', { name: /发现了什么/ }).fill('巡查发现接口没有封好')
  await send(agent)
  await agent.getByText('第 4 次办理').first().waitFor()
  const seen = (await (await agent.request.get(`${address}/api/v1/cases/${id}`)).json()) as object
  expect(seen).toMatchObject({ status: 'open', cycle: 4, appeal: 'upheld', returned: 1 })
  expect(program.complaints).toEqual([])
}, 90_000)

async function signIn(page: Page, role: RegExp): Promise<void> {
  await page.goto(`${program.address}/desk/`)
  await page.getByRole('button', { name: role }).click()
  await page.waitForURL(/\/desk\/(?!sign-in)/)
}

/** The button that ends the form that is open; the form goes when it was sent. */
async function send(page: Page): Promise<void> {
  const form = page.locator('.dock-form')
  await form.locator('.ant-btn-primary').click()
  await form.waitFor({ state: 'detached' })
}

async function post(page: Page, id: string, verb: string, data: object): Promise<void> {
  const answer = await page.request.post(`${program.address}/api/v1/cases/${id}/${verb}`, { data })
  expect(answer.status(), await answer.text()).toBe(200)
}

async function report(resident: Page): Promise<string> {
  const id = crypto.randomUUID()
  const answer = await resident.request.post(`${program.address}/api/v1/cases`, {
    headers: { origin: program.address },
    data: { id, kind: 'repair', text: words },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  return id
}
