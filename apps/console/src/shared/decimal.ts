/** A number in thousandths as people write it: 1500 is 1.5. */
export function decimalText(thousandths: number): string {
  const sign = thousandths < 0 ? '-' : ''
  const digits = String(Math.abs(thousandths)).padStart(4, '0')
  const [whole, part] = [digits.slice(0, -3), digits.slice(-3).replace(/0+$/, '')]
  return sign + (part === '' ? whole : `${whole}.${part}`)
}

/** What somebody wrote as thousandths; undefined when it is no number with at most three decimals. */
export function readDecimal(text: string): number | undefined {
  const found = /^\s*(-?)(\d{1,9})(?:[.．。](\d{1,3}))?\s*$/.exec(text.normalize('NFKC'))
  if (!found) return undefined
  const [, sign = '', whole = '', part = ''] = found
  const value = Number(whole) * 1000 + Number(part.padEnd(3, '0'))
  return sign === '-' && value !== 0 ? -value : value
}
