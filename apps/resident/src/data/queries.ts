import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { ApiProblem, type Answer } from '@zhanggui/client'
import { api } from './api.ts'
import { learnNow } from './now.ts'

export type Me = Answer<'me'>
export type MyHome = Answer<'listMyHomes'>['items'][number]
export type CaseItem = Answer<'listCases'>['items'][number]
export type CaseView = Answer<'readCase'>
export type TimelineItem = CaseView['timeline'][number]
export type Told = Answer<'listNotifications'>['items'][number]

/** Who is signed in; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      const me = await api.me({ signal })
      learnNow(me.now)
      return me
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 401) return null
      throw problem
    }
  },
  staleTime: 300_000,
})

export const homesQuery = queryOptions({
  queryKey: ['homes'],
  queryFn: async ({ signal }) => (await api.listMyHomes({ signal })).items,
  staleTime: 300_000,
})

/** My cases that still wait for somebody, at most a hundred, the newest first. */
export const activeCasesQuery = queryOptions({
  queryKey: ['cases', 'active'],
  queryFn: async ({ signal }) =>
    (await api.listCases({ query: { status: 'active', sort: 'newest', limit: 100 }, signal })).items,
})

/** My cases that are over, page by page. */
export const finishedCasesQuery = infiniteQueryOptions({
  queryKey: ['cases', 'finished'],
  queryFn: ({ pageParam, signal }) =>
    api.listCases({
      query: { status: 'closed,declined,cancelled,merged', sort: 'newest', limit: 20, cursor: pageParam },
      signal,
    }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
})

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: ({ signal }) => api.readCase({ params: { id }, signal }),
  })

export const notificationsQuery = queryOptions({
  queryKey: ['notifications'],
  queryFn: ({ signal }) => api.listNotifications({ signal }),
})

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async ({ signal }) => (await api.listSessions({ signal })).items,
})

/** Who looked at my data, page by page, the newest first. */
export const accessQuery = infiniteQueryOptions({
  queryKey: ['access'],
  queryFn: ({ pageParam, signal }) => api.listMyAccess({ query: { limit: 30, cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
})
