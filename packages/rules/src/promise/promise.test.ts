import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changesPerCase,
  changesUsed,
  derivePromises,
  isPromisable,
  mayAnswerChange,
  mayAskChange,
  mayDecideChange,
  mayKeep,
  promiseRate,
} from './index.ts'
import type { PromiseAct, PromiseEvidence, PromiseFact, PromiseStanding } from './index.ts'

const due = 1000
let seq = 0
const fact = (at: number, more: Partial<PromiseFact> = {}): PromiseFact => ({
  seq: (seq += 1),
  at,
  kind: 'replied',
  byStaff: true,
  open: true,
  photos: 0,
  ...more,
})
const made = (evidence: PromiseEvidence = 'visit', id = 'p', at = 0) =>
  fact(at, { promise: { act: 'made', id, due, evidence } })
const act = (at: number, promise: PromiseAct, byStaff = true) =>
  fact(at, { kind: 'promised', byStaff, promise })
const one = (facts: readonly PromiseFact[], now: number): PromiseStanding => {
  const [first] = derivePromises(facts, now)
  if (!first) throw new Error('no promise')
  return first
}

describe('a promise', () => {
  it('is kept by evidence of its kind in the very second of its deadline, and kept late one second after', () => {
    const resolved = (at: number) => [made(), fact(at, { kind: 'resolved' })]
    expect(one(resolved(due), 2000)).toMatchObject({ state: 'kept', settledAt: due })
    expect(one(resolved(due + 1), 2000)).toMatchObject({
      state: 'kept-late',
      settledAt: due + 1,
      brokenAt: due,
    })
  })

  it('is broken at its deadline, not when somebody looks', () => {
    expect(one([made()], due).state).toBe('open')
    expect(one([made()], due + 1)).toMatchObject({ state: 'broken', settledAt: due, brokenAt: due })
    expect(one([made()], due + 90_000)).toMatchObject({ settledAt: due, brokenAt: due })
  })

  const kinds: [PromiseEvidence, Partial<PromiseFact>, boolean][] = [
    ['photo', { photos: 1 }, true],
    ['photo', {}, false],
    ['photo', { photos: 1, open: false, kind: 'noted' }, false],
    ['photo', { photos: 1, byStaff: false, kind: 'supplemented' }, false],
    ['document', { photos: 2, kind: 'resolved' }, true],
    ['visit', { kind: 'resolved' }, true],
    ['visit', {}, false],
    ['answer', {}, true],
    ['answer', { kind: 'declined' }, true],
    ['answer', { kind: 'assigned' }, false],
    ['answer', { byStaff: false, kind: 'supplemented' }, false],
    ['visit', { kind: 'confirmed', byStaff: false }, true],
  ]
  it.each(kinds)('of kind %s: %o keeps it: %s', (evidence, what, keeps) => {
    expect(one([made(evidence), fact(500, what)], 600).state).toBe(keeps ? 'kept' : 'open')
  })

  it('of an answer is not kept by the reply that makes it, nor by one that promises an answer again', () => {
    const again: PromiseAct = { act: 'made', id: 'q', due: 1500, evidence: 'answer' }
    const standing = derivePromises([made('answer'), fact(500, { promise: again })], 600)
    expect(standing.map((it) => [it.id, it.state])).toEqual([
      ['p', 'open'],
      ['q', 'open'],
    ])
  })

  it('ends as withdrawn with the matter before its time, and stays broken after it', () => {
    expect(one([made(), fact(500, { kind: 'cancelled', byStaff: false })], 2000).state).toBe('withdrawn')
    expect(one([made(), fact(1500, { kind: 'cancelled', byStaff: false })], 2000).state).toBe('broken')
    expect(one([made(), act(1500, { act: 'withdrawn', id: 'p' })], 2000).state).toBe('broken')
  })

  it('that a person says was kept counts at the instant it was said', () => {
    expect(one([made(), act(due, { act: 'kept', id: 'p' })], 2000).state).toBe('kept')
    expect(one([made(), act(due + 5, { act: 'kept', id: 'p' })], 2000).state).toBe('kept-late')
  })
})

describe('another time for a promise', () => {
  const ask = (at = 100): PromiseFact => act(at, { act: 'change-asked', id: 'p', due: 3000, by: 'wang' })
  const approve = (at = 200) => act(at, { act: 'change-approved', id: 'p' })
  const agree = (at = 300) => act(at, { act: 'change-agreed', id: 'p', successor: 'n' }, false)

  it('changes nothing before the resident agrees: the old time still breaks it', () => {
    expect(one([made(), ask(), approve()], due + 1)).toMatchObject({
      state: 'broken',
      change: { state: 'lapsed' },
    })
    const objected = act(300, { act: 'change-objected', id: 'p' }, false)
    expect(one([made(), ask(), approve(), objected], due + 1)).toMatchObject({
      state: 'broken',
      change: { state: 'objected' },
    })
  })

  it('with consent makes a promise of its own, and the old one is no longer due', () => {
    const [old, next] = derivePromises([made(), ask(), approve(), agree()], due + 1)
    expect(old).toMatchObject({ state: 'renegotiated', change: { state: 'agreed' } })
    expect(next).toMatchObject({ id: 'n', due: 3000, state: 'open', succeeds: 'p', evidence: 'visit' })
  })

  it('that the resident agrees to after the old time is no consent', () => {
    const standing = derivePromises([made(), ask(), approve(), agree(due + 1)], due + 2)
    expect(standing.map((it) => it.state)).toEqual(['broken'])
  })

  it('is asked for only while it runs, for later, one at a time and twice a case', () => {
    const open = one([made()], 100)
    expect(mayAskChange(open, 3000, due, 0)).toBeUndefined()
    expect(mayAskChange(open, due, 100, 0)).toBe('time-not-later')
    expect(mayAskChange(open, 3000, 100, changesPerCase)).toBe('changes-used-up')
    expect(mayAskChange(one([made(), ask()], 150), 4000, 150, 1)).toBe('change-pending')
    expect(mayAskChange(one([made()], due + 1), 3000, due + 1, 0)).toBe('settled')
  })

  it('counts what was approved and what waits; what was refused does not use up a turn', () => {
    const refuse = act(200, { act: 'change-refused', id: 'p' })
    const used = (...facts: PromiseFact[]) => changesUsed(facts, derivePromises(facts, 400))
    expect(used(made(), ask())).toBe(1)
    expect(used(made(), ask(), refuse)).toBe(0)
    expect(used(made(), ask(), approve(), agree())).toBe(1)
  })

  it('is decided by somebody else and answered only when offered', () => {
    const asked = one([made(), ask()], 150)
    expect(mayDecideChange(asked, 'wang')).toBe('own-wish')
    expect(mayDecideChange(asked, 'li')).toBeUndefined()
    expect(mayAnswerChange(asked)).toBe('no-change')
    expect(mayAnswerChange(one([made(), ask(), approve()], 250))).toBeUndefined()
    expect(mayKeep(one([made(), ask(), approve(), agree()], 400))).toBe('settled')
  })
})

it('the rate counts what was due: in time over in time, late and broken', () => {
  const counts = { open: 9, kept: 7, 'kept-late': 1, broken: 2, renegotiated: 3, withdrawn: 4 }
  expect(promiseRate(counts)).toEqual({ numerator: 7, denominator: 10 })
})

it('a promise lies ahead, by ninety days at most', () => {
  expect(isPromisable(101, 100)).toBe(true)
  expect(isPromisable(100, 100)).toBe(false)
  expect(isPromisable(100 + 90 * 86_400, 100)).toBe(true)
  expect(isPromisable(101 + 90 * 86_400, 100)).toBe(false)
})

/** Histories of one promise: anything may happen to it, at any time, in any order. */
const happening = fc.record({
  after: fc.integer({ min: 0, max: 500 }),
  what: fc.constantFrom<Partial<PromiseFact>>(
    { kind: 'noted', open: false },
    { kind: 'assigned' },
    { kind: 'replied' },
    { kind: 'replied', photos: 1 },
    { kind: 'resolved' },
    { kind: 'rejected', byStaff: false },
    { kind: 'supplemented', byStaff: false },
    { kind: 'cancelled', byStaff: false },
    { kind: 'promised', promise: { act: 'kept', id: 'p' } },
    { kind: 'promised', promise: { act: 'withdrawn', id: 'p' } },
    { kind: 'promised', promise: { act: 'change-asked', id: 'p', due: 3000, by: 'wang' } },
    { kind: 'promised', promise: { act: 'change-approved', id: 'p' } },
    { kind: 'promised', promise: { act: 'change-refused', id: 'p' } },
    { kind: 'promised', byStaff: false, promise: { act: 'change-objected', id: 'p' } },
    { kind: 'promised', byStaff: false, promise: { act: 'change-agreed', id: 'p', successor: 'n' } },
  ),
})
const history = fc
  .tuple(
    fc.constantFrom<PromiseEvidence>('photo', 'visit', 'answer', 'document'),
    fc.array(happening, { maxLength: 12 }),
  )
  .map(([evidence, happenings]) => {
    let at = 0
    return [made(evidence), ...happenings.map(({ after, what }) => fact((at += after), what))]
  })

it('whatever happens: broken stays broken or becomes kept late, and any other end stays as it was', () => {
  fc.assert(
    fc.property(history, fc.nat(2000), (facts, extra) => {
      const last = facts.at(-1)?.at ?? 0
      let before: PromiseStanding | undefined
      for (let upTo = 1; upTo <= facts.length; upTo += 1) {
        const now = one(facts.slice(0, upTo), facts[upTo - 1]?.at ?? 0)
        if (before && before.state !== 'open') {
          const may = before.state === 'broken' ? ['broken', 'kept-late'] : [before.state]
          expect(may).toContain(now.state)
        }
        before = now
      }
      const later = one(facts, last + extra)
      if (before && before.state !== 'open') expect(later).toEqual(before)
      if (later.state === 'kept') expect(later.settledAt).toBeLessThanOrEqual(due)
      if (later.state === 'open') expect(last + extra).toBeLessThanOrEqual(due)
      expect(later.brokenAt).toBe(later.state === 'broken' || later.state === 'kept-late' ? due : undefined)
    }),
  )
})

it('whatever staff do, a promise of which the deadline passed unkept counts as due', () => {
  fc.assert(
    fc.property(history, (facts) => {
      const byStaff = facts.filter((it) => it.byStaff)
      const it = one(byStaff, due + 1)
      const withdrawnInTime = byStaff.some((one) => one.promise?.act === 'withdrawn' && one.at <= due)
      if (!withdrawnInTime) expect(['kept', 'kept-late', 'broken']).toContain(it.state)
    }),
  )
})
