import { useSyncExternalStore } from 'react'
import './toast.css'

type Toast = { id: number; text: string; tone: 'done' | 'trouble' }

let toasts: readonly Toast[] = []
let last = 0
const listeners = new Set<() => void>()

function change(next: readonly Toast[]): void {
  toasts = next
  for (const each of listeners) each()
}

/** Says briefly that something is done (4 s) or went wrong (8 s), without taking the focus. */
export function toast(text: string, tone: Toast['tone'] = 'done'): void {
  last += 1
  const id = last
  change([...toasts.filter((each) => each.text !== text).slice(-2), { id, text, tone }])
  setTimeout(() => change(toasts.filter((each) => each.id !== id)), tone === 'done' ? 4000 : 8000)
}

export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((each) => (
        <div key={each.id} className="toast" data-tone={each.tone}>
          {each.text}
        </div>
      ))}
    </div>
  )
}
