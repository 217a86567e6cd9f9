import { maskPhone, normalisePhone } from '@zhanggui/rules'
import { Refusal } from '#platform/refusal'

/** A number in its one stored form; null stays null. Refuses what is no number of this country. */
export function storedPhone(text: string | null): string | null {
  if (text === null) return null
  const phone = normalisePhone(text)
  if (!phone.ok) throw new Refusal('phone_invalid', { fields: [{ path: 'phone', problem: 'bad_format' }] })
  return phone.phone
}

/** A number as anybody may see it: 138****8000. */
export function maskedPhone(phone: string): string {
  return maskPhone(phone)
}

/** A person as lists show them. */
export function personRef(person: { id: string; name: string; phone: string | null }) {
  const { id, name, phone } = person
  return { id, name, phone: phone === null ? null : maskedPhone(phone) }
}
