import { withArabicDigits } from './numerals.ts'
import { toHalfWidth, withoutSpaces, withPlainDashes } from './text.ts'

/** A floor: the label is text, as the community writes it; the index is a whole number that only sorts. */
export type Floor = { readonly label: string; readonly index: number }

/**
 * Understands 12, 12层, 十二楼, 3A, B1, -1, 负一层, 地下一层, 首层, 夹层 and 屋顶; undefined for anything else. A floor with a
 * letter (3A for the fourth, as many avoid its number) sorts after its number, the basements downwards below the
 * ground, a 夹层 between ground and first floor, the roof above all.
 */
export function parseFloor(text: string): Floor | undefined {
  const typed = withArabicDigits(withPlainDashes(withoutSpaces(toHalfWidth(text)))).toUpperCase()
  if (/^(?:首层|底层)$/.test(typed)) return { label: '1', index: 100 }
  if (/^(?:夹层|M)$/.test(typed)) return { label: '夹层', index: 50 }
  if (/^(?:屋顶|楼顶|天台|顶层|RF|R)$/.test(typed)) return { label: '屋顶', index: 100_000 }
  const plain = typed.replace(/(?:层|楼|F)$/, '')
  const below = /^(-|负|B|地下)0*([1-9]\d?)$/.exec(plain)
  if (below !== null) {
    const [, sign = '', depth = ''] = below
    return { label: (sign === 'B' || sign === '地下' ? 'B' : '-') + depth, index: -100 * Number(depth) }
  }
  const above = /^0*([1-9]\d{0,2})([A-E])?$/.exec(plain)
  if (above === null) return undefined
  const [, number = '', letter = ''] = above
  return { label: number + letter, index: 100 * Number(number) + ' ABCDE'.indexOf(letter || ' ') }
}
