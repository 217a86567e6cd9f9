import { toHalfWidth, withoutSpaces } from './text.ts'

export const creditCodeRefusals = ['malformed', 'organisation-check', 'checksum'] as const
export type CreditCodeRefusal = (typeof creditCodeRefusals)[number]

export type CheckedCreditCode =
  | { readonly ok: true; readonly code: string; readonly organisationCode: string }
  | { readonly ok: false; readonly reason: CreditCodeRefusal }

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/**
 * A unified social credit code 统一社会信用代码 of 18 places (GB 32100): its alphabet, its own check digit, and that of
 * the organisation code inside it (GB 11714), which comes back as `M000100Y-4`.
 */
export function checkCreditCode(text: string): CheckedCreditCode {
  const code = withoutSpaces(toHalfWidth(text)).toUpperCase()
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code))
    return { ok: false, reason: 'malformed' }
  const sum = weightedSum(code, weights, alphabet)
  if (alphabet[(31 - (sum % 31)) % 31] !== code[17]) return { ok: false, reason: 'checksum' }
  const organisation = code.slice(8, 16)
  const remainder = (11 - (weightedSum(organisation, organisationWeights, organisationAlphabet) % 11)) % 11
  if ((remainder === 10 ? 'X' : String(remainder)) !== code[16])
    return { ok: false, reason: 'organisation-check' }
  return { ok: true, code, organisationCode: `${organisation}-${code[16]}` }
}

function weightedSum(code: string, weights: readonly number[], values: string): number {
  return weights.reduce((sum, weight, place) => sum + weight * values.indexOf(code[place] ?? ''), 0)
}
