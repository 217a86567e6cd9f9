import type { Chart } from '@zhanggui/contract'
import { formatArea } from '@zhanggui/messages'
import type { ChartLens, ChartTone } from '@zhanggui/ui'
import { useMemo } from 'react'
import { type Say, useSay } from './say.tsx'

type Building = Chart['buildings'][number]
export type HomeOnChart = Building['floors'][number]['homes'][number]

const openCases = (say: Say): ChartLens<HomeOnChart> => ({
  toneOf: (home) => (home.value === 0 ? 'quiet' : home.late ? 'alert' : 'busy'),
  labelOf: (home) =>
    home.value === 0
      ? say('desk.chart.noCases')
      : say(home.late ? 'desk.chart.casesLate' : 'desk.chart.cases', { count: home.value }),
  countOf: (home) => home.value,
  legend: [
    { tone: 'alert', label: say('desk.chart.legend.late') },
    { tone: 'busy', label: say('desk.chart.legend.open') },
    { tone: 'quiet', label: say('desk.chart.legend.none') },
  ],
})

/** Upper bounds in 0.01 m²; what lies above the last is the largest kind. */
const bands: readonly { tone: ChartTone; below: number }[] = [
  { tone: 'quiet', below: 6000 },
  { tone: 'good', below: 9000 },
  { tone: 'part', below: 12_000 },
  { tone: 'busy', below: 14_400 },
  { tone: 'soon', below: Number.POSITIVE_INFINITY },
]

const whole = (area: number) => String(area / 100)

const area = (say: Say): ChartLens<HomeOnChart> => ({
  toneOf: (home) => bands.find((band) => home.value < band.below)?.tone ?? 'none',
  labelOf: (home) => formatArea(home.value),
  legend: bands.map(({ tone, below }, index) => {
    const from = bands[index - 1]?.below
    if (from === undefined) return { tone, label: say('desk.chart.areaBelow', { to: whole(below) }) }
    if (below === Number.POSITIVE_INFINITY)
      return { tone, label: say('desk.chart.areaFrom', { from: whole(from) }) }
    return { tone, label: say('desk.chart.areaBetween', { from: whole(from), to: whole(below) }) }
  }),
})

/** The lens of a chart as the server coloured it. */
export function useLens(lens: Chart['lens']): ChartLens<HomeOnChart> {
  const say = useSay()
  return useMemo(() => (lens === 'area' ? area(say) : openCases(say)), [lens, say])
}

/** The building a home stands in, undefined when it is not on the chart. */
export function buildingOf(chart: Chart, homeId: string): Building | undefined {
  return chart.buildings.find((building) =>
    building.floors.some((floor) => floor.homes.some((home) => home.id === homeId)),
  )
}
