import { useMemo, useState } from 'react'
import { BuildingChart } from '../building/building-chart.tsx'
import type { ChartLens, ChartTone } from '../building/shapes.ts'
import { largeCommunity, smallCommunity, type SampleHome } from './community.ts'
import { Part, useSay } from './part.tsx'

type Say = ReturnType<typeof useSay>

const casesLens = (say: Say): ChartLens<SampleHome> => {
  const legend: { tone: ChartTone; label: string }[] = [
    { tone: 'alert', label: say('有超时', 'Overdue') },
    { tone: 'soon', label: say('即将到时', 'Due soon') },
    { tone: 'busy', label: say('在办', 'In progress') },
    { tone: 'held', label: say('暂停', 'Paused') },
    { tone: 'quiet', label: say('无工单', 'No case') },
  ]
  const labels = new Map(legend.map(({ tone, label }) => [tone, label]))
  return {
    legend,
    toneOf: (home) => home.tone,
    countOf: (home) => home.open,
    labelOf: (home) => {
      const label = labels.get(home.tone) ?? ''
      return home.open > 0 ? say(`${label} ${home.open} 件`, `${label}: ${home.open}`) : label
    },
  }
}

const billsLens = (say: Say): ChartLens<SampleHome> => {
  const tones: Partial<Record<ChartTone, ChartTone>> = {
    quiet: 'good',
    busy: 'part',
    held: 'held',
    soon: 'none',
    alert: 'alert',
  }
  const legend: { tone: ChartTone; label: string }[] = [
    { tone: 'good', label: say('已缴', 'Paid') },
    { tone: 'part', label: say('部分缴', 'Part-paid') },
    { tone: 'held', label: say('争议冻结', 'Disputed') },
    { tone: 'alert', label: say('逾期', 'In arrears') },
    { tone: 'none', label: say('未出账', 'Not billed') },
  ]
  const toneOf = (home: SampleHome) => tones[home.tone] ?? 'none'
  return { legend, toneOf, labelOf: (home) => legend.find(({ tone }) => tone === toneOf(home))?.label ?? '' }
}

export const BuildingPage = () => {
  const say = useSay()
  const [selected, setSelected] = useState('b1-1-502')
  const { buildings, cases, bills } = useMemo(
    () => ({ buildings: smallCommunity(say), cases: casesLens(say), bills: billsLens(say) }),
    [say],
  )
  return (
    <>
      <Part title={say('全图 · 在办工单', 'Full · open cases')}>
        <BuildingChart buildings={buildings} lens={cases} selectedId={selected} onOpen={setSelected} />
      </Part>
      <Part title={say('另一个视角 · 缴费', 'Another lens · payment')}>
        <BuildingChart
          buildings={buildings.slice(0, 1)}
          lens={bills}
          selectedId={selected}
          onOpen={setSelected}
        />
      </Part>
      <Part title={say('小图 · 工单旁边', 'Mini · beside a case')}>
        <div style={{ maxWidth: 300 }}>
          <BuildingChart
            buildings={buildings.slice(1, 2)}
            lens={cases}
            selectedId={selected}
            onOpen={setSelected}
            size="mini"
          />
        </div>
      </Part>
      <Part title={say('还没有资料', 'Nothing entered yet')}>
        <BuildingChart buildings={[]} lens={cases} />
      </Part>
    </>
  )
}

/** 5,000 homes, to measure with: `?page=buildings-large&homes=5000`. */
export const LargeBuildingPage = () => {
  const say = useSay()
  const [selected, setSelected] = useState<string>()
  const [bills, setBills] = useState(false)
  const homes = Number(new URLSearchParams(location.search).get('homes') ?? 5000)
  const { buildings, lenses } = useMemo(
    () => ({
      buildings: largeCommunity(homes, say),
      lenses: { cases: casesLens(say), bills: billsLens(say) },
    }),
    [homes, say],
  )
  return (
    <Part title={say('五千户', 'Five thousand homes')}>
      <p>
        <label>
          <input type="checkbox" checked={bills} onChange={(event) => setBills(event.target.checked)} />{' '}
          {say('缴费视角', 'Payment lens')}
        </label>
      </p>
      <BuildingChart
        buildings={buildings}
        lens={bills ? lenses.bills : lenses.cases}
        selectedId={selected}
        onOpen={setSelected}
      />
    </Part>
  )
}
