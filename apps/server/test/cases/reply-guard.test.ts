import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Session } from '../harness/server.ts'
import { startWorld } from '../harness/world.ts'
import type { World } from '../harness/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

async function report(text: string, kind = 'repair') {
  const id = v7()
  await world.ok('openCase', { by: world.home.owner, body: { id, kind, text } })
  return id
}
const answer = (id: string, body: Record<string, unknown>, by: Session = world.home.staff.agent) => ({
  params: { id },
  by,
  body,
})
const codesOf = (findings: readonly { code: string }[]) => findings.map((it) => it.code)

describe('a reply to a resident', () => {
  it('of a program that knows no guard goes out as before, and its findings come back', async () => {
    const id = await report('水管漏了，什么时候来修？')
    const { findings, status } = await world.ok('replyToCase', answer(id, { text: '这个不归我们管。' }))
    expect(status).toBe('new')
    expect(codesOf(findings)).toEqual(['sends-away', 'question-open'])
    expect(findings[0]?.suggestion).toContain('跟进')
  })

  it('of the console is refused for what blocks, with the findings, until a reason is given', async () => {
    const id = await report('水管漏了')
    const text = '请直接打师傅的手机 13912345678。'
    const refused = await world.refused('replyToCase', answer(id, { text, guard: {} }))
    expect(refused.code).toBe('reply_blocked')
    expect(refused.detail?.['findings']).toMatchObject([{ code: 'phone-number', words: '13912345678' }])
    const guard = { override: '师傅本人同意留手机号' }
    await world.ok('replyToCase', answer(id, { text, guard }))
    const { timeline } = await world.ok('readCase', { params: { id }, by: world.home.owner })
    expect(timeline.filter((it) => it.kind === 'replied')).toHaveLength(1)
  })

  it('answers all questions with a promise for the time; what is left open is only warned of', async () => {
    const id = await report('什么时候来修？要多少钱？')
    const promise = { what: '上门', by: '2026-11-24T02:00:00.000Z', evidence: 'visit' }
    const { findings } = await world.ok('replyToCase', answer(id, { text: '好的。', promise, guard: {} }))
    expect(findings).toMatchObject([{ code: 'question-open', severity: 'warn', words: '要多少钱？' }])
  })

  it('may turn a complaint into an enquiry only from a supervisor', async () => {
    const id = await report('楼上装修太吵', 'complaint')
    const body = { text: '您反映的情况按咨询处理。', guard: {} }
    expect((await world.refused('replyToCase', answer(id, body))).code).toBe('reply_blocked')
    await world.ok('replyToCase', answer(id, body, world.home.staff.dispatcher))
  })

  it('names no other community of whoever writes', async () => {
    const id = await report('灯坏了')
    const { communityName } = world.home
    const { findings } = await world.ok('replyToCase', answer(id, { text: `${communityName}的业主您好` }))
    expect(codesOf(findings)).not.toContain('other-community')
  })
})

describe('words of weight', () => {
  const text = '我们同意赔偿您的地板。'
  const reviewOf = async (id: string) =>
    (await world.ok('readCase', { params: { id }, by: world.home.staff.agent })).timeline.find(
      (it) => it.review?.act === 'asked',
    )?.id ?? ''

  it('need a second person; no reason takes their place, and only these very words are agreed to', async () => {
    const { staff, owner } = world.home
    const id = await report('地板泡坏了')
    const guard = { override: '很急' }
    expect((await world.refused('replyToCase', answer(id, { text, guard }))).code).toBe('reply_blocked')
    await world.ok('askReplyReview', answer(id, { text }))
    const params = { id, reviewId: await reviewOf(id) }
    const agree = (by: Session) => ({ params, by, body: { verdict: 'agree' } })
    expect((await world.refused('decideReplyReview', agree(staff.agent))).code).toBe('review_own')
    await world.ok('decideReplyReview', agree(staff.manager))
    expect((await world.refused('decideReplyReview', agree(staff.dispatcher))).code).toBe('review_decided')
    const other = { text: '我们同意赔偿您的全部地板。', guard: {} }
    expect((await world.refused('replyToCase', answer(id, other))).code).toBe('reply_blocked')
    await world.ok('replyToCase', answer(id, { text, guard: {} }))
    const seen = await world.ok('readCase', { params: { id }, by: owner })
    expect(seen.timeline.map((it) => it.kind)).toEqual(['opened', 'replied'])
  })

  it('given back stay where they are; two who decide at once are one decision', async () => {
    const { staff } = world.home
    const id = await report('地板泡坏了')
    await world.ok('askReplyReview', answer(id, { text }))
    const params = { id, reviewId: await reviewOf(id) }
    const answers = await Promise.all(
      [staff.manager, staff.dispatcher].map((by) =>
        world.call('decideReplyReview', { params, by, body: { verdict: 'return' } }),
      ),
    )
    expect(answers.map((it) => it.statusCode).toSorted()).toEqual([200, 409])
    expect((await world.refused('replyToCase', answer(id, { text, guard: {} }))).code).toBe('reply_blocked')
  })
})
