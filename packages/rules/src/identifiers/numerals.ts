const digits = '零一二三四五六七八九'
const runs = /[〇零一二两三四五六七八九十百]+/g

/**
 * Chinese numerals as digits, where they stand: 十二号楼 becomes 12号楼. Numbers below a thousand with 十 and 百, or
 * read out digit by digit (五〇二 is 502).
 */
export function withArabicDigits(text: string): string {
  return text.replaceAll(runs, (run) => arabic(run.replaceAll('〇', '零').replaceAll('两', '二')))
}

function arabic(run: string): string {
  if (!/[十百]/.test(run)) return Array.from(run, (digit) => String(digits.indexOf(digit))).join('')
  const match =
    /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(run)
  if (match === null) return run
  const [, hundreds, tens, ten, ones] = match
  const value =
    100 * valueOf(hundreds, 0) + (ten === undefined ? 0 : 10 * valueOf(tens, 1)) + valueOf(ones, 0)
  return String(value)
}

function valueOf(digit: string | undefined, absent: number): number {
  return digit === undefined ? absent : digits.indexOf(digit)
}
