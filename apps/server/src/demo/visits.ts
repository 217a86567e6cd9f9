import type { Act, DemoCase, Deed } from './act.ts'
import { firstStretch, joined, livesIn } from './lives.ts'
import { luck } from './story.ts'
import { hour, minute, quarter, spoken } from './time.ts'

/**
 * Whoever is sent on a repair signs in on the spot: on urgent matters always and soon, else every other time, some at a
 * time that was agreed upon before. The same acts give the same visits.
 */
export function withVisits(acts: readonly Act[]): Act[] {
  return joined(
    acts,
    livesIn(acts).flatMap(([one, its]) => (one.kind === 'repair' ? visitIn(one, its) : [])),
  )
}

function visitIn(one: DemoCase, its: readonly Act[]): Act[] {
  const chance = luck(`visit/${one.id}`)
  const stretch = firstStretch(its)
  if (!stretch || stretch.until - stretch.from < 12 * minute) return []
  const { hand, from, until } = stretch
  const act = (at: number, deed: Deed): Act => ({ at: Math.round(at), by: { staff: hand }, of: one, deed })
  if (one.urgency !== 'normal') {
    return [
      act(Math.min(from + chance.around((one.urgency === 'danger' ? 3 : 8) * minute, 0.5), until - minute), {
        do: 'arrive',
        text: '',
      }),
    ]
  }
  if (chance.yes(0.5)) return []
  const at = from + (until - from) * chance.between(0.5, 0.92)
  const words = chance.pick(['已到现场，正在查看。', '已上门，先看情况。', '', ''])
  const visit = act(at, { do: 'arrive', text: words })
  const told = Math.round(from + chance.around(12 * minute, 0.5))
  const slot = quarter(at - 12 * minute)
  if (one.reporter === null || slot - told < hour || !chance.yes(0.35)) return [visit]
  const asked = chance.yes(0.4)
  const text = asked
    ? `按您说的时间，${spoken(slot, told)}到。`
    : `约在${spoken(slot, told)}上门，到前会打电话。`
  return [act(told, { do: 'appoint', from: slot, to: slot + 2 * hour, byResident: asked, text }), visit]
}
