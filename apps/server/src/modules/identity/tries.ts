import type { Context } from '#platform/context'
import type { Limit } from '#platform/limits'
import { digest } from './secrets.ts'

const quarter = 15 * 60
const hour = 60 * 60
const day = 24 * hour

// Neither phones nor addresses lie in the table of limits, only their digests.
const hidden = (value: string): string => digest(value).toString('base64url')

// Many homes or a whole office share one address; a browser at that address is told apart by what it says it is.
const address = (context: Context, points: number, seconds: number): Limit => ({
  key: hidden(context.address),
  points,
  seconds,
})
const device = (context: Context, points: number, seconds: number): Limit => ({
  key: hidden(`${context.address} ${context.device}`),
  points,
  seconds,
})

/** Tries at a staff login; the login stands first, because a success forgets it. */
export const staffSignInLimits = (context: Context, login: string): [Limit, ...Limit[]] => [
  { key: hidden(login), points: 10, seconds: quarter },
  device(context, 30, quarter),
  address(context, 100, quarter),
]

/** Tries at an authenticator or recovery code after the password was right. */
export const totpLimits = (accountId: string): [Limit] => [{ key: accountId, points: 10, seconds: hour }]

/** Tries at one's own password while signed in: a stolen session must not find it out. */
export const ownPasswordLimits = (accountId: string): [Limit] => [
  { key: accountId, points: 10, seconds: quarter },
]

/** Asking for a code: the browser and its address first, so that their refusal does not use up the phone's. */
export const codeLimits = (context: Context, phone: string): Limit[] => [
  device(context, 20, hour),
  address(context, 100, hour),
  { key: hidden(phone), points: 1, seconds: 60 },
  { key: hidden(phone), points: 10, seconds: day },
]

/** Tries at codes; the code itself takes five, however many browsers try. */
export const residentSignInLimits = (context: Context): Limit[] => [
  device(context, 30, quarter),
  address(context, 100, quarter),
]
