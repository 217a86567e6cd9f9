import { memo, useMemo, type CSSProperties } from 'react'
import { useT } from '../language.tsx'
import { countTones } from './count-tones.ts'
import type { ChartPlan, ChartRow } from './lay-out.ts'
import { nameOfHome } from './name-of-home.ts'
import type { ChartBuilding, ChartHome, ChartLens } from './shapes.ts'

interface BuildingCardProps<H extends ChartHome> {
  building: ChartBuilding<H>
  plan: ChartPlan<H>
  lens: ChartLens<H>
  mini: boolean
  selectedId: string | undefined
  /** The home that Tab reaches, when it stands in this building. */
  stopId: string | undefined
}

/** Among shops and stalls only the last part of a name fits: B1-117 is 117. */
const shortLabel = (label: string) => /[\dA-Za-z]+$/.exec(label)?.[0] ?? label

type RowProps<H extends ChartHome> = Omit<BuildingCardProps<H>, 'plan'> & { row: ChartRow<H> }

/** Plain elements without handlers of their own: the chart listens once for all of them. */
const Row = <H extends ChartHome>({ row, building, lens, mini, selectedId, stopId }: RowProps<H>) => (
  <div className="zg-chart-row" role="row" data-kind={row.kind} data-below={row.index < 0 || undefined}>
    <span className="zg-chart-floor" role="rowheader" aria-label={row.floor}>
      {row.leads ? row.floor : ''}
    </span>
    {row.cells.map(({ home, span, opens }, at) => {
      const style = span > 1 ? ({ '--span': span } as CSSProperties) : undefined
      if (!home) return <i key={at} className="zg-home-gap" style={style} data-opens={opens || undefined} />
      const count = lens.countOf?.(home) ?? 0
      return (
        <div
          key={home.id}
          role="gridcell"
          className="zg-home"
          data-home={home.id}
          data-tone={lens.toneOf(home)}
          data-opens={opens || undefined}
          data-count={count > 0 ? count : undefined}
          aria-label={`${nameOfHome(building.name, home)}, ${lens.labelOf(home)}`}
          aria-selected={home.id === selectedId}
          tabIndex={home.id === stopId ? 0 : -1}
          style={style}
        >
          {mini ? undefined : row.kind === 'homes' ? home.label : shortLabel(home.label)}
        </div>
      )
    })}
  </div>
)

const Card = <H extends ChartHome>(props: BuildingCardProps<H>) => {
  const { building, plan, lens, mini } = props
  const t = useT()
  const homes = useMemo(() => building.floors.flatMap((floor) => floor.homes), [building])
  const tones = useMemo(() => countTones(homes, lens), [homes, lens])
  const stalls = homes.filter((home) => home.use === 'parking').length
  const named = plan.entrances.filter((entrance) => entrance.name !== '')
  const style = {
    '--columns': plan.columns,
    '--doors': Math.max(0, plan.entrances.length - 1),
    '--stalls': plan.stalls,
    '--rows': plan.rows.length,
  } as CSSProperties
  return (
    <article className="zg-building" style={style}>
      {!mini && (
        <header className="zg-building-head">
          <h3>{building.name}</h3>
          <span className="zg-building-size">
            {[
              homes.length > stalls && t('ui.chart.homes', { count: homes.length - stalls }),
              stalls > 0 && t('ui.chart.stalls', { count: stalls }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {lens.legend.map(({ tone, label }) => {
            const count = tones.get(tone) ?? 0
            if (count === 0 || tone === 'quiet' || tone === 'good') return undefined
            return (
              <span key={tone} className="zg-building-tone zg-figures">
                <i className="zg-swatch" data-tone={tone} />
                <span className="zg-unseen">{label} </span>
                {count}
              </span>
            )
          })}
        </header>
      )}
      <div className="zg-building-body" role="grid" aria-label={building.name}>
        {named.length > 1 && (
          <div className="zg-chart-row" role="row">
            <span className="zg-chart-floor" role="columnheader" />
            {named.map(({ name, columns }, at) => (
              <span
                key={name}
                className="zg-entrance"
                role="columnheader"
                data-opens={at > 0 || undefined}
                style={{ '--span': columns } as CSSProperties}
              >
                {name}
              </span>
            ))}
          </div>
        )}
        {plan.rows.map((row, at) => (
          <Row key={at} {...props} row={row} />
        ))}
      </div>
    </article>
  )
}

/** One building; drawn again only when its own homes, the lens or its own selection change. */
export const BuildingCard = /* @__PURE__ */ memo(Card) as typeof Card
