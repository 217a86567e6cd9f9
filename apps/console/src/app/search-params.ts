import {
  activeStatuses,
  type CaseKind,
  caseKinds,
  type CaseStatus,
  caseStatuses,
  type ChartLens,
  chartLenses,
} from '@zhanggui/contract/words'

export const queueTabs = ['mine', 'team', 'unassigned', 'tracked', 'active'] as const
export type QueueTab = (typeof queueTabs)[number]

/** A short text from the address, undefined when there is none. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' && value.length <= 200 ? value : undefined
}

/** The words of `all` that a comma-separated text names; undefined when none. */
function listed<T extends string>(value: unknown, all: readonly T[]): T[] | undefined {
  const words = Array.isArray(value) ? value : String(value ?? '').split(',')
  const found = all.filter((each) => words.includes(each))
  return found.length > 0 ? found : undefined
}

type WithoutUndefined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Leaves undefined out, as exact optional properties want it. */
function present<T extends object>(value: T): WithoutUndefined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, it]) => it !== undefined)) as WithoutUndefined<T>
}

export type DeskSearch = { tab?: QueueTab; case?: string }
export const readDeskSearch = (search: Record<string, unknown>): DeskSearch =>
  present({ tab: queueTabs.find((each) => each === search['tab']), case: text(search['case']) })

export type CaseSearch = {
  status?: CaseStatus[]
  kind?: CaseKind[]
  assignee?: string
  late?: boolean
  q?: string
  placeId?: string
  personId?: string
  sort?: 'deadline' | 'newest'
}
export const readCaseSearch = (search: Record<string, unknown>): CaseSearch =>
  present({
    status: search['status'] === 'active' ? [...activeStatuses] : listed(search['status'], caseStatuses),
    kind: listed(search['kind'], caseKinds),
    assignee: text(search['assignee']),
    late: search['late'] === true || search['late'] === 'true' ? true : undefined,
    q: text(search['q']),
    placeId: text(search['placeId']),
    personId: text(search['personId']),
    sort: search['sort'] === 'deadline' || search['sort'] === 'newest' ? search['sort'] : undefined,
  })

export type HomesSearch = { lens?: ChartLens; home?: string }
export const readHomesSearch = (search: Record<string, unknown>): HomesSearch =>
  present({ lens: chartLenses.find((each) => each === search['lens']), home: text(search['home']) })

export type WordsSearch = { q?: string }
export const readWordsSearch = (search: Record<string, unknown>): WordsSearch =>
  present({ q: text(search['q']) })
