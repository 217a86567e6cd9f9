const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',')

const hundredths = (amount: bigint | number): { negative: boolean; whole: string; fraction: string } => {
  if (typeof amount === 'number' && !Number.isSafeInteger(amount)) {
    throw new RangeError(`Not a whole number of hundredths: ${amount}`)
  }
  const exact = BigInt(amount)
  const negative = exact < 0n
  const digits = (negative ? -exact : exact).toString().padStart(3, '0')
  return { negative, whole: grouped(digits.slice(0, -2)), fraction: digits.slice(-2) }
}

export interface MoneyParts {
  /** '', '-' or, when asked for, '+'. */
  sign: string
  symbol: string
  whole: string
  fraction: string
}

/** An amount in 分 taken apart for display. Refuses a number that is not whole. */
export const splitMoney = (fen: bigint | number, options: { signed?: boolean } = {}): MoneyParts => {
  const { negative, whole, fraction } = hundredths(fen)
  const positive = !negative && BigInt(fen) > 0n
  return { sign: negative ? '-' : options.signed && positive ? '+' : '', symbol: '¥', whole, fraction }
}

/** 分 to `¥1,234.56`, exact for any size; `signed` puts a plus before what is above zero. */
export const formatMoney = (fen: bigint | number, options: { signed?: boolean } = {}): string => {
  const { sign, symbol, whole, fraction } = splitMoney(fen, options)
  return `${sign}${symbol}${whole}.${fraction}`
}

/** 0.01 m² to `89.37 ㎡`, exact for any size. Refuses a number that is not whole. */
export const formatArea = (area: bigint | number): string => {
  const { negative, whole, fraction } = hundredths(area)
  return `${negative ? '-' : ''}${whole}.${fraction} ㎡`
}
