import { normalisePhone, toHalfWidth } from '@zhanggui/rules'

/** What a search box says about people: each part is absent when the words can not mean it. */
export type PersonTerms = {
  name: string
  initials?: string
  /** A whole number in its stored form. */
  phone?: string
  /** The last digits of a number, three at least. */
  tail?: string
}

/** Reads what was typed as a name, as initials, as a phone number and as its last digits. */
export function personTerms(q: string): PersonTerms {
  const text = toHalfWidth(q).trim().replaceAll(/\s+/g, ' ')
  const letters = text.replaceAll(/[ .]/g, '').toLowerCase()
  const digits = text.replaceAll(' ', '')
  const phone = normalisePhone(text)
  return {
    name: text.toLowerCase(),
    ...(/^[a-z]{1,8}$/.test(letters) ? { initials: letters } : {}),
    ...(phone.ok ? { phone: phone.phone } : {}),
    ...(/^\d{3,20}$/.test(digits) ? { tail: digits } : {}),
  }
}
