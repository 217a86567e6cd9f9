import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { ApiProblem, type Answer } from '@zhanggui/client'
import { api } from './api.ts'
import { isRemembered, orRemembered, remember } from './kept.ts'
import { learnNow } from './now.ts'

export type Me = Answer<'me'>
export type MyHome = Answer<'listMyHomes'>['items'][number]
export type CaseItem = Answer<'listCases'>['items'][number]
export type CaseView = Answer<'readCase'>
export type TimelineItem = CaseView['timeline'][number]
export type Told = Answer<'listNotifications'>['items'][number]

/** What the phone remembers counts only until the server answers again. */
const untilServer = {
  staleTime: ({ state }: { state: { data: unknown } }) => (isRemembered(state.data) ? 0 : 300_000),
  refetchInterval: ({ state }: { state: { data: unknown } }) => (isRemembered(state.data) ? 10_000 : false),
  structuralSharing: false,
} as const

/** Who is signed in; null when nobody is. Without a network, who was the last time. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      const me = await orRemembered('zhanggui.kept.me', api.me({ signal }))
      if (!isRemembered(me)) learnNow(me.now)
      return me
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 401) return null
      throw problem
    }
  },
  ...untilServer,
})

export const homesQuery = queryOptions({
  queryKey: ['homes'],
  queryFn: ({ signal }) => {
    const homes = api.listMyHomes({ signal }).then(({ items }) => {
      // Who else lives here is not needed to report something.
      remember(
        'zhanggui.kept.homes',
        items.map((it) => ({ ...it, household: [] })),
      )
      return items
    })
    return orRemembered('zhanggui.kept.homes', homes)
  },
  ...untilServer,
})

/** Whom to ring in danger, asked for when a report begins, so that it is there before it is needed. */
export const emergencyQuery = (communityId: string | undefined) =>
  queryOptions({
    queryKey: ['emergency', communityId],
    queryFn: async ({ signal }) =>
      (await api.readEmergency({ params: { communityId: communityId ?? '' }, signal })).phones,
    enabled: communityId !== undefined,
    staleTime: 3_600_000,
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

export type OpenAlready = Answer<'suggestCase'>['duplicates'][number]

/** What is open about the same matter where I live. */
export const openAlreadyQuery = (text: string, placeId: string | null) =>
  queryOptions({
    queryKey: ['already', text, placeId],
    queryFn: async ({ signal }) =>
      (await api.suggestCase({ body: { text, ...(placeId === null ? {} : { placeId }) }, signal }))
        .duplicates,
    staleTime: 30_000,
    retry: false,
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
