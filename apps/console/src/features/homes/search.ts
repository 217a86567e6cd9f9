import { type ChartLens, chartLenses } from '@zhanggui/contract/words'
import { present, textIn } from '../../shared/address.ts'

export type HomesSearch = { lens?: ChartLens; home?: string }
export const readHomesSearch = (search: Record<string, unknown>): HomesSearch =>
  present({ lens: chartLenses.find((each) => each === search['lens']), home: textIn(search['home']) })
