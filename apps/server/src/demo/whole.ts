import { withDoubles, withUrges } from './again.ts'
import { withErrands } from './errands.ts'
import { withQuotes } from './quotes.ts'
import { tell } from './story.ts'
import type { Story } from './story.ts'
import { withTeamwork } from './teamwork.ts'
import { withVerdicts } from './verdicts.ts'
import { withVisits } from './visits.ts'

/** One case in so many is somebody's second report of the same thing. */
const doubleEvery = 200

/** The story with everything that hangs on it: visits, quotes, hand-overs, call-backs, appeals, second reports, checklists. */
export function tellWhole(now: number, cases: number): Story {
  const doubles = Math.floor(cases / doubleEvery)
  const told = tell(now, cases - doubles)
  const { crew, estate } = told.ground
  const homes = new Set(estate.homes.filter((it) => it.use === 'dwelling').map((it) => it.id))
  const visited = withErrands(withVisits(withUrges(told.acts)))
  const worked = withTeamwork(withQuotes(visited, homes), crew)
  const judged = withVerdicts(worked, crew, told.policyChange, now)
  const acts = withDoubles(judged, crew, now, doubles).filter((it) => it.at <= now)
  return { ...told, acts }
}
