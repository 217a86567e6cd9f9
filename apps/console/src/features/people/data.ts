import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../shared/api.ts'

export const peopleQuery = (communityId: string, q: string) =>
  infiniteQueryOptions({
    queryKey: ['people', 'list', communityId, q],
    queryFn: ({ signal, pageParam }) =>
      api.listPeople({
        params: { communityId },
        query: { limit: 50, ...(q === '' ? {} : { q }), ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  })

/** An act on a person's record; what shows people is renewed whatever the outcome. */
export function usePersonAct<Input, Result>(act: (input: Input) => Promise<Result>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: ['people'] }),
  })
}
