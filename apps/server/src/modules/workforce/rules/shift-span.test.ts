import { epochSeconds } from '@zhanggui/rules'
import { describe, expect, it } from 'vitest'
import { shiftSpan } from './shift-span.ts'

const week = [1, 2, 3, 4, 5, 6, 7]
const at = (text: string) => epochSeconds(`${text}.000Z`)

describe('the stretch of a shift', () => {
  it('lies on the wall of the community', () => {
    expect(
      shiftSpan({ from: '08:00', until: '16:00', weekdays: week }, '2026-11-23', 'Asia/Shanghai'),
    ).toEqual({ from: at('2026-11-23T00:00:00'), until: at('2026-11-23T08:00:00') })
  })

  it('ends on the next date when its end is not after its beginning, a whole day included', () => {
    const night = { from: '22:00', until: '06:00', weekdays: week }
    expect(shiftSpan(night, '2026-11-23', 'Asia/Shanghai')).toEqual({
      from: at('2026-11-23T14:00:00'),
      until: at('2026-11-23T22:00:00'),
    })
    const whole = shiftSpan({ ...night, from: '08:00', until: '08:00' }, '2026-11-23', 'Asia/Shanghai')
    expect((whole?.until ?? 0) - (whole?.from ?? 0)).toBe(86_400)
  })

  it('is not there on a weekday that the shift does not have', () => {
    const office = { from: '08:30', until: '18:00', weekdays: [1, 2, 3, 4, 5] }
    expect(shiftSpan(office, '2026-11-22', 'Asia/Shanghai')).toBeUndefined()
  })

  it('is an hour shorter over the night in which the clocks go forward', () => {
    const night = shiftSpan(
      { from: '22:00', until: '06:00', weekdays: week },
      '2026-03-07',
      'America/New_York',
    )
    expect((night?.until ?? 0) - (night?.from ?? 0)).toBe(7 * 3600)
  })
})
