/** One line of a quote: quantity in thousandths of the unit, price of one unit in 分. */
export type PricedLine = { readonly quantity: number; readonly unitPrice: number }

/** What a line costs, in 分: quantity × price, half a 分 rounded up. Whole numbers throughout. */
export function lineAmount(line: PricedLine): number {
  return Number((BigInt(line.quantity) * BigInt(line.unitPrice) + 500n) / 1000n)
}

/** What a quote costs, in 分: the sum of what its lines show. */
export function quoteTotal(lines: readonly PricedLine[]): number {
  return lines.reduce((sum, it) => sum + lineAmount(it), 0)
}
