import type { Act, DemoCase, Deed, Doer } from './act.ts'
import { firstStretch, joined, livesIn, reporterOf } from './lives.ts'
import type { DemoPerson } from './people.ts'
import { pricesFor } from './price-lines.ts'
import { luck } from './story.ts'
import { after, hour, minute, waking } from './time.ts'

/**
 * Paid work in some homes: quoted by whoever is there, agreed to on the phone before it is done, now and then only after
 * a cheaper second version. Not where a checklist is ticked, which would have to wait for the word.
 */
export function withQuotes(acts: readonly Act[], homes: ReadonlySet<string>): Act[] {
  const added = livesIn(acts).flatMap(([one, its]) => {
    const resident = reporterOf(its)
    const home = one.kind === 'repair' && one.placeId !== null && homes.has(one.placeId)
    return resident && home && !its.some((it) => it.deed.do === 'errand') ? quoteIn(one, its, resident) : []
  })
  return joined(acts, added)
}

function quoteIn(one: DemoCase, its: readonly Act[], resident: DemoPerson): Act[] {
  const chance = luck(`quote/${one.id}`)
  const stretch = firstStretch(its)
  if (!stretch || stretch.until - stretch.from < 3 * hour || !chance.yes(0.12)) return []
  const { hand, from, until } = stretch
  const acts: Act[] = []
  const add = (at: number, by: Doer, deed: Deed) => acts.push({ at: Math.round(at), by, of: one, deed })
  const lines = pricesFor(one.text)
  const first = from + (until - from) * chance.between(0.15, 0.3)
  const heard = after(waking, first, chance.around(25 * minute, 0.6))
  add(first, { staff: hand }, { do: 'quote', version: 0, lines })
  if (chance.yes(0.85)) add(heard, { resident }, { do: 'answer-quote', answer: 'agreed', reason: '' })
  else {
    const second = heard + chance.around(20 * minute, 0.4)
    add(heard, { resident }, { do: 'answer-quote', answer: 'declined', reason: '配件我自己买' })
    add(second, { staff: hand }, { do: 'quote', version: 1, lines: lines.slice(-1) })
    add(
      after(waking, second, chance.around(15 * minute, 0.5)),
      { resident },
      { do: 'answer-quote', answer: 'agreed', reason: '' },
    )
  }
  return (acts.at(-1)?.at ?? until) < until - 10 * minute ? acts : []
}
