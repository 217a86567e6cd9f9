import { pinyin } from 'pinyin-pro'

/**
 * The initials by which a name is typed: 王小明 is `wxm`, 单雄信 `sxx` (surnames have readings of their own), John
 * Smith `js`. Letters only, in lower case.
 */
export function initialsOf(name: string): string {
  const letters = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head' })
  const written = Array.from(name)
  return letters
    .filter((_, index) => {
      // Of a word in Latin letters its first counts, of Chinese every character.
      const latin = /[A-Za-z]/.test(written[index] ?? '')
      return !latin || !/[A-Za-z]/.test(written[index - 1] ?? '')
    })
    .join('')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
}
