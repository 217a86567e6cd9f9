import type { Act } from './act.ts'
import { chance } from './chance.ts'
import type { Chance } from './chance.ts'
import { drawEstate } from './estate.ts'
import { drawPeople } from './people.ts'
import { scriptOf } from './script.ts'
import { stage } from './staged.ts'
import { drawStaff } from './staff.ts'
import { day } from './time.ts'
import { wangsYear } from './wang.ts'
import { drawYear } from './year.ts'
import type { Ground } from './year.ts'

/** Who lives and works in the community, and what happens there; instants are epoch seconds. */
export type Story = { ground: Ground; acts: Act[]; founded: number; policyChange: number }

/** Everything that is going to happen, in order of time; depends on nothing but its arguments. */
export function tell(now: number, cases: number): Story {
  const founded = now - 400 * day
  const estate = drawEstate(luck('estate'), founded)
  const ground: Ground = {
    estate,
    people: drawPeople(luck('people'), estate.homes, founded),
    crew: drawStaff(luck('staff'), founded),
  }
  const placed = [...wangsYear(luck('wang'), ground, now), ...stage(luck('stage'), ground, now)]
  const opened = placed.filter((it) => it.deed.do === 'open').length
  const begun = drawYear(luck('year'), ground, now, Math.max(0, cases - opened))
  // Each case has chance of its own, so that one more act here changes nothing there.
  const acts = [...begun.flatMap((it) => scriptOf(luck(it.case.id), ground.crew, it)), ...placed]
  const order = new Map(acts.map((it, index) => [it, index]))
  const happened = acts
    .filter((it) => it.at <= now)
    .toSorted((a, b) => a.at - b.at || (order.get(a) ?? 0) - (order.get(b) ?? 0))
  return { ground, acts: happened, founded, policyChange: now - 150 * day }
}

/** Chance for one part of the story, always the same and independent of the others. */
export function luck(part: string): Chance {
  return chance(`zhanggui/${part}`)
}
