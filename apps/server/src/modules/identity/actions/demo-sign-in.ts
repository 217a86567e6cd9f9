import type { DemoRole, Me } from '@zhanggui/contract'
import type { Context } from '#platform/context'
import { Refusal } from '#platform/refusal'
import type { IdentityParts } from '../parts.ts'
import { credentialsByLogin } from '../queries.ts'
import { enter } from './enter.ts'
import type { BrowserSession } from './enter.ts'
import { makeResident } from './make-resident.ts'

/** The residents of the fictional community whom a newcomer may play: an owner and a tenant. */
export const demoPhones = { resident: '13800000001', tenant: '13800000002' } as const

/** The login of a demo staff member; the seed makes one for each role. */
export const demoLogin = (role: Exclude<DemoRole, keyof typeof demoPhones>): string => `demo-${role}`

/** Signs in as somebody of the fictional community with one click. Outside demo mode there is no such thing. */
export async function demoSignIn(
  parts: IdentityParts,
  context: Context,
  browser: BrowserSession,
  role: DemoRole,
): Promise<Me> {
  if (!parts.demo) throw new Refusal('not_found')
  const account = await demoAccountFor(context, role)
  if (!account) throw new Refusal('not_found')
  return (await enter(parts, context, browser, account)).me
}

async function demoAccountFor(context: Context, role: DemoRole) {
  if (role === 'resident' || role === 'tenant') {
    const phone = demoPhones[role]
    return context.database.transaction([], (tx) => makeResident(tx, { phone, now: context.now }))
  }
  const staff = await credentialsByLogin(context.database.house, demoLogin(role))
  return staff?.kind === 'staff' && staff.state === 'active' ? { id: staff.id, kind: staff.kind } : undefined
}
