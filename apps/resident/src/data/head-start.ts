import type { QueryClient } from '@tanstack/react-query'
import { activeCasesQuery, homesQuery, meQuery, notificationsQuery } from './queries.ts'

const slot = 'zhanggui.was-here'

/** Remembers whether somebody was signed in on this phone, for the head start of the next visit. */
export function rememberVisit(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(slot, '1')
    else localStorage.removeItem(slot)
  } catch {
    // Then the next visit begins without a head start.
  }
}

/**
 * Where somebody was signed in the last time, asks for what the first screen shows together with who is there instead
 * of after it: one journey to the server less. `src/early.ts` has asked the same before this script came. If the session is over, each answer says so and the way in appears.
 */
export function headStart(client: QueryClient): void {
  if (!/^\/app\/?$/.test(location.pathname)) return
  try {
    if (localStorage.getItem(slot) === null) return
  } catch {
    return
  }
  void client.prefetchQuery(meQuery)
  void client.prefetchQuery(activeCasesQuery)
  void client.prefetchQuery(homesQuery)
  void client.prefetchQuery(notificationsQuery)
}
