import { workforceEndpoints } from '@zhanggui/contract'
import { serving } from '#platform/http/serving'
import type { Binding } from '#platform/http/serving'
import { publishDutyPhones } from './actions/duty-phones.ts'
import { cancelLeave, recordLeave } from './actions/leave.ts'
import { readDutyPhones, readDutyRoster, readOnDuty, readWorkforce } from './actions/read.ts'
import { setDutyRoster } from './actions/set-duty-roster.ts'
import { addShift, endShift } from './actions/shifts.ts'
import { setLeader, setSkills } from './actions/teams.ts'

export function workforceRoutes(): Binding[] {
  return serving(workforceEndpoints, {
    readWorkforce: (context, { params }) => readWorkforce(context, params.communityId),
    readOnDuty: (context, { params, query }) => readOnDuty(context, params.communityId, query),
    setLeader: (context, { params, body }) => setLeader(context, { ...params, ...body }),
    setSkills: (context, { params, body }) => setSkills(context, { ...params, ...body }),
    addShift: (context, { params, body }) => addShift(context, { ...params, ...body }),
    endShift: (context, { params }) => endShift(context, params),
    readDutyRoster: (context, { params, query }) => readDutyRoster(context, params.communityId, query),
    setDutyRoster: (context, { params, body }) => setDutyRoster(context, { ...params, ...body }),
    recordLeave: (context, { params, body }) => recordLeave(context, { ...params, ...body }),
    cancelLeave: (context, { params }) => cancelLeave(context, params),
    readDutyPhones: (context, { params }) => readDutyPhones(context, params.communityId),
    publishDutyPhones: (context, { params, body }) => publishDutyPhones(context, { ...params, ...body }),
  })
}
