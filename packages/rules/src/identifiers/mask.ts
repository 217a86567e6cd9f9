import { normalisePhone } from './phone.ts'

/**
 * A number that may be shown to anybody: 138****8000, 010-****5678. Service numbers are no secret. Of what is no
 * number at all nothing is shown but its length.
 */
export function maskPhone(text: string): string {
  const parsed = normalisePhone(text)
  if (!parsed.ok) return stars(text.length)
  switch (parsed.kind) {
    case 'mobile':
      return `${parsed.phone.slice(0, 3)}****${parsed.phone.slice(-4)}`
    case 'landline': {
      const [area = '', number = ''] = parsed.phone.split('-')
      return `${area}-${stars(number.length - 4)}${number.slice(-4)}`
    }
    case 'service':
      return parsed.phone
  }
}

/** The first character and a star for each other: 欧阳小明 becomes 欧***. A name of one character gets a star too. */
export function maskName(name: string): string {
  const [first = '', ...others] = Array.from(name.trim())
  return first === '' ? '' : first + stars(Math.max(1, others.length))
}

/** The first three and the last four of an identity or credit code; of anything shorter than ten only stars. */
export function maskIdNumber(text: string): string {
  const id = text.trim()
  return id.length < 10 ? stars(id.length) : id.slice(0, 3) + stars(id.length - 7) + id.slice(-4)
}

/** Province, letter and the last two: 京A***45. Of anything shorter than seven only stars. */
export function maskPlate(text: string): string {
  const plate = Array.from(text.trim())
  if (plate.length < 7) return stars(plate.length)
  return plate.slice(0, 2).join('') + stars(plate.length - 4) + plate.slice(-2).join('')
}

function stars(count: number): string {
  return '*'.repeat(Math.max(0, count))
}
