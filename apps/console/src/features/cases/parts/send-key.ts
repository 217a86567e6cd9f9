import type { KeyboardEvent } from 'react'

/** Ctrl or ⌘ with Enter sends, Escape puts away (what was typed stays as a draft). */
export const onSendKey = (send: () => void, cancel: () => void) => (event: KeyboardEvent) => {
  if (event.nativeEvent.isComposing) return
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    send()
  } else if (event.key === 'Escape') {
    event.stopPropagation()
    cancel()
  }
}
