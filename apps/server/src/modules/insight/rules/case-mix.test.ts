import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyMetric, expectedByMix } from './case-mix.ts'
import type { Cell } from './case-mix.ts'

const cell = (key: string, kind: string, counted: number, due: number): Cell => ({
  key,
  kind,
  metrics: everyMetric(() => ({ counted, due })),
})

describe('what one would expect of a mix of kinds', () => {
  it('gives whoever has the harder kind a lower expectation', () => {
    // Complaints go half as well as repairs; Li has only complaints, Wang only repairs.
    const cells = [
      cell('wang', 'repair', 9, 10),
      cell('li', 'complaint', 4, 10),
      cell('zhao', 'complaint', 5, 10),
    ]
    const expected = expectedByMix(cells)
    expect(expected.get('wang')?.response).toBeCloseTo(9)
    expect(expected.get('li')?.response).toBeCloseTo(4.5)
    expect(expected.get('zhao')?.response).toBeCloseTo(4.5)
  })

  it('expects nothing where nothing was due', () => {
    expect(expectedByMix([cell('wang', 'praise', 0, 0)]).get('wang')?.accept).toBe(0)
  })

  it('expects of all together just what all together did', () => {
    const one = fc.record({
      key: fc.constantFrom('a', 'b', 'c'),
      kind: fc.constantFrom('repair', 'complaint'),
      due: fc.nat(50),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 20 }), (rows) => {
        const cells = rows.map((it) => cell(it.key, it.kind, Math.floor(it.due * it.share), it.due))
        const counted = cells.reduce((sum, it) => sum + it.metrics.on_time.counted, 0)
        const expected = [...expectedByMix(cells).values()].reduce((sum, it) => sum + it.on_time, 0)
        expect(expected).toBeCloseTo(counted, 6)
      }),
    )
  })
})
