import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { CallInput } from '@zhanggui/client'
import type { ChartLens, PlaceKind } from '@zhanggui/contract'
import { api } from './api.ts'

/** The community is always named: without it the server answers for the first one a person works in. */
export type CaseFilter = Omit<
  NonNullable<CallInput<'listCases'>['query']>,
  'cursor' | 'limit' | 'communityId'
> & { communityId: string }

/**
 * Every key begins with what the live channel names (`cases`, `estate`, `people`), so that one event renews all that
 * may have changed by it.
 */
export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', 'one', id],
    queryFn: ({ signal }) => api.readCase({ params: { id }, signal }),
    // Working time goes on where no event tells of it.
    refetchInterval: 60_000,
  })

/** Who has a case, is asked, helps or disputes. Renewed with the case: its key begins with the case's. */
export const dispatchQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', 'one', id, 'dispatch'],
    queryFn: ({ signal }) => api.readDispatch({ params: { id }, signal }),
  })

export const candidatesQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', 'one', id, 'candidates'],
    queryFn: ({ signal }) => api.listCandidates({ params: { id }, signal }),
  })

/** What waits for my word; renewed with the figures of the desk. */
export const waitingQuery = (communityId: string) =>
  queryOptions({
    queryKey: ['cases', 'counts', 'waiting', communityId],
    queryFn: ({ signal }) => api.readWaiting({ query: { communityId }, signal }),
    refetchInterval: 60_000,
  })

export const assignmentQuery = (communityId: string) =>
  queryOptions({
    queryKey: ['assignment', communityId],
    queryFn: ({ signal }) => api.readAssignment({ params: { communityId }, signal }),
  })

export const caseListQuery = (filter: CaseFilter, limit = 50) =>
  infiniteQueryOptions({
    queryKey: ['cases', 'list', filter, limit],
    queryFn: ({ signal, pageParam }) =>
      api.listCases({ query: { ...filter, limit, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  })

/** What the words of a report point to; the same words are not asked about twice. */
export const suggestionQuery = (body: CallInput<'suggestCase'>['body']) =>
  queryOptions({
    queryKey: ['cases', 'suggest', body],
    queryFn: ({ signal }) => api.suggestCase({ body, signal }),
    staleTime: 30_000,
    placeholderData: keepPreviousData,
    retry: false,
  })

/** A few cases of one home or person. */
export const caseShortListQuery = (filter: CaseFilter, limit = 6) =>
  queryOptions({
    queryKey: ['cases', 'short', filter, limit],
    queryFn: ({ signal }) => api.listCases({ query: { ...filter, limit }, signal }),
  })

/** Whom to ring in danger. */
export const emergencyQuery = (communityId: string) =>
  queryOptions({
    queryKey: ['emergency', communityId],
    queryFn: ({ signal }) => api.readEmergency({ params: { communityId }, signal }),
    staleTime: 300_000,
  })

/** Dangers that nobody has answered yet, the newest first. */
export const alarmsQuery = (communityId: string) =>
  queryOptions({
    queryKey: ['cases', 'list', 'alarms', communityId],
    queryFn: ({ signal }) =>
      api.listCases({ query: { communityId, alarm: 'true', sort: 'newest', limit: 5 }, signal }),
    refetchInterval: 15_000,
  })

export const countsQuery = (communityId: string) =>
  queryOptions({
    queryKey: ['cases', 'counts', communityId],
    queryFn: ({ signal }) => api.countCases({ query: { communityId }, signal }),
    refetchInterval: 60_000,
  })

export const chartQuery = (communityId: string, lens: ChartLens) =>
  queryOptions({
    queryKey: ['estate', 'chart', communityId, lens],
    queryFn: ({ signal }) => api.readChart({ params: { communityId }, query: { lens }, signal }),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })

export type PlaceFilter = { q?: string; parentId?: string; kind?: PlaceKind; limit?: number }

export const placesQuery = (communityId: string, filter: PlaceFilter) =>
  queryOptions({
    queryKey: ['estate', 'places', communityId, filter],
    queryFn: ({ signal }) => api.listPlaces({ params: { communityId }, query: filter, signal }),
    staleTime: 60_000,
  })

export const calendarsQuery = (communityId: string) =>
  queryOptions({
    queryKey: ['estate', 'calendars', communityId],
    queryFn: ({ signal }) => api.listCalendars({ params: { communityId }, signal }),
    staleTime: 300_000,
  })

export const searchQuery = (communityId: string, q: string) =>
  queryOptions({
    queryKey: ['people', 'search', communityId, q],
    queryFn: ({ signal }) => api.search({ params: { communityId }, query: { q }, signal }),
    enabled: q.length > 0,
    staleTime: 10_000,
    placeholderData: keepPreviousData,
  })

export const homeQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', 'home', id],
    queryFn: ({ signal }) => api.readHome({ params: { id }, signal }),
  })

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', 'person', id],
    queryFn: ({ signal }) => api.readPerson({ params: { id }, signal }),
  })

export const staffQuery = (communityId: string) =>
  queryOptions({
    queryKey: ['staff', communityId],
    queryFn: ({ signal }) => api.listStaff({ params: { communityId }, signal }),
    staleTime: 30_000,
  })
