import type { ClockTone } from '../words.ts'

const circle = { cx: 20, cy: 20, r: 15.5, pathLength: 100 } as const

/** What stands in the middle, so that no state is told by colour alone. */
const marks: Readonly<Record<ClockTone, string>> = {
  ok: '',
  soon: 'M20 13.5V20l4 2.5',
  late: 'M20 12.5v9M20 26.8v.01',
  paused: 'M17.3 15v10M22.7 15v10',
  met: 'm14.5 20.5 3.8 3.8 7.4-8',
  missed: 'm14.5 20.5 3.8 3.8 7.4-8',
}

interface ClockFaceProps {
  /** Share of the time that is used up: 0 is a full ring, 1 an empty one; beyond 1 the tone is late. */
  used: number
  tone: ClockTone
}

/** The ring alone. The hand clears it clockwise from the top, as time does. */
export const ClockFace = ({ used, tone }: ClockFaceProps) => {
  const spent = Math.min(1, Math.max(0, used)) * 100
  const runs = tone === 'ok' || tone === 'soon' || tone === 'paused'
  const left = runs ? 100 - spent : 100
  return (
    <svg className="zg-clock-face" viewBox="0 0 40 40" aria-hidden>
      <circle className="zg-clock-track" {...circle} />
      {left > 0 && (
        <circle
          className="zg-clock-left"
          {...circle}
          strokeDasharray={tone === 'paused' ? hatch(left) : `${left} 100`}
          strokeDashoffset={runs ? -spent : 0}
        />
      )}
      {marks[tone] && <path className="zg-clock-mark" d={marks[tone]} />}
    </svg>
  )
}

/** Dashes over the part that is left, then nothing for the rest of the ring. */
const hatch = (left: number) => {
  const [dash, gap] = [2.2, 2.6]
  const count = Math.max(1, Math.round(left / (dash + gap)))
  return [...Array.from({ length: count }, () => `${dash} ${gap}`), `0 ${100}`].join(' ')
}
