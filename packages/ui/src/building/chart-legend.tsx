import { useT } from '../language.tsx'
import type { ToneCounts } from './count-tones.ts'
import type { ChartHome, ChartLens, ChartTone } from './shapes.ts'

interface ChartLegendProps<H extends ChartHome> {
  legend: ChartLens<H>['legend']
  counts: ToneCounts
  only: ChartTone | undefined
  onOnly: (tone: ChartTone | undefined) => void
}

/** What the tones mean and how many homes wear each; pressing one fades the others. */
export const ChartLegend = <H extends ChartHome>({ legend, counts, only, onOnly }: ChartLegendProps<H>) => {
  const t = useT()
  return (
    <div className="zg-chart-legend" role="group" aria-label={t('ui.chart.legend')}>
      {legend.map(({ tone, label }) => (
        <button
          key={tone}
          type="button"
          className="zg-chart-legend-item"
          aria-pressed={only === tone}
          onClick={() => onOnly(only === tone ? undefined : tone)}
        >
          <i className="zg-swatch" data-tone={tone} />
          {label} <span className="zg-figures">{(counts.get(tone) ?? 0).toLocaleString('en')}</span>
        </button>
      ))}
    </div>
  )
}
