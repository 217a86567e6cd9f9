import type { StaffRole, Team } from '@zhanggui/contract'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { allow, change } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { refuseField } from '#platform/refusal'
import { signedIn } from '../access.ts'
import { digest, newToken } from '../secrets.ts'
import { appoint } from './appoint.ts'
import { makeStaff } from './make-staff.ts'

type Invitee = { communityId: string; name: string; login: string; roles: StaffRole[]; team: Team }

/** How long an invitation can be accepted. */
const validFor = '7 days'

/**
 * Invites a staff member of one's own organization: an account that can not sign in yet, its appointments, and
 * a secret by which they choose a password. Refused: a login that is taken, unless by somebody of the same
 * organization and no other community who never accepted and whose invitation is over; head office, except by
 * head office.
 */
export async function inviteStaff(
  context: Context,
  it: Invitee,
): Promise<{ accountId: string; token: string; expiresAt: string }> {
  const reach = allow(context, 'staff.manage', it.communityId)
  const { organizationId, accountId: invitedBy } = signedIn(context)
  if (organizationId === null) throw new Error('staff belong to an organization')
  if (it.roles.includes('head-office') && !reach.roles.includes('head-office')) {
    throw refuseField('roles', 'not_listed')
  }
  const { accountId } = await change(context, async (tx) => {
    const accountId = await invitedAccount(tx, context.now, organizationId, it)
    for (const role of it.roles) {
      await appoint(tx, { ...it, accountId, role, now: context.now })
    }
    return { accountId }
  })
  // The secret is not part of what a repeated act remembers: a repetition hands out another one instead.
  const token = newToken()
  const invitation = await context.database.house
    .insertInto('identity.invitation')
    .columns(['id', 'account_id', 'token_hash', 'invited_by', 'expires_at'])
    .expression((eb) =>
      eb
        .selectFrom('identity.account')
        .where('id', '=', accountId)
        .where('state', '=', 'invited')
        .select([
          sql<string>`${v7()}::uuid`.as('id'),
          'identity.account.id as account_id',
          sql<Buffer>`${digest(token)}::bytea`.as('token_hash'),
          sql<string>`${invitedBy}::uuid`.as('invited_by'),
          sql<string>`${context.now}::timestamptz + ${sql.lit(validFor)}::interval`.as('expires_at'),
        ]),
    )
    .returning('expires_at')
    .executeTakeFirst()
  // Repeated after it was accepted: there is nothing to hand out any more.
  if (!invitation) throw refuseField('login', 'invalid', 'account_exists')
  return { accountId, token, expiresAt: invitation.expires_at }
}

async function invitedAccount(tx: Tx, now: string, organizationId: string, it: Invitee): Promise<string> {
  const again = await tx
    .updateTable('identity.account as a')
    .set({ name: it.name, state: 'invited' })
    .where('a.login', '=', it.login)
    .where('a.organization_id', '=', organizationId)
    .where('a.password_hash', 'is', null)
    .where('a.state', 'in', ['invited', 'left'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('identity.invitation as i')
            .whereRef('i.account_id', '=', 'a.id')
            .where('i.expires_at', '>', now)
            .select('i.id'),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('identity.appointment as p')
            .whereRef('p.account_id', '=', 'a.id')
            .where('p.until', 'is', null)
            .where('p.community_id', '<>', it.communityId)
            .select('p.id'),
        ),
      ),
    )
    .returning('a.id')
    .executeTakeFirst()
  if (again) {
    // What the invitation that is over gave here is replaced by what this one gives.
    await tx
      .updateTable('identity.appointment')
      .set({ until: now })
      .where('account_id', '=', again.id)
      .where('until', 'is', null)
      .execute()
    return again.id
  }
  const id = v7()
  await makeStaff(tx, {
    id,
    organizationId,
    login: it.login,
    name: it.name,
    passwordHash: null,
    state: 'invited',
    now,
  })
  return id
}
