import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Body } from '@zhanggui/client'
import { api } from '../../shared/api.ts'

export const policiesQuery = (communityId: string) =>
  queryOptions({
    queryKey: ['policies', communityId],
    queryFn: ({ signal }) => api.listPolicies({ params: { communityId }, signal }),
  })

export function usePublishPolicy(communityId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Body<'publishPolicy'>) => api.publishPolicy({ params: { communityId }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['policies'] }),
  })
}

export function usePublishCalendar(communityId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Body<'publishCalendar'>) => api.publishCalendar({ params: { communityId }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['estate', 'calendars'] }),
  })
}
