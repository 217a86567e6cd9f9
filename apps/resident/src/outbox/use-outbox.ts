import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { outgoing, watchOutbox, type OutgoingReport } from './outbox.ts'
import { sendWaiting } from './send-reports.ts'

/** The account's reports that the server has not confirmed yet. */
export function useOutgoing(account: string): readonly OutgoingReport[] {
  const all = useSyncExternalStore(watchOutbox, outgoing)
  return useMemo(() => all.filter((it) => it.account === account), [all, account])
}

/** Sends what waits: at once, when the network comes back, when the page is looked at again, and every half minute. */
export function useSendingOutbox(
  account: string,
  words: (problem: unknown) => string,
  onSent: () => void,
): void {
  const client = useQueryClient()
  const waiting = useOutgoing(account).some((it) => it.refused === undefined)
  const latest = useRef({ words, onSent })
  useEffect(() => {
    latest.current = { words, onSent }
  })
  useEffect(() => {
    if (!waiting) return
    let stopped = false
    const send = async () => {
      const sent = await sendWaiting(account, (problem) => latest.current.words(problem))
      if (sent === 0 || stopped) return
      latest.current.onSent()
      await client.invalidateQueries({ queryKey: ['cases'] })
    }
    const sendNow = () => void send()
    const timer = setInterval(sendNow, 30_000)
    addEventListener('online', sendNow)
    document.addEventListener('visibilitychange', sendNow)
    // What is being sent at this moment by the report page itself is left to it.
    const soon = setTimeout(sendNow, 1500)
    return () => {
      stopped = true
      clearInterval(timer)
      clearTimeout(soon)
      removeEventListener('online', sendNow)
      document.removeEventListener('visibilitychange', sendNow)
    }
  }, [account, client, waiting])
}
