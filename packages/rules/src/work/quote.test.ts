import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineAmount, quoteTotal } from './index.ts'

test('a line costs quantity times price, half a 分 rounded up', () => {
  const of = (quantity: number, unitPrice: number) => lineAmount({ quantity, unitPrice })
  expect([of(1000, 3500), of(1500, 3500), of(333, 100), of(5, 100), of(4, 100), of(1, 0)]).toEqual([
    3500, 5250, 33, 1, 0, 0,
  ])
})

test('no line is off by more than half a 分, and the total is what the lines show', () => {
  const line = fc.record({
    quantity: fc.integer({ min: 1, max: 1_000_000 }),
    unitPrice: fc.integer({ min: 0, max: 10_000_000 }),
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      for (const it of lines) {
        const off = BigInt(lineAmount(it)) * 1000n - BigInt(it.quantity) * BigInt(it.unitPrice)
        expect(off > -500n && off <= 500n).toBe(true)
      }
      expect(quoteTotal(lines)).toBe(lines.map(lineAmount).reduce((a, b) => a + b, 0))
    }),
  )
})
