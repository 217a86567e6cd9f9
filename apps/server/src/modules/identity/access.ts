import type { Actor, Context } from '#platform/context'
import { Refusal } from '#platform/refusal'
import { credentialsOf } from './queries.ts'
import type { Credentials } from './queries.ts'

/** A signed-in actor; everybody else is refused. */
export type SignedIn = Extract<Actor, { kind: 'staff' | 'resident' }>

export function signedIn(context: Context): SignedIn {
  const { actor } = context
  if (actor.accountId === null) throw new Refusal('not_signed_in')
  return actor
}

/** The staff account of whoever asks; residents have neither password nor authenticator, so to them it is not there. */
export async function ownStaffAccount(context: Context): Promise<Credentials & { login: string }> {
  const actor = signedIn(context)
  const account =
    actor.kind === 'staff' ? await credentialsOf(context.database.house, actor.accountId) : undefined
  if (!account || account.login === null) throw new Refusal('not_found')
  return { ...account, login: account.login }
}
