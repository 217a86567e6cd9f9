const gap = 6
const margin = 8

/** Puts the panel under its anchor, or above where there is more room, and keeps it inside the window. */
export const placePanel = (anchor: HTMLElement, panel: HTMLElement): void => {
  const at = anchor.getBoundingClientRect()
  const { innerWidth, innerHeight } = window
  const below = innerHeight - at.bottom - gap - margin
  const above = at.top - gap - margin
  const height = panel.scrollHeight
  const goesAbove = height > below && above > below
  const room = goesAbove ? above : below
  const shown = Math.min(height, room)
  const left = Math.min(at.left, innerWidth - panel.offsetWidth - margin)
  panel.style.left = `${Math.max(margin, left)}px`
  panel.style.top = `${goesAbove ? at.top - gap - shown : at.bottom + gap}px`
  panel.style.maxHeight = `${Math.max(120, room)}px`
}
