import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entryProblems, isInRange, offersFor, procedureProblems, standings, waitingSteps } from './index.ts'
import type { ChecklistStep, DraftStep } from './index.ts'

const step = (key: string, more: Partial<DraftStep> = {}): DraftStep => ({
  key,
  evidence: 'tick',
  required: true,
  reading: null,
  safety: false,
  photo: null,
  signer: null,
  ...more,
})
const nothing = { kind: 'done' as const, photos: 0, materials: 0 }

describe('a checklist', () => {
  test('waits for every required step until something is recorded there, done or passed over', () => {
    const steps = [step('a'), step('b'), step('c', { required: false })]
    expect(waitingSteps(steps, []).map((it) => it.key)).toEqual(['a', 'b'])
    expect(waitingSteps(steps, [{ step: 'b', kind: 'passed' }]).map((it) => it.key)).toEqual(['a'])
    expect(
      waitingSteps(steps, [
        { step: 'b', kind: 'passed' },
        { step: 'a', kind: 'done' },
      ]),
    ).toEqual([])
  })

  test('holds what was recorded last at a step, and nothing ever makes a step wait again', () => {
    const keys = ['a', 'b', 'c', 'd']
    const entry = fc.record({
      step: fc.constantFrom(...keys, 'unknown'),
      kind: fc.constantFrom('done' as const, 'passed' as const),
    })
    fc.assert(
      fc.property(fc.array(entry), entry, (before, last) => {
        const steps: ChecklistStep[] = keys.map((key) => step(key))
        const states = standings(steps, [...before, last])
        if (keys.includes(last.step)) expect(states.get(last.step)).toBe(last.kind)
        expect(states.size).toBe(keys.length)
        const [less, more] = [waitingSteps(steps, before), waitingSteps(steps, [...before, last])]
        expect(more.length).toBeLessThanOrEqual(less.length)
        for (const one of more) expect(less).toContain(one)
      }),
    )
  })

  test('passing over needs a reason, whatever the evidence', () => {
    for (const evidence of ['tick', 'photo', 'reading', 'material', 'signature'] as const) {
      const one = step('a', { evidence })
      expect(entryProblems(one, { ...nothing, kind: 'passed' })).toEqual([
        { path: 'note', problem: 'required' },
      ])
      expect(entryProblems(one, { ...nothing, kind: 'passed', note: '业主不在家' })).toEqual([])
    }
  })

  test('each kind of evidence asks for its own', () => {
    const ask = (evidence: DraftStep['evidence'], more = {}) =>
      entryProblems(step('a', { evidence }), { ...nothing, ...more }).map((it) => `${it.path} ${it.problem}`)
    expect(ask('tick')).toEqual([])
    expect(ask('reading')).toEqual(['reading required'])
    expect(ask('reading', { reading: 0 })).toEqual([])
    expect(ask('photo')).toEqual(['photos required'])
    expect(ask('photo', { photos: 2 })).toEqual([])
    expect(ask('material')).toEqual(['materials required'])
    expect(ask('signature')).toEqual(['photos required'])
    expect(ask('signature', { photos: 2 })).toEqual(['photos invalid'])
    expect(ask('tick', { reading: 5 })).toEqual(['reading invalid'])
    expect(ask('tick', { materials: 1 })).toEqual(['materials invalid'])
  })

  test('both ends of a range are in order; beyond them a reading is taken with a word about it', () => {
    const one = step('p', { evidence: 'reading', reading: { min: 150, max: 350 } })
    expect([149, 150, 350, 351].map((it) => isInRange(one, it))).toEqual([false, true, true, false])
    expect(entryProblems(one, { ...nothing, reading: 351 })).toEqual([{ path: 'note', problem: 'required' }])
    expect(entryProblems(one, { ...nothing, reading: 351, note: '已关小阀门' })).toEqual([])
    expect(isInRange(step('q', { reading: { min: null, max: null } }), -5)).toBe(true)
  })
})

describe('a procedure', () => {
  test('is refused with twin keys, no required step, safety behind work, or details of other evidence', () => {
    const paths = (...steps: DraftStep[]) => procedureProblems(steps).map((it) => it.path)
    expect(paths(step('a'), step('a'))).toEqual(['steps.1.key'])
    expect(paths(step('a', { required: false }))).toEqual(['steps'])
    expect(paths(step('a'), step('b', { safety: true }))).toEqual(['steps.1.safety'])
    expect(paths(step('a', { safety: true }), step('b'))).toEqual([])
    expect(paths(step('a', { evidence: 'photo' }))).toEqual(['steps.0.photo'])
    expect(paths(step('a', { photo: 'after' }))).toEqual(['steps.0.photo'])
    expect(paths(step('a', { evidence: 'reading', reading: { min: 2, max: 1 } }))).toEqual([
      'steps.0.reading.min',
    ])
  })

  const faucet = { name: '角阀', kinds: ['repair'], placeKinds: ['home'], words: ['水龙头', '角阀', '软管'] }
  const lift = { name: '困人', kinds: ['repair'], placeKinds: ['common'], words: ['电梯', '困'] }
  const visit = { name: '礼仪', kinds: [], placeKinds: ['home'], words: [] }

  test('that best fits the report is offered first, with its words', () => {
    const names = (text: string, placeKind: string | null) =>
      offersFor([visit, lift, faucet], { kind: 'repair', placeKind, text }).map((it) => it.procedure.name)
    expect(names('厨房水龙头滴水，角阀也漏', 'home')).toEqual(['角阀', '礼仪', '困人'])
    expect(names('电梯困人了', 'common')).toEqual(['困人', '角阀', '礼仪'])
    expect(names('家里有点问题', 'home')).toEqual(['角阀', '礼仪', '困人'])
    const [first] = offersFor([faucet], { kind: 'repair', placeKind: null, text: '软管爆了' })
    expect(first).toMatchObject({ words: ['软管'], byKind: true, byPlace: false })
  })

  test('never gets lost: every one is offered once, whatever was reported', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('home', 'common', null), (text, placeKind) => {
        const all = [visit, lift, faucet]
        const offered = offersFor(all, { kind: 'repair', placeKind, text }).map((it) => it.procedure)
        expect(new Set(offered)).toEqual(new Set(all))
        expect(offered).toHaveLength(3)
      }),
    )
  })
})
