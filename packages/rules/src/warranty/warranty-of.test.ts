import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dateOf } from '../calendar/index.ts'
import { components } from '../responsibility/index.ts'
import { lastDay, usualSeason, warrantyClockKinds, warrantyOf, warrantyTerms } from './index.ts'

const accepted = { acceptedOn: '2021-08-31' }

describe('the builder’s warranty', () => {
  test('a roof accepted on 2021-08-31 is within on 2026-08-30 and over on 2026-09-01', () => {
    expect(warrantyOf('roof', accepted, '2026-08-30')).toMatchObject({
      state: 'in',
      until: '2026-08-31',
      daysLeft: 1,
    })
    expect(warrantyOf('roof', accepted, '2026-09-01')).toMatchObject({
      state: 'out',
      until: '2026-08-31',
      daysLeft: -1,
    })
  })

  test('the last day is within, with no day left', () => {
    expect(warrantyOf('roof', accepted, '2026-08-31')).toMatchObject({ state: 'in', daysLeft: 0 })
  })

  test('wiring accepted on 2021-08-31 ends on 2023-08-31', () => {
    expect(warrantyOf('electrical', accepted, '2021-09-01').until).toBe('2023-08-31')
  })

  test('the longer of the two clocks counts for the customer', () => {
    const facts = { acceptedOn: '2021-08-31', handedOverOn: '2024-06-30' }
    expect(warrantyOf('roof', facts, '2026-09-01')).toMatchObject({ state: 'in', until: '2027-06-30' })
    expect(warrantyOf('roof', { ...facts, handedOverOn: '2021-12-01' }, '2026-09-01').state).toBe('out')
  })

  test('the design life does not end', () => {
    expect(warrantyOf('structure', accepted, '2080-01-01')).toMatchObject({
      state: 'in',
      until: null,
      daysLeft: null,
    })
  })

  test('a missing date makes it unknown only where it could still help', () => {
    expect(warrantyOf('roof', { acceptedOn: null }, '2026-01-01').state).toBe('unknown')
    expect(warrantyOf('roof', { acceptedOn: null, handedOverOn: '2025-01-01' }, '2026-01-01').state).toBe(
      'in',
    )
    expect(warrantyOf('roof', { acceptedOn: null, handedOverOn: '2020-01-01' }, '2026-01-01').state).toBe(
      'unknown',
    )
    expect(warrantyOf('gas', { acceptedOn: null, handedOverOn: null }, '2026-01-01').state).toBe('out')
  })

  test('heating seasons are counted as seasons, and one already begun is not counted', () => {
    const heating = (acceptedOn: string) => warrantyOf('heating', { acceptedOn }, '2021-01-01').until
    expect(heating('2021-08-31')).toBe('2023-03-15')
    expect(heating('2021-11-15')).toBe('2023-03-15')
    expect(heating('2021-11-16')).toBe('2024-03-15')
    expect(heating('2022-02-01')).toBe('2024-03-15')
    expect(lastDay('2021-08-31', { unit: 'seasons', count: 1 }, { from: '06-01', to: '09-30' })).toBe(
      '2022-09-30',
    )
  })

  test('a month without the day ends with its last day', () => {
    expect(lastDay('2025-12-31', { unit: 'months', count: 2 }, usualSeason)).toBe('2026-02-28')
    expect(lastDay('2024-02-29', { unit: 'years', count: 1 }, usualSeason)).toBe('2025-02-28')
    expect(lastDay('2024-02-29', { unit: 'years', count: 4 }, usualSeason)).toBe('2028-02-29')
  })

  test('exactly one boundary: within up to the last day, never again after it', () => {
    const day = fc.integer({ min: 10_957, max: 25_000 }).map(dateOf)
    fc.assert(
      fc.property(
        fc.constantFrom(...components),
        day,
        day,
        fc.integer({ min: -3, max: 3 }),
        (component, a, b, near) => {
          const facts = { acceptedOn: a, handedOverOn: b }
          const { until } = warrantyOf(component, facts, a)
          if (until === null) return
          const { state, daysLeft } = warrantyOf(component, facts, addDays(until, near))
          expect(state).toBe(near <= 0 ? 'in' : 'out')
          expect(daysLeft).toBe(0 - near)
          for (const kind of warrantyClockKinds) {
            const term = warrantyTerms[component][kind]
            const last = term && lastDay(kind === 'acceptance' ? a : b, term, usualSeason)
            if (last) expect(until >= last).toBe(true)
          }
        },
      ),
    )
  })
})
