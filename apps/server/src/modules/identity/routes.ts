import { identityEndpoints } from '@zhanggui/contract'
import { serving } from '#platform/http/serving'
import type { Binding } from '#platform/http/serving'
import { acceptInvitation } from './actions/accept-invitation.ts'
import { changePassword } from './actions/change-password.ts'
import { confirmTotp } from './actions/confirm-totp.ts'
import { demoSignIn } from './actions/demo-sign-in.ts'
import { endAppointment } from './actions/end-appointment.ts'
import { inviteStaff } from './actions/invite-staff.ts'
import { listMyAccess } from './actions/list-my-access.ts'
import { listSessions } from './actions/list-sessions.ts'
import { listStaff } from './actions/list-staff.ts'
import { me } from './actions/me.ts'
import { readInvitation } from './actions/read-invitation.ts'
import { removeTotp } from './actions/remove-totp.ts'
import { requestCode } from './actions/request-code.ts'
import { residentSignIn } from './actions/resident-sign-in.ts'
import { revokeSession } from './actions/revoke-session.ts'
import { setPreferences } from './actions/set-preferences.ts'
import { signOut } from './actions/sign-out.ts'
import { staffSignIn } from './actions/staff-sign-in.ts'
import { startTotp } from './actions/start-totp.ts'
import type { IdentityParts } from './parts.ts'

/** Every endpoint of this module; outside demo mode the one-click sign-in is not among them. */
export function identityRoutes(parts: IdentityParts): Binding[] {
  const bindings = serving(identityEndpoints, {
    me: (context) => me(parts, context),
    demoSignIn: (context, { body, session }) => demoSignIn(parts, context, session, body.role),
    staffSignIn: (context, { body, session }) => staffSignIn(parts, context, session, body),
    requestCode: (context, { body }) => requestCode(parts, context, body),
    residentSignIn: (context, { body, session }) => residentSignIn(parts, context, session, body),
    signOut: (context, { session }) => signOut(context, session),
    setPreferences: (context, { body }) => setPreferences(context, body),
    listSessions: (context) => listSessions(context),
    revokeSession: (context, { params, session }) => revokeSession(context, session, params.id),
    changePassword: (context, { body }) => changePassword(context, body),
    startTotp: (context) => startTotp(parts, context),
    confirmTotp: (context, { body }) => confirmTotp(context, body),
    removeTotp: (context, { body }) => removeTotp(context, body),
    listMyAccess: (context, { query }) => listMyAccess(context, query),
    listStaff: (context, { params }) => listStaff(parts, context, params),
    inviteStaff: (context, { params, body }) => inviteStaff(context, { ...body, ...params }),
    endAppointment: (context, { params }) => endAppointment(context, params),
    readInvitation: (context, { body }) => readInvitation(context, body),
    acceptInvitation: (context, { body, session }) => acceptInvitation(parts, context, session, body),
  })
  return parts.demo ? bindings : bindings.filter((it) => it.name !== 'demoSignIn')
}
