import { useId, useMemo, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react'
import { useT } from '../language.tsx'
import { StatePanel } from '../state/state-panel.tsx'
import { BuildingCard } from './building-card.tsx'
import { ChartLegend } from './chart-legend.tsx'
import { ChartTip, type Tip } from './chart-tip.tsx'
import { countTones } from './count-tones.ts'
import { layOut } from './lay-out.ts'
import { mapChart, moveOnChart } from './move.ts'
import { nameOfHome } from './name-of-home.ts'
import type { ChartBuilding, ChartHome, ChartLens, ChartTone } from './shapes.ts'

interface BuildingChartProps<H extends ChartHome> {
  buildings: readonly ChartBuilding<H>[]
  lens: ChartLens<H>
  selectedId?: string | undefined
  onOpen?: (homeId: string) => void
  /** `mini` leaves out numbers and heads: one building beside a case. */
  size?: 'full' | 'mini'
}

/** The element of the home an event happened on. */
const homeElement = (target: EventTarget) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-home]') : null

/**
 * 楼盘图: every building as its floors and homes, coloured and patterned by a lens. One tab stop; arrows, Home,
 * End and Page keys move, Enter opens. Listens once for all homes, and the browser skips buildings out of sight.
 */
export const BuildingChart = <H extends ChartHome>(props: BuildingChartProps<H>) => {
  const { buildings, lens, selectedId, onOpen, size = 'full' } = props
  const t = useT()
  const hint = useId()
  const root = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState<string>()
  const [only, setOnly] = useState<ChartTone>()
  const [tip, setTip] = useState<Tip>()

  const plans = useMemo(() => buildings.map((building) => layOut(building)), [buildings])
  const map = useMemo(() => mapChart(plans), [plans])
  const homes = useMemo(
    () =>
      new Map(
        buildings.flatMap((building) =>
          building.floors.flatMap((floor) =>
            floor.homes.map((home) => [home.id, { home, building }] as const),
          ),
        ),
      ),
    [buildings],
  )
  const counts = useMemo(
    () =>
      countTones(
        [...homes.values()].map((each) => each.home),
        lens,
      ),
    [homes, lens],
  )

  const known = [stop, selectedId].find((id) => id !== undefined && map.spots.has(id))
  const stopId = known ?? map.ids.flat(2).at(0)

  const cards = useMemo(() => {
    const inBuilding = (id: string | undefined, at: number) =>
      id !== undefined && map.spots.get(id)?.building === at ? id : undefined
    return buildings.map((building, at) => {
      const plan = plans[at]
      return (
        plan && (
          <BuildingCard
            key={building.id}
            building={building}
            plan={plan}
            lens={lens}
            mini={size === 'mini'}
            selectedId={inBuilding(selectedId, at)}
            stopId={inBuilding(stopId, at)}
          />
        )
      )
    })
  }, [buildings, plans, map, lens, size, selectedId, stopId])

  const tell = (anchor: HTMLElement | null) => {
    const found = homes.get(anchor?.dataset['home'] ?? '')
    if (!anchor || !found) return setTip(undefined)
    const { home, building } = found
    setTip({
      anchor,
      name: nameOfHome(building.name, home),
      text: lens.labelOf(home),
      tone: lens.toneOf(home),
    })
  }
  const open = (event: SyntheticEvent) => {
    const id = homeElement(event.target)?.dataset['home']
    if (id !== undefined) onOpen?.(id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const from = homeElement(event.target)?.dataset['home']
    if (from === undefined) return
    if (event.key === 'Escape') return setTip(undefined)
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      return open(event)
    }
    const to = moveOnChart(map, from, event.key, event.ctrlKey || event.metaKey)
    if (to === undefined) return
    event.preventDefault()
    root.current?.querySelector<HTMLElement>(`[data-home="${CSS.escape(to)}"]`)?.focus()
  }

  if (buildings.length === 0) return <StatePanel state="empty" title={t('ui.chart.empty')} text="" small />
  return (
    <div className="zg-chart" data-size={size}>
      {lens.legend.length > 0 && (
        <ChartLegend legend={lens.legend} counts={counts} only={only} onOnly={setOnly} />
      )}
      <p id={hint} className="zg-unseen">
        {t('ui.chart.keys')}
      </p>
      <div
        ref={root}
        className="zg-chart-field"
        aria-describedby={hint}
        data-only={only}
        onClick={open}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const anchor = homeElement(event.target)
          if (anchor) setStop(anchor.dataset['home'])
          tell(anchor)
        }}
        onBlur={() => setTip(undefined)}
        onPointerOver={(event) => tell(homeElement(event.target))}
        onPointerLeave={() => setTip(undefined)}
      >
        {cards}
      </div>
      {tip && <ChartTip tip={tip} />}
    </div>
  )
}
