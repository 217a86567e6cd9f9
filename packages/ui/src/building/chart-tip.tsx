import { useLayoutEffect, useRef } from 'react'
import type { ChartTone } from './shapes.ts'

export interface Tip {
  anchor: Element
  name: string
  text: string
  tone: ChartTone
}

/** A few words over the home under the pointer or the focus; screen readers hear them from the home itself. */
export const ChartTip = ({ tip }: { tip: Tip }) => {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!box.current) return
    const at = tip.anchor.getBoundingClientRect()
    const { offsetWidth, offsetHeight, style } = box.current
    const left = at.left + at.width / 2 - offsetWidth / 2
    const above = at.top - offsetHeight - 8
    style.left = `${Math.min(Math.max(8, left), innerWidth - offsetWidth - 8)}px`
    style.top = `${above > 8 ? above : at.bottom + 8}px`
  }, [tip])
  return (
    <div ref={box} className="zg-chart-tip" aria-hidden>
      <strong>{tip.name}</strong>
      <span>
        <i className="zg-swatch" data-tone={tip.tone} /> {tip.text}
      </span>
    </div>
  )
}
