import { useRef, type PointerEvent } from 'react'

/** Tells of a finger drawn sideways: +1 for the next, -1 for the one before. A mouse has the arrows. */
export const useSwipe = (onSwipe: (direction: 1 | -1) => void) => {
  const from = useRef<{ x: number; y: number }>(null)
  return {
    onPointerDown: (event: PointerEvent) => {
      from.current = event.pointerType === 'touch' ? { x: event.clientX, y: event.clientY } : null
    },
    onPointerUp: (event: PointerEvent) => {
      if (!from.current) return
      const across = event.clientX - from.current.x
      const along = event.clientY - from.current.y
      from.current = null
      if (Math.abs(across) > 48 && Math.abs(across) > 2 * Math.abs(along)) onSwipe(across < 0 ? 1 : -1)
    },
  }
}
