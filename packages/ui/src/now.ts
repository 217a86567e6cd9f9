import { useCallback, useSyncExternalStore } from 'react'
import { useLanguage } from './language.tsx'

interface Ticker {
  now: string
  listeners: Set<() => void>
  timer: ReturnType<typeof setInterval> | undefined
}

/** One timer for each pace, shared by every component that asks for it and stopped with the last. */
const tickers = new Map<number, Ticker>()

const tickerOf = (seconds: number) => {
  let ticker = tickers.get(seconds)
  if (!ticker) {
    ticker = { now: new Date().toISOString(), listeners: new Set(), timer: undefined }
    tickers.set(seconds, ticker)
  }
  return ticker
}

/** The present instant (ISO), renewed every so many seconds. */
export const useNow = (everySeconds = 30): string => {
  const { fixedNow } = useLanguage()
  const subscribe = useCallback(
    (listener: () => void) => {
      const ticker = tickerOf(everySeconds)
      const tick = () => {
        ticker.now = new Date().toISOString()
        for (const each of ticker.listeners) each()
      }
      if (ticker.listeners.size === 0) {
        ticker.now = new Date().toISOString()
        ticker.timer = setInterval(tick, everySeconds * 1000)
      }
      ticker.listeners.add(listener)
      return () => {
        ticker.listeners.delete(listener)
        if (ticker.listeners.size === 0) clearInterval(ticker.timer)
      }
    },
    [everySeconds],
  )
  const now = useSyncExternalStore(subscribe, () => tickerOf(everySeconds).now)
  return fixedNow ?? now
}
