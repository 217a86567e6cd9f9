import { toHalfWidth, withoutSpaces, withPlainDashes } from './text.ts'

/** `service`: hotlines and short numbers such as 400-820-8820, 12345, 96777. */
export const phoneKinds = ['mobile', 'landline', 'service'] as const
export type PhoneKind = (typeof phoneKinds)[number]

export const phoneRefusals = ['empty', 'foreign', 'area-code-missing', 'malformed'] as const
export type PhoneRefusal = (typeof phoneRefusals)[number]

export type ParsedPhone =
  | { readonly ok: true; readonly phone: string; readonly kind: PhoneKind }
  | { readonly ok: false; readonly reason: PhoneRefusal }

/**
 * A number of mainland China in the one form that is stored and compared: a mobile as its 11 digits, a landline as
 * `010-12345678` with `-801` for an extension, a service number as its digits. Takes what people type and what
 * exchanges send: wide digits, spaces, dashes, brackets, +86, 0086, an IP call prefix such as 17951, a 0 before a mobile.
 * Refused: no digits at all (a withheld number), another country, a landline without its area code, anything else.
 */
export function normalisePhone(text: string): ParsedPhone {
  const typed = withPlainDashes(withoutSpaces(toHalfWidth(text)))
    .toLowerCase()
    .replace(/^tel:/, '')
    .replace('(0)', '0')
    .replaceAll(/[().·]/g, '')
    .replace(/(?:转|ext|x|#|,|;)(?=\d{1,6}$)/, '*')
  if (!/\d/.test(typed)) return { ok: false, reason: 'empty' }
  const own = withoutPrefixes(typed)
  if (own === undefined) return { ok: false, reason: 'foreign' }
  return mobileOf(own) ?? serviceOf(own) ?? landlineOf(own) ?? { ok: false, reason: reasonFor(own) }
}

/** Without carrier and country prefix; undefined for another country. A `*` stands before an extension. */
function withoutPrefixes(typed: string): string | undefined {
  const direct = typed.replace(/^-*(?:17951|17950|17911|17909|12593|10193)-*(?=[0+1]\d{6})/, '')
  const international = /^(?:\+|00)-*(\d.*)$/.exec(direct)
  if (international !== null) {
    const [, rest = ''] = international
    return rest.startsWith('86') ? national(rest.slice(2)) : undefined
  }
  return /^86-?1[3-9]/.test(direct) ? direct.slice(2).replace(/^-/, '') : direct
}

/** Abroad the 0 of the area code is left out: +86 10 … is 010 …. */
function national(rest: string): string {
  const own = rest.replace(/^-+/, '')
  return /^(?:0|1[3-9]|400|800)/.test(own) || own.replaceAll('-', '').length < 9 ? own : `0${own}`
}

function mobileOf(own: string): ParsedPhone | undefined {
  const digits = own.replaceAll('-', '')
  const [mobile] = /(?<=^0?)1[3-9]\d{9}$/.exec(digits) ?? []
  return mobile === undefined ? undefined : { ok: true, phone: mobile, kind: 'mobile' }
}

function serviceOf(own: string): ParsedPhone | undefined {
  const digits = own.replaceAll('-', '')
  return /^(?:[48]00\d{7}|1(?:10|19|20|22)|12[13]\d{2}|100\d{2}|9[56]\d{3,6})$/.test(digits)
    ? { ok: true, phone: digits, kind: 'service' }
    : undefined
}

function landlineOf(own: string): ParsedPhone | undefined {
  // A dash late in the number begins an extension; dashes before that only group digits.
  const match = /^(010|02\d|0[3-9]\d{2})([1-9]\d{6,7})(?:\*(\d{1,6}))?$/.exec(
    own.replace(/(?<=^(?:010|02\d|0[3-9]\d{2})-?[1-9]\d{6,7})-(?=\d{1,6}$)/, '*').replaceAll('-', ''),
  )
  if (match === null) return undefined
  const [, area, number, extension] = match
  return {
    ok: true,
    phone: `${area}-${number}${extension === undefined ? '' : `-${extension}`}`,
    kind: 'landline',
  }
}

function reasonFor(own: string): PhoneRefusal {
  return /^[2-8]\d{6,7}(?:\*\d{1,6})?$/.test(own.replaceAll('-', '')) ? 'area-code-missing' : 'malformed'
}
