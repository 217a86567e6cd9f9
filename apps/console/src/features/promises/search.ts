import { listedIn, present } from '../../shared/address.ts'

/** The tabs of the ledger: a state, or the wishes that wait for a second person. */
export const ledgerTabs = ['open', 'asked', 'broken', 'kept-late', 'kept', 'all'] as const
export type LedgerTab = (typeof ledgerTabs)[number]

export type LedgerSearch = { show?: LedgerTab; mine?: boolean; days?: 7 | 30 | 90 }

export function readLedgerSearch(search: Record<string, unknown>): LedgerSearch {
  const days = ([7, 30, 90] as const).find((each) => each === Number(search['days']))
  return present({
    show: listedIn(search['show'], ledgerTabs)?.[0],
    mine: search['mine'] === true || search['mine'] === 'true' ? true : undefined,
    days,
  })
}
