import { refusalOf, statusAfter } from '@zhanggui/rules'
import type { CaseSituation, CaseStatus, CaseVerb } from '@zhanggui/rules'
import { expect, test } from 'vitest'
import type { Act } from '../../src/demo/act.ts'
import { chance } from '../../src/demo/chance.ts'
import { say } from '../../src/demo/say.ts'
import { tell } from '../../src/demo/story.ts'
import { tellWhole } from '../../src/demo/whole.ts'
import * as common from '../../src/demo/words/common.ts'
import { matters } from '../../src/demo/words/index.ts'

type Standing = {
  status: CaseStatus
  assignee: string | undefined
  resolvedAt: number | undefined
  closedAt: number | undefined
  rated: boolean
  appeal: 'none' | 'waiting' | 'ruled'
  wakeAt: number | undefined
  resumesOnWord: boolean
  at: number
}

/** What a desk that knows only the rules of a case's life would refuse of a story; one line per act. */
function refused(acts: readonly Act[], now: number): string[] {
  const cases = new Map<string, Standing>()
  const found: string[] = []
  for (const act of acts) {
    const { deed, of, by, at } = act
    if (at > now) found.push(`${deed.do} lies ahead`)
    if (deed.do === 'open') {
      cases.set(of.id, {
        status: 'new',
        assignee: undefined,
        resolvedAt: undefined,
        closedAt: undefined,
        rated: false,
        appeal: 'none',
        wakeAt: undefined,
        resumesOnWord: false,
        at,
      })
      continue
    }
    const it = cases.get(of.id)
    const wrong = (why: string) => found.push(`${of.text.slice(0, 20)} ${deed.do} at ${at}: ${why}`)
    if (!it) {
      wrong('before it was told')
      continue
    }
    if (at < it.at) wrong('before what came before')
    it.at = at
    if (by === 'timer') {
      if (it.wakeAt === undefined || it.wakeAt > at) wrong('nothing to wake for')
      else move(it, it.status === 'paused' ? 'resume' : 'close', at)
      continue
    }
    if (deed.do === 'errand' || deed.do === 'tick') continue
    const verb = verbOf(deed)
    const situation: CaseSituation = {
      status: it.status,
      now: at,
      hasAssignee: it.assignee !== undefined,
      resolvedAt: it.resolvedAt,
      lastClosedAt: it.closedAt,
      rated: it.rated,
      appeal: it.appeal,
    }
    const refusal = refusalOf(verb, situation, verb === 'confirm' ? 'resident-confirmed' : undefined)
    if (refusal) wrong(`${refusal} in ${it.status}`)
    if (typeof by === 'object' && 'staff' in by) {
      const works = by.staff.role === 'worker'
      if (works && !['note', 'receive', 'keep', 'return'].includes(verb) && it.assignee !== by.staff.id)
        wrong(`${by.staff.name} has it not`)
      if (verb === 'accept') it.assignee ??= by.staff.id
    }
    if (typeof by === 'object' && 'resident' in by && (!by.resident.app || by.resident !== of.reporter))
      wrong('not theirs, or without the app')
    if (deed.do === 'assign') it.assignee = deed.to.id
    if (verb === 'receive' && typeof by === 'object' && 'staff' in by) it.assignee = by.staff.id
    if (deed.do === 'pause') {
      if (deed.until <= at) wrong('paused until before now')
      it.wakeAt = deed.until
      it.resumesOnWord = deed.reason === 'awaiting-resident'
    }
    if (deed.do === 'call-back' && deed.outcome !== 'unreached')
      move(it, deed.outcome === 'solved' ? 'confirm' : 'reject', at)
    if (deed.do === 'merge' && !under.has(cases.get(deed.into)?.status ?? 'closed'))
      wrong('into one that is not under way')
    const resumes = deed.do === 'supplement' && it.status === 'paused' && it.resumesOnWord
    move(it, verb, at)
    if (resumes) move(it, 'resume', at)
  }
  return found
}

const under = new Set<CaseStatus>(['new', 'open', 'paused'])

const other: Partial<Record<Act['deed']['do'], CaseVerb>> = {
  'hand-over': 'hand',
  'ask-help': 'join',
  'report-help': 'return',
  'settle-dispute': 'rule',
}

function verbOf(deed: Act['deed']): CaseVerb {
  if (deed.do === 'rule') return deed.ruling === 'upheld' ? 'uphold-appeal' : 'reject-appeal'
  if (deed.do === 'answer-quote') return deed.answer === 'agreed' ? 'agree-quote' : 'decline-quote'
  if (deed.do === 'answer-hand-over') return deed.answer === 'take' ? 'receive' : 'keep'
  return (other[deed.do] ?? deed.do) as CaseVerb
}

function move(it: Standing, verb: CaseVerb, at: number): void {
  it.status = statusAfter(it.status, verb) ?? it.status
  if (verb === 'resolve') Object.assign(it, { resolvedAt: at, wakeAt: at + 604_800 })
  if (verb === 'confirm' || verb === 'close') Object.assign(it, { closedAt: at, wakeAt: undefined })
  if (verb === 'reject') Object.assign(it, { rated: false, wakeAt: undefined })
  if (verb === 'resume') it.wakeAt = undefined
  if (verb === 'rate') it.rated = true
  if (verb === 'appeal') it.appeal = 'waiting'
  if (verb === 'uphold-appeal') Object.assign(it, { appeal: 'ruled', rated: false })
  if (verb === 'reject-appeal') it.appeal = 'ruled'
}

test('whenever the community moves in, nothing in its year is refused', () => {
  const luck = chance('when')
  const found: string[] = []
  for (let index = 0; index < 60; index += 1) {
    const now = 1_763_000_000 + luck.below(3 * 365 * 86_400)
    const { acts } = tellWhole(now, 260)
    found.push(...refused(acts, now).map((it) => `moving in at ${now}: ${it}`))
  }
  expect(found).toEqual([])
})

test('whenever the community moves in, something of everything waits at the desk', () => {
  const luck = chance('desk')
  for (let index = 0; index < 12; index += 1) {
    const now = 1_763_000_000 + luck.below(3 * 365 * 86_400)
    const { acts } = tell(now, 120)
    const last = new Map(acts.map((it) => [it.of.id, it]))
    const paused = [...last.values()].filter((it) => it.deed.do === 'pause')
    const untouched = [...last.values()].filter((it) => it.deed.do === 'open')
    const sentBack = acts.filter((it) => it.deed.do === 'reject' && it.at > now - 4 * 86_400)
    expect(paused.length, `paused at ${now}`).toBeGreaterThanOrEqual(4)
    expect(untouched.length, `untouched at ${now}`).toBeGreaterThanOrEqual(4)
    expect(sentBack.length, `sent back at ${now}`).toBeGreaterThanOrEqual(2)
  }
})

test('people have more than 120 ways to say what is the matter, and all of them can be said', () => {
  const luck = chance('words')
  const slots = { resident: '王女士', worker: '赵师傅', time: '今天 15:30' }
  const troubles = matters.flatMap((it) => it.troubles)
  const said = troubles.flatMap((it) => it.said)
  expect(new Set(said).size).toBeGreaterThan(120)
  const all = [
    ...said,
    ...matters.flatMap((it) => [...it.visit, ...(it.waits ?? []).flatMap((wait) => wait.says)]),
    ...troubles.flatMap((it) => [
      ...it.done,
      ...(it.notes ?? []),
      ...(it.back ?? []),
      ...(it.waits ?? []).flatMap((wait) => wait.says),
    ]),
    ...Object.values(common)
      .flatMap((it) => (Array.isArray(it) ? it : Object.values(it as Record<string, readonly string[]>)))
      .flat(),
  ]
  expect(all.length).toBeGreaterThan(400)
  for (const words of all) expect(say(luck, words, slots), words).not.toMatch(/[{}|]|undefined/)
})

test('what residents say names nobody and no time that is not theirs to name', () => {
  for (const { said, back = [] } of matters.flatMap((it) => it.troubles)) {
    for (const words of [...said, ...back]) expect(() => say(chance('plain'), words), words).not.toThrow()
  }
})
