import { useEffect, useRef } from 'react'

/**
 * Puts a step into the history that stands for something open: the phone's back calls `onBack` instead of leaving
 * the page. The answer takes the step back again, for when it was closed otherwise.
 */
export function standInHistory(onBack: () => void): () => void {
  const mark = Math.random().toString(36).slice(2)
  history.pushState({ standing: mark }, '')
  let gone = false
  const step = () => {
    gone = true
    onBack()
  }
  addEventListener('popstate', step)
  return () => {
    removeEventListener('popstate', step)
    const state: unknown = history.state
    const ours = typeof state === 'object' && state !== null && 'standing' in state && state.standing === mark
    if (!gone && ours) history.back()
  }
}

/** While the component stands, the phone's back closes it. */
export function useBackCloses(onClose: () => void): void {
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => standInHistory(() => close.current()), [])
}

/** The same for the shared photo viewer, which knows nothing of phones: looked for where it opens, in the body. */
export function useBackClosesViewer(): void {
  useEffect(() => {
    let leave: (() => void) | undefined
    const look = () => {
      const viewer = document.querySelector<HTMLDialogElement>('body > dialog.zg-viewer')
      if (viewer && !leave) leave = standInHistory(() => viewer.close())
      if (!viewer && leave) {
        leave()
        leave = undefined
      }
    }
    const watcher = new MutationObserver(look)
    watcher.observe(document.body, { childList: true })
    return () => watcher.disconnect()
  }, [])
}
