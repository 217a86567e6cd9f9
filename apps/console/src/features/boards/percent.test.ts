import { describe, expect, it } from 'vitest'
import { percentOf, pointsOf } from './percent.ts'

describe('a share in percent', () => {
  it('says nothing where nothing was due, which is not the same as none', () => {
    expect(percentOf({ counted: 0, due: 0 })).toBeUndefined()
    expect(percentOf({ counted: 0, due: 5 })).toBe('0')
  })

  it('never rounds up to all or down to none', () => {
    expect(percentOf({ counted: 9999, due: 10_000 })).toBe('99.9')
    expect(percentOf({ counted: 1, due: 10_000 })).toBe('0.1')
    expect(percentOf({ counted: 7, due: 8 })).toBe('87.5')
    expect(percentOf({ counted: 8, due: 8 })).toBe('100')
  })

  it('shows a change with its sign', () => {
    expect([0.0321, -0.004, 0.0001].map(pointsOf)).toEqual(['+3.2', '−0.4', '0'])
  })
})
