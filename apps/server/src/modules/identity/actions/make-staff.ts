import { brokenConstraint } from '#platform/database'
import type { Tx } from '#platform/database'
import { refuseField } from '#platform/refusal'

/**
 * A staff account. Without a password (`hashPassword` makes the stored form) it can not sign in by password.
 * Refused: a login that is taken, by whomever.
 */
export async function makeStaff(
  tx: Tx,
  it: {
    id: string
    organizationId: string
    login: string
    name: string
    passwordHash: string | null
    state?: 'invited' | 'active'
    now: string
  },
): Promise<void> {
  try {
    await tx
      .insertInto('identity.account')
      .values({
        id: it.id,
        organization_id: it.organizationId,
        kind: 'staff',
        login: it.login,
        name: it.name,
        password_hash: it.passwordHash,
        state: it.state ?? 'active',
        created_at: it.now,
      })
      .execute()
  } catch (error) {
    if (brokenConstraint(error) === 'account_login_key')
      throw refuseField('login', 'invalid', 'account_exists')
    throw error
  }
}
