import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { BoardGroup, BoardMetric } from '@zhanggui/contract'
import { api } from '../../shared/api.ts'

export type DaySpan = { from: string; to: string }

/** Keys begin with `cases`, so that news of a case renews the boards too. */
export const todayQuery = (communityId: string) =>
  queryOptions({
    queryKey: ['cases', 'board', 'today', communityId],
    queryFn: ({ signal }) => api.readToday({ params: { communityId }, signal }),
    staleTime: 15_000,
    refetchInterval: 60_000,
  })

export const figuresQuery = (communityId: string, span: DaySpan, by: BoardGroup) =>
  queryOptions({
    queryKey: ['cases', 'board', 'figures', communityId, span, by],
    queryFn: ({ signal }) => api.readFigures({ params: { communityId }, query: { ...span, by }, signal }),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })

export const communitiesQuery = (span: DaySpan) =>
  queryOptions({
    queryKey: ['cases', 'board', 'communities', span],
    queryFn: ({ signal }) => api.compareCommunities({ query: span, signal }),
    staleTime: 60_000,
  })

/** A figure somebody opened: which, of which group, and which of its cases. */
export type Opened = {
  metric: BoardMetric
  part: 'counted' | 'missed'
  span: DaySpan
  by: BoardGroup
  key: string
  label: string
}

export const behindQuery = (communityId: string, { metric, part, span, by, key }: Opened) =>
  infiniteQueryOptions({
    queryKey: ['cases', 'board', 'behind', communityId, metric, part, span, by, key],
    queryFn: ({ signal, pageParam }) =>
      api.listFigureCases({
        params: { communityId },
        query: { ...span, metric, part, by, key, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  })
