import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareChange, shareInterval } from './share-interval.ts'

describe('the interval of a share', () => {
  it('agrees with published values', () => {
    // Newcombe 1998, one proportion, score method: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    const published: [number, number, number, number][] = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ]
    for (const [counted, due, from, to] of published) {
      const it = shareInterval({ counted, due })
      expect(it?.from).toBeCloseTo(from, 4)
      expect(it?.to).toBeCloseTo(to, 4)
    }
  })

  it('is none where nothing was due', () => {
    expect(shareInterval({ counted: 0, due: 0 })).toBeUndefined()
    expect(shareChange({ counted: 0, due: 0 }, { counted: 3, due: 4 })).toBeUndefined()
  })
})

describe('the change of a share', () => {
  it('agrees with published values', () => {
    // Newcombe 1998, two proportions, method 10: 56 of 70 against 48 of 80; 9 of 10 against 3 of 10.
    const one = shareChange({ counted: 48, due: 80 }, { counted: 56, due: 70 })
    expect(one?.change).toBeCloseTo(0.2, 10)
    expect(one?.interval.from).toBeCloseTo(0.0524, 4)
    expect(one?.interval.to).toBeCloseTo(0.3339, 4)
    expect(one?.sure).toBe(true)
    const two = shareChange({ counted: 3, due: 10 }, { counted: 9, due: 10 })
    expect(two?.interval.from).toBeCloseTo(0.1705, 4)
    expect(two?.interval.to).toBeCloseTo(0.809, 3)
  })

  it('does not call a small difference of few cases sure', () => {
    expect(shareChange({ counted: 4, due: 6 }, { counted: 5, due: 6 })?.sure).toBe(false)
  })

  it('lies within its interval, and turns its sign when before and after change places', () => {
    const share = fc
      .tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([due, part]) => ({ due, counted: Math.round(due * part) }))
    fc.assert(
      fc.property(share, share, (a, b) => {
        const there = shareChange(a, b)
        const back = shareChange(b, a)
        if (!there || !back) throw new Error('something was due')
        expect(there.interval.from).toBeLessThanOrEqual(there.change)
        expect(there.interval.to).toBeGreaterThanOrEqual(there.change)
        expect(back.change).toBeCloseTo(-there.change, 12)
        expect(back.interval.from).toBeCloseTo(-there.interval.to, 9)
        expect(back.sure).toBe(there.sure)
      }),
    )
  })
})
