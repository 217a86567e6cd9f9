import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarIn, eras } from '../testing/arbitrary-calendar.ts'
import { openSlots, slotSeconds } from '../testing/wall-oracle.ts'
import { deadlineAfter, nextOpening, openIntervals, workedSeconds } from './index.ts'

const known = eras()

/** A calendar, the truth about it slot by slot, and two slots of its era in order. */
const trial = fc.constantFrom(...known).chain((era) =>
  fc.record({
    era: fc.constant(era),
    calendar: calendarIn(era),
    from: fc.integer({ min: 0, max: era.wall.length - 1 }),
    length: fc.integer({ min: 0, max: 2000 }),
  }),
)

describe('open time against a walk from quarter to quarter', () => {
  test('agrees on every open stretch, on the time worked and on the next opening', () => {
    fc.assert(
      fc.property(trial, ({ era, calendar, from, length }) => {
        const to = Math.min(from + length, era.wall.length)
        const open = openSlots(calendar, era).slice(from, to)
        const start = era.start + from * slotSeconds
        const end = era.start + to * slotSeconds
        const seen = Array.from({ length: open.length }, () => false)
        for (const interval of openIntervals(calendar, start, end)) {
          seen.fill(true, (interval.from - start) / slotSeconds, (interval.to - start) / slotSeconds)
        }
        expect(seen).toEqual(open)
        expect(workedSeconds(calendar, start, end)).toBe(open.filter(Boolean).length * slotSeconds)
        const opening = open.indexOf(true)
        if (opening >= 0) expect(nextOpening(calendar, start)).toBe(start + opening * slotSeconds)
      }),
      { numRuns: 400 },
    )
  })

  test('agrees on every deadline, pauses included', () => {
    const pause = fc.record({
      from: fc.integer({ min: -50, max: 1500 }),
      length: fc.integer({ min: 0, max: 300 }),
    })
    const asked = fc.record({
      budget: fc.integer({ min: 1, max: 300 }),
      pauses: fc.array(pause, { maxLength: 4 }),
    })
    fc.assert(
      fc.property(trial, asked, ({ era, calendar, from }, { budget, pauses }) => {
        const open = openSlots(calendar, era)
        let left = budget
        let slot = from
        for (; slot < open.length && left > 0; slot += 1) {
          const paused = pauses.some((it) => slot >= from + it.from && slot < from + it.from + it.length)
          if (open[slot] === true && !paused) left -= 1
        }
        const at = (slots: number) => era.start + slots * slotSeconds
        const deadline = deadlineAfter(
          calendar,
          at(from),
          budget * slotSeconds,
          pauses.map((it) => ({ from: at(from + it.from), to: at(from + it.from + it.length) })),
        )
        if (left === 0) expect(deadline).toBe(at(slot))
        else expect(deadline ?? Infinity).toBeGreaterThan(at(open.length))
      }),
      { numRuns: 400 },
    )
  })

  test('does not depend on what was asked of the calendar before', () => {
    fc.assert(
      fc.property(trial, fc.array(fc.integer({ min: -3000, max: 3000 }), { maxLength: 5 }), (it, days) => {
        const from = it.era.start + it.from * slotSeconds
        const fresh = openIntervals({ ...it.calendar }, from, from + 30 * 86_400)
        for (const day of days) workedSeconds(it.calendar, from + day * 86_400, from + (day + 3) * 86_400)
        expect(openIntervals(it.calendar, from, from + 30 * 86_400)).toEqual(fresh)
      }),
      { numRuns: 40 },
    )
  })
})
