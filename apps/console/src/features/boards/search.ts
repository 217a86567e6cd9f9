import { type BoardGroup, boardGroups, type BoardMetric, boardMetrics } from '@zhanggui/contract/words'
import { listedIn, present, textIn } from '../../shared/address.ts'

export const spans = [30, 90, 365] as const
export type SpanDays = (typeof spans)[number]
export const lengths = [4, 8, 12] as const
export type Weeks = (typeof lengths)[number]

/** What the figures screen shows, as it stands in the address. */
export type FiguresSearch = { days?: SpanDays; by?: BoardGroup; metric?: BoardMetric }
export type CompareSearch = { date?: string; weeks?: Weeks }

const oneOf = <T extends number>(value: unknown, all: readonly T[]): T | undefined =>
  all.find((each) => each === Number(value))

export const readFiguresSearch = (search: Record<string, unknown>): FiguresSearch =>
  present({
    days: oneOf(search['days'], spans),
    by: listedIn(search['by'], boardGroups)?.[0],
    metric: listedIn(search['metric'], boardMetrics)?.[0],
  })

export const readCompareSearch = (search: Record<string, unknown>): CompareSearch => {
  const date = textIn(search['date'])
  return present({
    date: date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? date : undefined,
    weeks: oneOf(search['weeks'], lengths),
  })
}
