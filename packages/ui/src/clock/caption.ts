import { useFormat, useT } from '../language.tsx'
import type { ClockTone } from '../words.ts'

/**
 * Words for a clock: `caption(tone, seconds)`. The seconds are what is left while it runs, what it is over
 * when late, what it took when met, and by how much it was late when missed; a paused one says only that.
 */
export const useClockCaption = (): ((tone: ClockTone, seconds: number) => string) => {
  const t = useT()
  const format = useFormat()
  return (tone, seconds) => {
    const duration = format.duration(seconds)
    const texts: Readonly<Record<ClockTone, string>> = {
      ok: t('ui.clock.left', { duration }),
      soon: t('ui.clock.left', { duration }),
      late: t('ui.clock.over', { duration }),
      paused: t('ui.clock.stopped'),
      met: t('ui.clock.took', { duration }),
      missed: t('ui.clock.lateBy', { duration }),
    }
    return texts[tone]
  }
}
