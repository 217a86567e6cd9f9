import type { Act, DemoCase } from './act.ts'
import { joined, livesIn, reporterOf } from './lives.ts'
import type { DemoCrew } from './staff.ts'
import { luck } from './story.ts'
import { after, day, deskPresence, hour, minute, waking } from './time.ts'

const urges = ['麻烦催一下，还没人来。', '什么时候能来？', '等了很久了，请给个准信。', '']
const retold = [
  '还是那件事，没人来看，再报一次：{text}',
  '刚才报过，怕没收到，再说一遍：{text}',
  '{text}（上次报过，还没处理）',
]

/** Residents who wait for long ask after it, with nothing new to say. */
export function withUrges(acts: readonly Act[]): Act[] {
  const added = livesIn(acts).flatMap(([one, its]) => {
    const chance = luck(`urge/${one.id}`)
    const resident = reporterOf(its)
    const sent = its.find((it) => it.deed.do === 'assign')
    const done = its.find((it) => it.deed.do === 'resolve')
    const [from, until] = [sent?.at ?? 0, done?.at ?? 0]
    if (!resident || !sent || until - from < 18 * hour || !chance.yes(0.16)) return []
    const at = after(waking, from, (until - from) * chance.between(0.3, 0.5))
    if (at >= until) return []
    return [{ at, by: { resident }, of: one, deed: { do: 'urge' as const, text: chance.pick(urges) } }]
  })
  return joined(acts, added)
}

/**
 * So many residents report the same thing a second time while the first is under way; the desk puts the two together
 * within the hour. The last of them has come just now and waits to be put together.
 */
export function withDoubles(acts: readonly Act[], crew: DemoCrew, now: number, count: number): Act[] {
  const lives = livesIn(acts)
  const added: Act[] = []
  let pairs = 0
  const fresh = lives.findLast(
    ([one, its]) => fits(one, its) && open(its) && (its[0]?.at ?? now) < now - hour,
  )
  if (fresh && count > 0) added.push(retell(fresh, now - 12 * minute))
  const old = lives.filter(([one, its]) => fits(one, its) && room(its) > 8 * hour)
  const step = Math.max(1, Math.floor(old.length / Math.max(1, count)))
  for (let index = 0; index < old.length && pairs < count - 1; index += step) {
    const life = old[index]
    if (!life || life === fresh) continue
    const [one, its] = life
    const chance = luck(`double/${one.id}`)
    const taken = its.find((it) => it.deed.do === 'accept')?.at ?? now
    const at = after(waking, taken, room(its) * chance.between(0.15, 0.3))
    const merged = after(deskPresence, at, chance.around(14 * minute, 0.5))
    if (merged >= taken + room(its)) continue
    const second = retell(life, at)
    const by = { staff: chance.pick(crew.all.filter((it) => it.role === 'agent')) }
    pairs += 1
    added.push(second, { at: merged, by, of: second.of, deed: { do: 'merge', into: one.id } })
  }
  return joined(acts, added)
}

const fits = (one: DemoCase, its: readonly Act[]): boolean =>
  one.kind === 'repair' && one.urgency === 'normal' && one.placeId !== null && reporterOf(its) !== undefined

const open = (its: readonly Act[]): boolean =>
  its.some((it) => it.deed.do === 'assign') &&
  !its.some((it) => ['resolve', 'cancel', 'decline', 'pause'].includes(it.deed.do))

/** How long the first stays under way, in seconds. */
function room(its: readonly Act[]): number {
  const taken = its.find((it) => it.deed.do === 'accept')
  const done = its.find((it) => ['resolve', 'cancel', 'decline'].includes(it.deed.do))
  return taken && done ? Math.min(done.at - taken.at, 4 * day) : 0
}

function retell([one, its]: [DemoCase, Act[]], at: number): Act {
  const chance = luck(`retold/${one.id}`)
  const text = chance.pick(retold).replace('{text}', one.text)
  const of: DemoCase = { ...one, id: chance.id(at), text }
  return { at, by: its[0]?.by ?? 'visitor', of, deed: { do: 'open', photos: [] } }
}
