import {
  activeStatuses,
  type CaseKind,
  caseKinds,
  type CaseStatus,
  caseStatuses,
} from '@zhanggui/contract/words'
import { listedIn, present, textIn } from '../../shared/address.ts'

/** Which cases the list shows, as it stands in the address. */
export type CaseSearch = {
  status?: CaseStatus[]
  kind?: CaseKind[]
  assignee?: string
  late?: boolean
  escalated?: boolean
  q?: string
  placeId?: string
  personId?: string
  sort?: 'deadline' | 'newest'
}

export const readCaseSearch = (search: Record<string, unknown>): CaseSearch =>
  present({
    status: search['status'] === 'active' ? [...activeStatuses] : listedIn(search['status'], caseStatuses),
    kind: listedIn(search['kind'], caseKinds),
    assignee: textIn(search['assignee']),
    late: search['late'] === true || search['late'] === 'true' ? true : undefined,
    escalated: search['escalated'] === true || search['escalated'] === 'true' ? true : undefined,
    q: textIn(search['q']),
    placeId: textIn(search['placeId']),
    personId: textIn(search['personId']),
    sort: search['sort'] === 'deadline' || search['sort'] === 'newest' ? search['sort'] : undefined,
  })
