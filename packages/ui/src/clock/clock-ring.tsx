import type { ReactNode } from 'react'
import { useT } from '../language.tsx'
import type { ClockTone } from '../words.ts'
import { ClockFace } from './clock-face.tsx'

export interface ClockRingProps {
  /** Share of the time that is used up; beyond 1 it is over. */
  used: number
  tone: ClockTone
  /** Which clock: 办结. */
  label: string
  /** What is left or over in words: 剩 32 分. See `useClockCaption`. */
  caption?: ReactNode
  /** Why it stands still, or whatever else belongs under it. */
  note?: ReactNode
  size?: 'small' | 'middle' | 'large'
  /** Words beside the ring, under it, or told to screen readers only. */
  words?: 'beside' | 'under' | 'unseen'
}

/** A deadline as a ring that empties: amber when soon, cinnabar when late, hatched while paused. */
export const ClockRing = (props: ClockRingProps) => {
  const { used, tone, label, caption, note, size = 'middle', words = 'beside' } = props
  const t = useT()
  return (
    <span className="zg-clock" data-tone={tone} data-size={size} data-words={words}>
      <ClockFace used={used} tone={tone} />
      <span className={words === 'unseen' ? 'zg-unseen' : 'zg-clock-words'}>
        <span className={words === 'under' ? 'zg-unseen' : 'zg-clock-label'}>{label} </span>
        <span className="zg-unseen">{t(`clockTone.${tone}`)} </span>
        {caption !== undefined && <span className="zg-clock-caption zg-figures">{caption}</span>}
        {note !== undefined && <span className="zg-clock-note">{note}</span>}
      </span>
    </span>
  )
}
