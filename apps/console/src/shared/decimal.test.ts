import { expect, test } from 'vitest'
import { decimalText, readDecimal } from './decimal.ts'

test('thousandths are written as people write numbers', () => {
  expect([0, 5, 350, 1000, 1500, -250].map(decimalText)).toEqual(['0', '0.005', '0.35', '1', '1.5', '-0.25'])
})

test('what is written comes back as it was, and no half number is guessed', () => {
  for (const one of [0, 1, 999, 1000, 123_456, -250]) expect(readDecimal(decimalText(one))).toBe(one)
  expect(readDecimal(' ０.３５ ')).toBe(350)
  for (const text of ['', '.', '1.', '1.2345', '1e3', 'abc', '--1']) expect(readDecimal(text)).toBeUndefined()
})
