import type { ChartHome, ChartLens, ChartTone } from './shapes.ts'

export type ToneCounts = ReadonlyMap<ChartTone, number>

/** How many homes wear each tone under a lens. */
export const countTones = <H extends ChartHome>(homes: Iterable<H>, lens: ChartLens<H>): ToneCounts => {
  const counts = new Map<ChartTone, number>()
  for (const home of homes) {
    const tone = lens.toneOf(home)
    counts.set(tone, (counts.get(tone) ?? 0) + 1)
  }
  return counts
}
