import { useT } from '../language.tsx'
import { ClockRing, type ClockRingProps } from './clock-ring.tsx'

interface ClockStripProps {
  clocks: readonly (Omit<ClockRingProps, 'words'> & { id: string })[]
}

/** The clocks of one case side by side, in the order they are given. */
export const ClockStrip = ({ clocks }: ClockStripProps) => {
  const t = useT()
  return (
    <ul className="zg-clock-strip" aria-label={t('ui.clocks')}>
      {clocks.map(({ id, ...clock }) => (
        <li key={id}>
          <ClockRing {...clock} />
        </li>
      ))}
    </ul>
  )
}
