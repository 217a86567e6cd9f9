import { useSyncExternalStore } from 'react'

let ahead = 0

/** Sets how far the server's clock is from this machine's; deadlines are counted by the server's. */
export function keepServerTime(iso: string): void {
  ahead = Date.parse(iso) - Date.now()
}

/** The present by the server's clock, milliseconds. */
export function serverNow(): number {
  return Date.now() + ahead
}

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let tick = 0

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    tick += 1
    for (const each of listeners) each()
  }, 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

/**
 * The present, milliseconds by the server's clock, renewed every `seconds`. One timer serves the whole page,
 * and a reader wakes only when its own step has passed.
 */
export function useNow(seconds = 20): number {
  useSyncExternalStore(subscribe, () => Math.trunc(tick / seconds))
  return serverNow()
}
