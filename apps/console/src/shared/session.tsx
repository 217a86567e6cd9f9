import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Me, Permission } from '@zhanggui/contract'
import { useFormat } from '@zhanggui/ui'
import { createContext, type ReactNode, use, useMemo } from 'react'
import { api } from './api.ts'
import { keepServerTime, useNow } from './now.ts'

export type CommunityOfMe = Me['communities'][number]

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    const me = await api.me({ signal })
    keepServerTime(me.now)
    return me
  },
  staleTime: 300_000,
})

export type Session = {
  me: Me
  community: CommunityOfMe
  can: (permission: Permission) => boolean
  chooseCommunity: (id: string) => void
}

const SessionContext = createContext<Session | undefined>(undefined)

export function SessionProvider(props: {
  me: Me
  community: CommunityOfMe
  onChoose: (id: string) => void
  children: ReactNode
}) {
  const { me, community, onChoose } = props
  const session = useMemo<Session>(
    () => ({
      me,
      community,
      can: (permission) => community.permissions.includes(permission),
      chooseCommunity: onChoose,
    }),
    [me, community, onChoose],
  )
  return <SessionContext value={session}>{props.children}</SessionContext>
}

/** Who is working, where, and what they may do there. */
export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('useSession outside SessionProvider')
  return session
}

export function useMe() {
  return useQuery(meQuery)
}

/** Times in the community's zone and the reader's language, against the server's clock; renewed every 20 seconds. */
export function useTimes() {
  const format = useFormat()
  const now = new Date(useNow()).toISOString()
  return {
    when: (iso: string) => format.when(iso, now),
    deadline: (iso: string) => format.deadline(iso, now),
    time: format.time,
    date: format.date,
    span: format.duration,
  }
}
