import { useEffect, useRef } from 'react'

/**
 * While the component stands, the phone's back closes it instead of leaving the page. Closing it otherwise takes
 * back the step it had put into the history.
 */
export function useBackCloses(onClose: () => void): void {
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const mark = Math.random().toString(36).slice(2)
    history.pushState({ standing: mark }, '')
    let gone = false
    const onBack = () => {
      gone = true
      close.current()
    }
    addEventListener('popstate', onBack)
    return () => {
      removeEventListener('popstate', onBack)
      const state: unknown = history.state
      const ours =
        typeof state === 'object' && state !== null && 'standing' in state && state.standing === mark
      if (!gone && ours) history.back()
    }
  }, [])
}
