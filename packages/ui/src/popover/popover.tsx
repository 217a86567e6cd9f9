import { useEffect, useEffectEvent, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { placePanel } from './place-panel.ts'

interface PopoverProps {
  /** What it belongs to: it opens beside it and gives the focus back to it. */
  anchor: RefObject<HTMLElement | null>
  /** What a screen reader calls it. */
  label: string
  onClose: () => void
  children: ReactNode
}

const focusable = 'a[href], button:not(:disabled), input, select, textarea, [tabindex]:not([tabindex="-1"])'

/** Whether Tab would leave the panel, so that the focus goes back to where the reader was. */
const leaves = (event: KeyboardEvent, panel: HTMLElement) => {
  const stops = [...panel.querySelectorAll<HTMLElement>(focusable)]
  const edge = event.shiftKey ? stops.at(0) : stops.at(-1)
  return !edge || document.activeElement === edge || (event.shiftKey && document.activeElement === panel)
}

/**
 * A panel beside what was pressed, a sheet at the bottom on a phone. Render it only while it is open.
 * Escape, a press outside and tabbing past its end close it.
 */
export const Popover = ({ anchor, label, onClose, children }: PopoverProps) => {
  const panel = useRef<HTMLDivElement>(null)
  const close = useEffectEvent(onClose)

  useLayoutEffect(() => {
    const place = () => {
      if (anchor.current && panel.current) placePanel(anchor.current, panel.current)
    }
    place()
    panel.current?.focus({ preventScroll: true })
    const resized = new ResizeObserver(place)
    if (panel.current) resized.observe(panel.current)
    addEventListener('resize', place)
    addEventListener('scroll', place, { capture: true, passive: true })
    return () => {
      resized.disconnect()
      removeEventListener('resize', place)
      removeEventListener('scroll', place, { capture: true })
    }
  }, [anchor])

  useEffect(() => {
    const inside = (target: EventTarget | null) =>
      target instanceof Node && (panel.current?.contains(target) || anchor.current?.contains(target))
    const onPress = (event: PointerEvent) => {
      if (!inside(event.target)) close()
    }
    const onKey = (event: KeyboardEvent) => {
      if (!panel.current || !inside(event.target)) return
      const leaving =
        event.key === 'Tab' && panel.current.contains(document.activeElement) && leaves(event, panel.current)
      if (event.key !== 'Escape' && !leaving) return
      event.preventDefault()
      event.stopPropagation()
      anchor.current?.focus()
      close()
    }
    document.addEventListener('pointerdown', onPress, true)
    document.addEventListener('keydown', onKey, true)
    return () => {
      document.removeEventListener('pointerdown', onPress, true)
      document.removeEventListener('keydown', onKey, true)
    }
  }, [anchor])

  // Inside a modal dialog the panel must live there too, or it would lie beneath it.
  const host = anchor.current?.closest('dialog') ?? document.body
  return createPortal(
    <div ref={panel} className="zg-popover" role="dialog" aria-label={label} tabIndex={-1}>
      {children}
    </div>,
    host,
  )
}
