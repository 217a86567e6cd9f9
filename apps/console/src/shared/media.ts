import { useSyncExternalStore } from 'react'

/** Whether the window answers a media query now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
}

/** One screen at a time: a phone, or a window narrowed to one. */
export const useNarrow = (): boolean => useMedia('(max-width: 760px)')
/** Queue and case side by side, without room for the third column. */
export const useMedium = (): boolean => useMedia('(max-width: 1180px)')
