import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { CallInput } from '@zhanggui/client'
import { api } from '../../shared/api.ts'

export type PromiseFilter = Omit<NonNullable<CallInput<'listPromises'>['query']>, 'cursor' | 'limit'>

export const promiseListQuery = (filter: PromiseFilter) =>
  infiniteQueryOptions({
    queryKey: ['cases', 'promises', 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      api.listPromises({
        query: { ...filter, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  })

export const promiseFiguresQuery = (communityId: string, from: string) =>
  queryOptions({
    queryKey: ['cases', 'promises', 'figures', communityId, from],
    queryFn: ({ signal }) => api.readPromiseFigures({ query: { communityId, from }, signal }),
  })
