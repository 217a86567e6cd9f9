import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { banned, bannedKinds, checkReply, isAnswered, isBlocked, questionsIn } from './index.ts'
import type { GuardInput } from './index.ts'

const input = (reply: string, more: Partial<GuardInput> = {}): GuardInput => ({
  reply,
  kind: 'repair',
  said: [],
  promised: false,
  community: '云栖花园',
  otherCommunities: ['云栖花园', '锦绣家园'],
  place: '3栋1单元502',
  supervisor: false,
  reviewed: false,
  ...more,
})
const codes = (reply: string, more: Partial<GuardInput> = {}) =>
  checkReply(input(reply, more)).map((found) => found.code)
const asked = (text: string, reply: string, more: Partial<GuardInput> = {}) =>
  checkReply(input(reply, { said: [{ by: 'resident', text }], ...more }))
    .filter((found) => found.code === 'question-open')
    .map((found) => found.words)

describe('questions', () => {
  it('are found by their marks and by the words that ask, each with what it asks for', () => {
    const text = '水管漏了。什么时候能来修？为什么又坏了，要不要收费呢？我家在3栋。'
    expect(questionsIn(text).map((one) => [one.kind, one.text])).toEqual([
      ['when', '什么时候能来修？'],
      ['why', '为什么又坏了'],
      ['whether', '要不要收费呢？'],
    ])
    expect(questionsIn('灯坏了，请来修一下。')).toEqual([])
    expect(questionsIn('？')).toEqual([])
  })

  const pairs: [question: string, answer: string, answered: boolean][] = [
    ['什么时候能修好？', '师傅今天 15:00 前到。', true],
    ['什么时候能修好？', '我们会处理的。', false],
    ['什么时候来', '两个小时内到', true],
    ['为什么停水？', '因为水箱清洗。', true],
    ['为什么停水？', '今天 18:00 前恢复。', false],
    ['换一个要多少钱', '角阀 35 元，人工免费。', true],
    ['换一个要多少钱', '今天下午来换。', false],
    ['谁来负责？', '由工程部赵师傅负责。', true],
    ['在哪里办门禁卡？', '在 1 号楼大堂的服务中心。', true],
    ['怎么办理装修手续？', '请带房产证到前台登记。', true],
    ['能不能今天来？', '可以，今天就来。', true],
  ]
  it.each(pairs)('%s – %s: answered %s', (question, answer, answered) => {
    const [one] = questionsIn(question)
    expect(one && isAnswered(one, answer, true)).toBe(answered)
  })

  it('left open are shown one by one, and one that a promise answers is not', () => {
    const text = '什么时候来修？为什么又漏？要多少钱？'
    expect(asked(text, '今天下午来，是角阀老化了。')).toEqual(['要多少钱？'])
    expect(asked(text, '我们来看看。')).toHaveLength(3)
    expect(asked('什么时候来？', '好的。', { promised: true })).toEqual([])
  })

  it('answered earlier need no second answer, and those asked after it do', () => {
    const said = [
      { by: 'resident' as const, text: '什么时候来？' },
      { by: 'staff' as const, text: '今天 15:00 前到。' },
      { by: 'resident' as const, text: '要多少钱？' },
    ]
    expect(checkReply(input('师傅在路上。', { said })).map((one) => one.words)).toEqual(['要多少钱？'])
  })
})

describe('the words of a reply', () => {
  it('that are plain and civil pass without a finding', () => {
    expect(codes('王女士您好，师傅今天 15:00 前到 3栋1单元502，请先关上水槽下的阀门。')).toEqual([])
  })

  it('that send somebody away or threaten stop it; every phrase has a better sentence', () => {
    expect(isBlocked(checkReply(input('这个不归我们管，你打别的电话吧。')))).toBe(true)
    expect(codes('不交就停水停电')).toContain('threatens')
    expect(isBlocked(checkReply(input('师傅会尽快来')))).toBe(false)
    for (const one of banned) {
      expect(one.better.length).toBeGreaterThan(6)
      for (const phrase of one.phrases) {
        const [found] = checkReply(input(`${phrase}`)).filter((it) => bannedKinds.includes(it.code as never))
        expect(found?.suggestion, phrase).toBeDefined()
      }
    }
    expect(banned.flatMap((one) => one.phrases).length).toBeGreaterThanOrEqual(40)
  })

  it('offered instead of a banned phrase are not banned themselves', () => {
    for (const one of banned) {
      const found = codes(one.better).filter((code) => code !== 'says-nothing' && code !== 'placeholder')
      expect([one.phrases[0], found]).toEqual([one.phrases[0], []])
    }
  })

  it('must not turn a complaint into an enquiry, unless a supervisor writes', () => {
    const reply = '您反映的噪音我们按咨询处理。'
    expect(codes(reply, { kind: 'complaint' })).toContain('relabels')
    expect(codes(reply, { kind: 'complaint', supervisor: true })).not.toContain('relabels')
    expect(codes(reply, { kind: 'enquiry' })).not.toContain('relabels')
  })

  const blanks = ['XX师傅明天到', '某某同志', '{姓名}您好', '请在【日期】前', '地址：____', '${name}']
  it.each(blanks)('with a blank left in are stopped: %s', (reply) => {
    expect(codes(reply)).toContain('placeholder')
  })

  it('that name another community are stopped, another building warned of', () => {
    expect(codes('锦绣家园的业主您好')).toContain('other-community')
    expect(codes('云栖花园的业主您好')).not.toContain('other-community')
    expect(codes('师傅到 5栋 看过了')).toContain('other-building')
    expect(codes('师傅到三号楼看过了')).toEqual([])
    expect(codes('从 5栋 那边关阀，3栋 会停水')).not.toContain('other-building')
  })

  it('with somebody’s phone or identity number are stopped; the resident’s own number is theirs', () => {
    expect(codes('请打 138 0013 8000')).toContain('phone-number')
    const said = [{ by: 'resident' as const, text: '我的电话 13800138000' }]
    expect(codes('我们会打 138-0013-8000 联系您', { said })).not.toContain('phone-number')
    expect(codes('住户 11010519491231002X')).toContain('id-number')
    expect(codes('工单 202611230000123456')).not.toContain('id-number')
  })

  it('of weight, or after words of danger, are read by a second person first', () => {
    expect(codes('我们同意赔偿 500 元')).toContain('needs-review')
    const said = [{ by: 'resident' as const, text: '老人在楼道摔伤了，我要找律师' }]
    expect(codes('我们马上来看望。', { said })).toContain('needs-review')
    expect(codes('我们马上来看望。', { said, reviewed: true })).toEqual([])
  })
})

it('any words are judged, always the same, the gravest first', () => {
  const order = ['block', 'warn', 'hint']
  const fragment = fc.constantFrom(
    '不知道',
    '尽快',
    'XX',
    '？',
    '什么时候',
    '13800138000',
    '5栋',
    '赔偿',
    '好',
    '',
  )
  const words = fc.oneof(
    fc.string(),
    fc.array(fragment).map((it) => it.join('')),
  )
  fc.assert(
    fc.property(words, words, (reply, heard) => {
      const it = input(reply, { said: [{ by: 'resident', text: heard }], kind: 'complaint' })
      const found = checkReply(it)
      const ranks = found.map((one) => order.indexOf(one.severity))
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      expect(checkReply(it)).toEqual(found)
    }),
  )
})
