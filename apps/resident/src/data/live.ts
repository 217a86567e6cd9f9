import { useEffect } from 'react'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { LiveEvent } from '@zhanggui/contract'

/**
 * While somebody is signed in, listens to `/events` and asks again for whatever is said to have changed.
 * A lost line is taken up quietly, ever more slowly up to a minute, and everything is asked again after it.
 */
export function useLive(signedIn: boolean): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!signedIn || typeof EventSource === 'undefined') return
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let losses = 0
    const connect = () => {
      source = new EventSource('/events')
      source.addEventListener('open', () => {
        if (losses > 0) void client.invalidateQueries()
        losses = 0
      })
      source.addEventListener('message', (message) => {
        const event = readEvent(message.data)
        if (event) askAgain(client, event)
      })
      source.addEventListener('error', () => {
        losses += 1
        // The browser reconnects by itself except after an answer that was not a stream.
        if (source?.readyState !== EventSource.CLOSED) return
        clearTimeout(timer)
        timer = setTimeout(connect, Math.min(60_000, 2000 * 2 ** losses) * (0.75 + Math.random() / 2))
      })
    }
    connect()
    return () => {
      clearTimeout(timer)
      source?.close()
    }
  }, [client, signedIn])
}

function readEvent(data: unknown): LiveEvent | undefined {
  try {
    const event: unknown = JSON.parse(String(data))
    return typeof event === 'object' && event !== null && 'kind' in event ? (event as LiveEvent) : undefined
  } catch {
    return undefined
  }
}

function askAgain(client: QueryClient, event: LiveEvent): void {
  const ask = (queryKey: string[]) => void client.invalidateQueries({ queryKey })
  switch (event.kind) {
    case 'case':
      ask(['cases'])
      ask(event.id ? ['case', event.id] : ['case'])
      break
    case 'notification':
      ask(['notifications'])
      break
    case 'estate':
      ask(['homes'])
      break
  }
}
