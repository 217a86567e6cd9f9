import { useNavigate } from '@tanstack/react-router'
import type { Me } from '@zhanggui/contract'
import { useCallback } from 'react'
import { keepServerTime } from '../../shared/now.ts'
import { queryClient } from '../../shared/query-client.ts'
import { meQuery } from '../../shared/session.tsx'

/** What follows a sign-in: residents go to their own app, staff to where they wanted to go. */
export function useArrive(next: string | undefined): (me: Me) => void {
  const navigate = useNavigate()
  return useCallback(
    (me) => {
      if (me.account.kind === 'resident') {
        location.assign('/app/')
        return
      }
      queryClient.clear()
      keepServerTime(me.now)
      queryClient.setQueryData(meQuery.queryKey, me)
      // Only paths of this console: an address from outside must not lead elsewhere.
      if (next !== undefined && /^\/(?!\/)/.test(next)) void navigate({ href: next, replace: true })
      else void navigate({ to: '/', replace: true })
    },
    [navigate, next],
  )
}
