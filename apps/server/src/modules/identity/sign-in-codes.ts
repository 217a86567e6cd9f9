import { normalisePhone } from '@zhanggui/rules'
import { refuseField } from '#platform/refusal'
import { digest } from './secrets.ts'

/** How long a code can be used, and how often it is compared with what somebody typed. */
export const codeSeconds = 600
export const codeTries = 5

/** The mobile number somebody typed, in the one form that is stored; refused when it is none. */
export function phoneOf(text: string): string {
  const parsed = normalisePhone(text)
  if (!parsed.ok || parsed.kind !== 'mobile') throw refuseField('phone', 'invalid', 'phone_invalid')
  return parsed.phone
}

/** What is stored of a code: bound to its phone and, unless handed out at the counter, to the request for it. */
export const codeDigest = (phone: string, code: string, request: string): Buffer =>
  digest(`${phone} ${code} ${request}`)
