import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { CaseItem } from '@zhanggui/contract'
import { useCallback, useMemo, useState } from 'react'
import { type CaseFilter, caseListQuery, countsQuery } from '../../shared/queries.ts'
import { useSession } from '../../shared/session.tsx'
import type { QueueTab } from './search.ts'
import { settleQueue } from './settle-queue.ts'

const filters: Record<QueueTab, Omit<CaseFilter, 'communityId'>> = {
  mine: { assignee: 'me' },
  team: { assignee: 'team' },
  unassigned: { assignee: 'none' },
  tracked: { tracker: 'me' },
  active: {},
}

export const useCounts = () => useQuery(countsQuery(useSession().community.id))

type Pages = readonly { items: readonly CaseItem[] }[]
type Memory = {
  /** The answer this was made from. */
  pages: Pages
  /** Everything seen so far, so that a case that has left the list can still be shown. */
  known: ReadonlyMap<string, CaseItem>
  shown: readonly string[]
  fresh: readonly string[]
  gone: ReadonlySet<string>
}

/** Takes a new answer in without moving what is on screen; with no memory, shows the answer as it is. */
function takeIn(before: Memory | undefined, pages: Pages, open: string | undefined): Memory {
  const items = pages.flatMap((page) => page.items)
  const known = new Map(before?.known)
  for (const item of items) known.set(item.id, item)
  const scrolledOn = before !== undefined && pages.length > before.pages.length
  const appended = scrolledOn ? new Set(pages.at(-1)?.items.map((item) => item.id)) : undefined
  const settled = settleQueue(
    before?.shown,
    items.map((item) => item.id),
    open,
    appended,
  )
  return { pages, known, ...settled }
}

/**
 * One tab of the queue by next deadline. The list renews itself, but what is on screen keeps its place: new cases wait
 * in `fresh` until `showFresh`, and `open` (the case being read) stays even when it has left the list.
 */
export function useQueue(tab: QueueTab, open: string | undefined) {
  const { community } = useSession()
  const query = useInfiniteQuery(
    caseListQuery({ communityId: community.id, status: 'active', sort: 'deadline', ...filters[tab] }),
  )
  const pages = query.data?.pages
  const [kept, setMemory] = useState<Memory>()
  let memory = kept
  if (pages && memory?.pages !== pages) {
    memory = takeIn(memory, pages, open)
    setMemory(memory)
  }
  const showFresh = useCallback(() => pages && setMemory(takeIn(undefined, pages, undefined)), [pages])
  const shown = useMemo(() => memory?.shown.flatMap((id) => memory.known.get(id) ?? []), [memory])
  return { query, shown, fresh: memory?.fresh.length ?? 0, gone: memory?.gone ?? none, showFresh }
}

const none: ReadonlySet<string> = new Set()
