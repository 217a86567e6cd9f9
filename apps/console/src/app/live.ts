import type { LiveEvent } from '@zhanggui/contract'
import { useEffect, useSyncExternalStore } from 'react'
import { queryClient } from '../shared/query-client.ts'

export type LiveState = 'connecting' | 'live' | 'lost'

let state: LiveState = 'connecting'
const listeners = new Set<() => void>()

function become(next: LiveState): void {
  if (next === state) return
  state = next
  for (const each of listeners) each()
}

/** Whether news arrives by itself at this moment. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
  )
}

/** An event names what changed; every screen that shows it asks again with its own rights. */
function renew(event: LiveEvent): void {
  if (event.kind === 'estate') {
    void queryClient.invalidateQueries({ queryKey: ['estate'] })
    return
  }
  if (event.kind === 'notification') {
    void queryClient.invalidateQueries({ queryKey: ['notifications'] })
    return
  }
  void queryClient.invalidateQueries({ queryKey: ['cases', 'counts'] })
  void queryClient.invalidateQueries({ queryKey: ['cases', 'list'] })
  void queryClient.invalidateQueries({ queryKey: ['cases', 'short'] })
  void queryClient.invalidateQueries({ queryKey: ['cases', 'promises'] })
  void queryClient.invalidateQueries({ queryKey: ['estate', 'chart'] })
  if (event.id) void queryClient.invalidateQueries({ queryKey: ['cases', 'one', event.id] })
}

const longestWait = 30_000

/** Several events within this time cause one renewal: a mass event must not become a storm of questions. */
const gatherFor = 250

function listen(): () => void {
  let source: EventSource | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let gathering: ReturnType<typeof setTimeout> | undefined
  let waiting = new Map<string, LiveEvent>()
  let wait = 1000
  let wasLost = false

  const flush = () => {
    gathering = undefined
    const events = waiting
    waiting = new Map()
    for (const event of events.values()) renew(event)
  }
  const connect = () => {
    source = new EventSource('/events')
    source.addEventListener('open', () => {
      wait = 1000
      become('live')
      // What happened in between told nobody here.
      if (wasLost) void queryClient.invalidateQueries()
      wasLost = false
    })
    source.addEventListener('message', (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as LiveEvent
      waiting.set(`${event.kind} ${event.id}`, event)
      gathering ??= setTimeout(flush, gatherFor)
    })
    source.addEventListener('error', () => {
      wasLost = true
      become('lost')
      if (source?.readyState !== EventSource.CLOSED) return
      source.close()
      again = setTimeout(connect, wait)
      wait = Math.min(wait * 2, longestWait)
    })
  }
  connect()
  return () => {
    source?.close()
    clearTimeout(again)
    clearTimeout(gathering)
    become('connecting')
  }
}

/** Keeps the live channel open while somebody is signed in. */
export function useLive(): void {
  useEffect(() => listen(), [])
}
