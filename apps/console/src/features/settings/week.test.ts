import { expect, test } from 'vitest'
import { mondayOf, plusDays, weekdayOf, weekFrom } from './week.ts'

test('a week begins on its Monday, over the ends of months and years', () => {
  expect(mondayOf('2026-11-23')).toBe('2026-11-23')
  expect(mondayOf('2026-11-29')).toBe('2026-11-23')
  expect(mondayOf('2027-01-01')).toBe('2026-12-28')
  expect(weekFrom('2026-12-28').at(-1)).toBe('2027-01-03')
})

test('days are counted as the calendar has them', () => {
  expect(plusDays('2026-02-28', 1)).toBe('2026-03-01')
  expect(weekdayOf('2026-11-22')).toBe(7)
})
