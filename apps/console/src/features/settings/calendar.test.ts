import { describe, expect, it } from 'vitest'
import { bars, parseWindows, writeWindows } from './calendar.ts'

describe('opening hours as typed', () => {
  it('are understood however people write them', () => {
    const day = [
      { from: '08:30', to: '12:00' },
      { from: '13:30', to: '18:00' },
    ]
    expect(parseWindows('8:30-12:00, 13:30-18:00')).toEqual(day)
    expect(parseWindows('08：30至12：00、13：30—18：00')).toEqual(day)
    expect(writeWindows(day)).toBe('08:30-12:00, 13:30-18:00')
  })

  it('may be none, or the whole day', () => {
    expect(parseWindows('  ')).toEqual([])
    expect(parseWindows('0:00-24:00')).toEqual([{ from: '00:00', to: '24:00' }])
  })

  it('that make no sense are refused', () => {
    for (const typed of ['8-12', '08:30', '25:00-26:00', '24:30-25:00', '24:00-25:00', '8:00-9:00-10:00']) {
      expect(parseWindows(typed), typed).toBeUndefined()
    }
  })

  it('become bars over the day, to its end when they cross midnight', () => {
    expect(bars([{ from: '12:00', to: '18:00' }])).toEqual([{ left: 0.5, width: 0.25 }])
    expect(bars([{ from: '18:00', to: '06:00' }])).toEqual([{ left: 0.75, width: 0.25 }])
  })
})
