import type { Database } from '#platform/database'
import type { Task } from '#platform/jobs'
import { tidy } from './actions/tidy.ts'

export { appoint } from './actions/appoint.ts'
export { authenticate } from './actions/authenticate.ts'
export { beginSession } from './actions/begin-session.ts'
export { demoLogin, demoPhones, demoSignIn } from './actions/demo-sign-in.ts'
export { foundOrganization } from './actions/found-organization.ts'
export { holdPhone } from './actions/hold-phone.ts'
export { holdPhones, nameAccounts } from './actions/hold-phones.ts'
export { issueCounterCode } from './actions/issue-counter-code.ts'
export { makeResident } from './actions/make-resident.ts'
export { makeStaff } from './actions/make-staff.ts'
export { nameAccount } from './actions/name-account.ts'
export { recordAccess } from './actions/record-access.ts'
export type { AccessKind } from './actions/record-access.ts'
export type { IdentityParts } from './parts.ts'
export {
  accountsOfPerson,
  communitiesServed,
  staffByLogin,
  staffMember,
  staffOfCommunity,
} from './queries.ts'
export type { StaffMember } from './queries.ts'
export { identityRoutes } from './routes.ts'
export { hashPassword } from './secrets.ts'

export function identityTasks(database: Database, now: () => string): Record<string, Task> {
  return { 'identity:tidy': () => tidy(database, now()) }
}
