import { insightEndpoints } from '@zhanggui/contract'
import { serving } from '#platform/http/serving'
import type { Binding } from '#platform/http/serving'
import { compareCommunities } from './actions/compare-communities.ts'
import { listFigureCases } from './actions/list-figure-cases.ts'
import { readFigures } from './actions/read-figures.ts'
import { readToday } from './actions/read-today.ts'

export function insightRoutes(): Binding[] {
  return serving(insightEndpoints, { readToday, readFigures, listFigureCases, compareCommunities })
}
