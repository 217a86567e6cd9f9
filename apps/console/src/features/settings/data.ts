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

export const proceduresQuery = (communityId: string) =>
  queryOptions({
    queryKey: ['procedures', communityId],
    queryFn: ({ signal }) => api.listProcedures({ params: { communityId }, signal }),
  })

export const procedureQuery = (communityId: string, procedureId: string) =>
  queryOptions({
    queryKey: ['procedures', communityId, procedureId],
    queryFn: ({ signal }) => api.readProcedure({ params: { communityId, procedureId }, signal }),
  })

export function usePublishProcedure(communityId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Body<'publishProcedure'>) => api.publishProcedure({ params: { communityId }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['procedures'] }),
  })
}

export function usePublishCalendar(communityId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Body<'publishCalendar'>) => api.publishCalendar({ params: { communityId }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['estate', 'calendars'] }),
  })
}
