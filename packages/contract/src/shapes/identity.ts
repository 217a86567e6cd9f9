import * as z from 'zod'
import { permissions } from '../permissions.ts'
import { demoRoles, locales, residentRoles, staffRoles, teams } from '../words.ts'
import { id, instant, text } from './common.ts'

const phoneText = text(40)
const password = z.string().min(10, { error: 'too_short' }).max(200, { error: 'too_long' })

export const me = z.object({
  account: z.object({ id, name: z.string(), kind: z.enum(['staff', 'resident']), locale: z.enum(locales) }),
  organization: z.object({ id, name: z.string() }).nullable(),
  communities: z.array(
    z.object({
      id,
      name: z.string(),
      timeZone: z.string(),
      roles: z.array(z.enum([...staffRoles, ...residentRoles])),
      team: z.enum(teams).nullable(),
      permissions: z.array(z.enum(permissions)),
    }),
  ),
  totp: z.object({ enabled: z.boolean(), recoveryCodesLeft: z.number().int() }).nullable(),
  demo: z.boolean(),
  now: instant,
})
export type Me = z.infer<typeof me>

export const demoSignIn = z.strictObject({ role: z.enum(demoRoles, { error: 'not_listed' }) })

export const staffSignIn = z.strictObject({
  login: text(80),
  password: z.string().max(200, { error: 'too_long' }),
  /** Six digits of the authenticator, or a recovery code; asked for after `totp_required`. */
  totp: text(40).optional(),
})

export const requestCode = z.strictObject({ phone: phoneText })
export const codeRequested = z.object({
  /** Bound to the browser that asked: sent back with the code. */
  request: z.string(),
  expiresInSeconds: z.number().int(),
  /** Only in demo mode, where no message leaves the machine. */
  demoCode: z.string().optional(),
})
export const residentSignIn = z.strictObject({
  phone: phoneText,
  code: z.string().regex(/^\d{6}$/, { error: 'bad_format' }),
  /** Absent when the code was handed out at the counter. */
  request: z.string().max(200, { error: 'too_long' }).optional(),
})

export const preferences = z.strictObject({ locale: z.enum(locales, { error: 'not_listed' }) })

export const session = z.object({
  id,
  current: z.boolean(),
  device: z.string(),
  signedInAt: instant,
  lastSeenAt: instant,
})

export const changePassword = z.strictObject({
  current: z.string().max(200, { error: 'too_long' }),
  next: password,
})

export const totpStart = z.object({ secret: z.string(), uri: z.string() })
export const totpConfirm = z.strictObject({ code: z.string().regex(/^\d{6}$/, { error: 'bad_format' }) })
export const totpConfirmed = z.object({ recoveryCodes: z.array(z.string()) })
export const totpRemove = z.strictObject({ password: z.string().max(200, { error: 'too_long' }) })

export const accessEntry = z.object({
  id,
  at: instant,
  by: z.string().describe('name and role of who looked'),
  what: z.string(),
  purpose: z.string().nullable(),
})

export const staffMember = z.object({
  accountId: id,
  name: z.string(),
  login: z.string(),
  roles: z.array(z.enum(staffRoles)),
  team: z.enum(teams).nullable(),
  state: z.enum(['invited', 'active', 'left']),
  openCases: z.number().int().optional(),
})
export type StaffMember = z.infer<typeof staffMember>

export const inviteStaff = z.strictObject({
  name: text(40),
  login: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/, { error: 'bad_format' }),
  roles: z
    .array(z.enum(staffRoles, { error: 'not_listed' }))
    .min(1, { error: 'required' })
    .max(4, { error: 'too_long' }),
  team: z.enum(teams, { error: 'not_listed' }),
})
export const staffInvited = z.object({ accountId: id, token: z.string(), expiresAt: instant })
export const staffParam = z.strictObject({ communityId: id, accountId: id })

export const invitationToken = z.strictObject({ token: text(100) })
export const invitation = z.object({
  name: z.string(),
  login: z.string(),
  organization: z.string(),
  expiresAt: instant,
})
export const acceptInvitation = z.strictObject({ token: text(100), password })
