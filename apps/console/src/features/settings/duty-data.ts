import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Body } from '@zhanggui/client'
import type { Skill, Team } from '@zhanggui/contract'
import { api } from '../../shared/api.ts'

// The live channel says `estate` when the workforce of a community changes.
const key = (communityId: string, ...more: unknown[]) => ['estate', 'duty', communityId, ...more]

export const workforceQuery = (communityId: string) =>
  queryOptions({
    queryKey: key(communityId, 'workforce'),
    queryFn: ({ signal }) => api.readWorkforce({ params: { communityId }, signal }),
  })

export const dutyRosterQuery = (communityId: string, from: string, days = 7) =>
  queryOptions({
    queryKey: key(communityId, 'roster', from, days),
    queryFn: ({ signal }) => api.readDutyRoster({ params: { communityId }, query: { from, days }, signal }),
  })

export const onDutyQuery = (communityId: string) =>
  queryOptions({
    queryKey: key(communityId, 'now'),
    queryFn: ({ signal }) => api.readOnDuty({ params: { communityId }, signal }),
    refetchInterval: 60_000,
  })

export const dutyPhonesQuery = (communityId: string) =>
  queryOptions({
    queryKey: key(communityId, 'phones'),
    queryFn: ({ signal }) => api.readDutyPhones({ params: { communityId }, signal }),
  })

function useDutyAct<T, R>(communityId: string, act: (it: T) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: key(communityId) }),
  })
}

export const useSetDutyRoster = (communityId: string) =>
  useDutyAct(communityId, (changes: Body<'setDutyRoster'>['changes']) =>
    api.setDutyRoster({ params: { communityId }, body: { changes } }),
  )

export const useAddShift = (communityId: string) =>
  useDutyAct(communityId, (body: Body<'addShift'>) => api.addShift({ params: { communityId }, body }))

export const useEndShift = (communityId: string) =>
  useDutyAct(communityId, (id: string) => api.endShift({ params: { communityId, id } }))

export const useRecordLeave = (communityId: string) =>
  useDutyAct(communityId, (body: Body<'recordLeave'>) => api.recordLeave({ params: { communityId }, body }))

export const useCancelLeave = (communityId: string) =>
  useDutyAct(communityId, (id: string) => api.cancelLeave({ params: { communityId, id } }))

export const useSetSkills = (communityId: string) =>
  useDutyAct(communityId, (it: { accountId: string; skills: Skill[] }) =>
    api.setSkills({ params: { communityId, accountId: it.accountId }, body: { skills: it.skills } }),
  )

export const useSetLeader = (communityId: string) =>
  useDutyAct(communityId, (it: { team: Team; accountId: string | null }) =>
    api.setLeader({ params: { communityId, team: it.team }, body: { accountId: it.accountId } }),
  )

export const usePublishPhones = (communityId: string) =>
  useDutyAct(communityId, (body: Body<'publishDutyPhones'>) =>
    api.publishDutyPhones({ params: { communityId }, body }),
  )
