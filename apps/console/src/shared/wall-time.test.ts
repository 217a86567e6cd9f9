import { describe, expect, it } from 'vitest'
import { instantAt, wallIn, wallOf, wallOnDay } from './wall-time.ts'

const zone = 'Asia/Shanghai'
const now = Date.parse('2026-11-23T16:40:00.000Z')

describe('a time on the wall', () => {
  it('is that of the community, wherever the browser stands', () => {
    expect(wallOf(now, zone)).toBe('2026-11-24T00:40')
    expect(instantAt('2026-11-24T00:40', zone)).toBe('2026-11-23T16:40:00.000Z')
  })

  it('is offered in quarters of an hour and on coming days', () => {
    expect(wallIn(2, now, zone)).toBe('2026-11-24T02:45')
    expect(wallOnDay(1, '09:00', now, zone)).toBe('2026-11-25T09:00')
  })

  it('that does not exist or exists twice is settled', () => {
    expect(instantAt('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
    expect(instantAt('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z')
  })

  it('that is none is refused', () => {
    expect(instantAt('', zone)).toBeUndefined()
    expect(instantAt('2026-13-40T10:00', zone)).toBeUndefined()
  })
})
