import { describe, expect, it } from 'vitest'
import {
  chooseLocale,
  dayOf,
  formatArea,
  formatDate,
  formatDay,
  formatDeadline,
  formatDuration,
  formatMoney,
  formatTime,
  formatWhen,
} from './index.ts'

const zone = 'Asia/Shanghai'
const now = '2026-11-23T08:00:00.000Z'

describe('money and areas', () => {
  it('writes 分 as yuan with groups, whatever the size and sign', () => {
    expect(formatMoney(123456)).toBe('¥1,234.56')
    expect(formatMoney(5n)).toBe('¥0.05')
    expect(formatMoney(0)).toBe('¥0.00')
    expect(formatMoney(-100050n)).toBe('-¥1,000.50')
    expect(formatMoney(900719925474099299n)).toBe('¥9,007,199,254,740,992.99')
  })

  it('shows a plus only when asked for, and never on zero', () => {
    expect(formatMoney(1840, { signed: true })).toBe('+¥18.40')
    expect(formatMoney(0, { signed: true })).toBe('¥0.00')
  })

  it('refuses an amount that is not whole', () => {
    expect(() => formatMoney(12.5)).toThrow(RangeError)
    expect(() => formatMoney(Number.NaN)).toThrow(RangeError)
  })

  it('writes hundredths of a square metre', () => {
    expect(formatArea(8937)).toBe('89.37 ㎡')
    expect(formatArea(2488062n)).toBe('24,880.62 ㎡')
  })
})

describe('spans', () => {
  it('says the two largest units', () => {
    expect(formatDuration(7800, 'zh-Hans')).toBe('2 小时 10 分')
    expect(formatDuration(7800, 'en')).toBe('2 h 10 min')
    expect(formatDuration(7200, 'zh-Hans')).toBe('2 小时')
    expect(formatDuration(59, 'zh-Hans')).toBe('59 秒')
    expect(formatDuration(1080, 'en')).toBe('18 min')
    expect(formatDuration(90_000, 'zh-Hans')).toBe('1 天 1 小时')
    expect(formatDuration(86_400 * 12 + 3600, 'en')).toBe('12 d')
  })

  it('drops the sign', () => {
    expect(formatDuration(-1080, 'zh-Hans')).toBe('18 分')
  })
})

describe('moments', () => {
  it('are relative within a day', () => {
    expect(formatWhen('2026-11-23T07:59:40.000Z', now, 'zh-Hans', zone)).toBe('刚刚')
    expect(formatWhen('2026-11-23T07:55:00.000Z', now, 'zh-Hans', zone)).toBe('5 分钟前')
    expect(formatWhen('2026-11-22T08:00:01.000Z', now, 'en', zone)).toBe('23 h ago')
    expect(formatWhen('2026-11-23T11:00:00.000Z', now, 'zh-Hans', zone)).toBe('3 小时后')
    expect(formatWhen('2026-11-23T08:30:00.000Z', now, 'en', zone)).toBe('in 30 min')
  })

  it('are absolute after, in the zone of the community, with the year when it is another', () => {
    expect(formatWhen('2026-11-20T17:05:00.000Z', now, 'zh-Hans', zone)).toBe('11月21日 01:05')
    expect(formatWhen('2026-11-20T17:05:00.000Z', now, 'en', zone)).toBe('21 Nov, 01:05')
    expect(formatWhen('2025-03-15T01:00:00.000Z', now, 'zh-Hans', zone)).toBe('2025年3月15日 09:00')
    expect(formatWhen('2025-03-15T01:00:00.000Z', now, 'en', zone)).toBe('15 Mar 2025, 09:00')
  })

  it('to be held to are by the clock on the wall', () => {
    expect(formatDeadline('2026-11-23T10:00:00.000Z', now, 'zh-Hans', zone)).toBe('今天 18:00')
    expect(formatDeadline('2026-11-23T16:30:00.000Z', now, 'zh-Hans', zone)).toBe('明天 00:30')
    expect(formatDeadline('2026-11-22T15:59:00.000Z', now, 'en', zone)).toBe('yesterday, 23:59')
    expect(formatDeadline('2026-11-26T04:00:00.000Z', now, 'zh-Hans', zone)).toBe('11月26日 12:00')
  })

  it('give their day as a heading and as a date', () => {
    expect(formatDay('2026-11-23T01:00:00.000Z', now, 'en', zone)).toBe('Today')
    expect(formatDay('2026-11-20T01:00:00.000Z', now, 'zh-Hans', zone)).toBe('11月20日 星期五')
    expect(formatDay('2026-11-20T01:00:00.000Z', now, 'en', zone)).toBe('Friday, 20 Nov')
    expect(dayOf('2026-11-22T16:00:00.000Z', zone)).toBe('2026-11-23')
    expect(formatTime('2026-11-22T16:05:00.000Z', 'zh-Hans', zone)).toBe('00:05')
    expect(formatDate('2026-11-23', 'zh-Hans')).toBe('2026年11月23日')
    expect(formatDate('2026-11-23', 'en')).toBe('23 Nov 2026')
  })

  it('that are none are refused', () => {
    expect(() => formatWhen('soon', now, 'en', zone)).toThrow(RangeError)
    expect(() => formatDate('2026-13-40', 'en')).toThrow(RangeError)
  })
})

describe('the language', () => {
  it('follows the first preference that is known', () => {
    expect(chooseLocale(['fr-FR', 'en-GB', 'zh-CN'])).toBe('en')
    expect(chooseLocale(['zh-TW'])).toBe('zh-Hans')
    expect(chooseLocale(['fr'])).toBe('zh-Hans')
  })
})
