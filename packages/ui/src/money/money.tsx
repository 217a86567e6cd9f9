import { splitMoney } from '@zhanggui/messages'

interface MoneyProps {
  /** 分 */
  fen: bigint | number
  /** A plus before what is above zero, for differences. */
  signed?: boolean
  /** The one amount a screen is about. */
  large?: boolean
}

/** An amount of money in figures of one width; the yuan stand out, sign and 分 stay quiet. */
export const Money = ({ fen, signed = false, large = false }: MoneyProps) => {
  const { sign, symbol, whole, fraction } = splitMoney(fen, { signed })
  return (
    <span className="zg-money zg-figures" data-large={large || undefined}>
      {sign}
      <span className="zg-money-symbol">{symbol}</span>
      {whole}
      <span className="zg-money-fraction">.{fraction}</span>
    </span>
  )
}
