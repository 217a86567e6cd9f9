import { estateEndpoints } from '@zhanggui/contract'
import { serving } from '#platform/http/serving'
import type { Binding } from '#platform/http/serving'
import { addPlace } from './actions/add-place.ts'
import { changePlace } from './actions/change-place.ts'
import { listCalendars } from './actions/list-calendars.ts'
import { listCommunities } from './actions/list-communities.ts'
import { listPlaces } from './actions/list-places.ts'
import { makePlaceCode } from './actions/make-place-code.ts'
import { publishCalendar } from './actions/publish-calendar.ts'
import { readChart } from './actions/read-chart.ts'
import { showPlaceCode } from './actions/show-place-code.ts'
import type { CasesByPlace } from './actions/read-chart.ts'

/** The estate's endpoints. `publicUrl` goes before the path of QR codes; without it they carry the path alone. */
export function estateRoutes(parts: {
  casesByPlace: CasesByPlace
  publicUrl?: string | undefined
}): Binding[] {
  const publicUrl = (parts.publicUrl ?? '').replace(/\/+$/, '')
  return serving(estateEndpoints, {
    listCommunities: (context) => listCommunities(context),
    readChart: (context, { params, query }) =>
      readChart(context, params.communityId, query.lens, parts.casesByPlace),
    listPlaces,
    addPlace,
    changePlace,
    showPlaceCode: (context, { params }) => showPlaceCode(context, params.id, publicUrl),
    makePlaceCode: (context, { params }) => makePlaceCode(context, params.id, publicUrl),
    listCalendars: (context, { params }) => listCalendars(context, params.communityId),
    publishCalendar,
  })
}
