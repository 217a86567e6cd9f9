import { describe, expect, it } from 'vitest'
import { around, dayAfter, lastDays } from './days.ts'

describe('spans of days', () => {
  it('take today in, as the community has it', () => {
    // 23:30 in London is the next day in Shanghai.
    const now = Date.parse('2026-11-23T23:30:00.000Z')
    expect(lastDays(30, now, 'Asia/Shanghai')).toEqual({ from: '2026-10-26', to: '2026-11-24' })
    expect(lastDays(1, now, 'Europe/London')).toEqual({ from: '2026-11-23', to: '2026-11-23' })
  })

  it('cross months and leap days', () => {
    expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29')
    expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28')
  })

  it('lie on both sides of a day, as long as each other, and end today at the latest', () => {
    expect(around('2026-09-01', 4, '2026-11-23')).toEqual({
      before: { from: '2026-08-04', to: '2026-08-31' },
      after: { from: '2026-09-01', to: '2026-09-28' },
      cut: false,
    })
    expect(around('2026-11-20', 4, '2026-11-23')).toMatchObject({ after: { to: '2026-11-23' }, cut: true })
  })
})
