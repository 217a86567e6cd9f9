import { peopleEndpoints } from '@zhanggui/contract'
import { serving } from '#platform/http/serving'
import type { Binding } from '#platform/http/serving'
import { addPerson } from './actions/add-person.ts'
import { addResidency } from './actions/add-residency.ts'
import { applyRoster } from './actions/apply-roster.ts'
import { changePerson } from './actions/change-person.ts'
import { endResidency } from './actions/end-residency.ts'
import { issueSignInCode } from './actions/issue-sign-in-code.ts'
import { listMyHomes } from './actions/list-my-homes.ts'
import { listPeople } from './actions/list-people.ts'
import { previewRoster } from './actions/preview-roster.ts'
import { readHome } from './actions/read-home.ts'
import { readPerson } from './actions/read-person.ts'
import { readRoster } from './actions/read-roster.ts'
import { recordConsent } from './actions/record-consent.ts'
import { revealContact } from './actions/reveal-contact.ts'
import { search } from './actions/search.ts'
import type { FindCases } from './actions/search.ts'

/** The archive's endpoints. */
export function peopleRoutes(parts: { findCases: FindCases }): Binding[] {
  return serving(peopleEndpoints, {
    search: (context, input) => search(context, input, parts.findCases),
    readHome: (context, { params }) => readHome(context, params.id),
    listPeople,
    readPerson: (context, { params }) => readPerson(context, params.id),
    addPerson,
    changePerson,
    revealContact,
    addResidency,
    endResidency,
    recordConsent,
    issueSignInCode: (context, { params }) => issueSignInCode(context, params.id),
    previewRoster,
    readRoster: (context, { params }) => readRoster(context, params.id),
    applyRoster,
    listMyHomes: (context) => listMyHomes(context),
  })
}
