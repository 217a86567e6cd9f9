import { useNow } from '@zhanggui/ui'

let ahead = 0

/**
 * Learns from the server what time it is, so that a phone whose clock is wrong still tells deadlines right.
 * Less than a minute apart counts as the same.
 */
export function learnNow(serverNow: string): void {
  const difference = Date.parse(serverNow) - Date.now()
  ahead = Math.abs(difference) < 60_000 ? 0 : difference
}

/** The present instant by the server's clock (ISO), renewed every half minute. */
export function useServerNow(): string {
  const now = useNow(30)
  return ahead === 0 ? now : new Date(Date.parse(now) + ahead).toISOString()
}
