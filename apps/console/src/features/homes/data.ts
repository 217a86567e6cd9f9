import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Body } from '@zhanggui/client'
import { api } from '../../shared/api.ts'

/** Corrects a home's or place's facts and renews what shows them. */
export function useChangePlace(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Body<'changePlace'>) => api.changePlace({ params: { id }, body }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['estate'] })
      void client.invalidateQueries({ queryKey: ['people', 'home', id] })
    },
  })
}

export function useAddPlace(communityId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Body<'addPlace'>) => api.addPlace({ params: { communityId }, body, key: body.id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['estate'] }),
  })
}
