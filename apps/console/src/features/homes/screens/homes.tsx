import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ChartLens } from '@zhanggui/contract'
import { chartLenses } from '@zhanggui/contract/words'
import { BuildingChart } from '@zhanggui/ui'
import { Drawer, Segmented } from 'antd'
import { useLens } from '../../../shared/chart-lenses.ts'
import { useNarrow } from '../../../shared/media.ts'
import { chartQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { Allowed, Loaded } from '../../../shared/states.tsx'
import { HomesNav } from '../../../shared/sub-nav.tsx'
import { HomeArchive } from '../parts/home-archive.tsx'
import './homes.css'

const route = getRouteApi('/in/homes')

/** 楼盘图 at full size; a home opens its archive beside it. */
export function HomesScreen() {
  const say = useSay()
  const times = useTimes()
  const narrow = useNarrow()
  const { community, can } = useSession()
  const { lens = 'open-cases', home } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(chartQuery(community.id, lens))
  const look = useLens(query.data?.lens ?? lens)
  const show = (next: { lens: ChartLens; home?: string | undefined }) =>
    void navigate({
      search: {
        ...(next.lens === 'open-cases' ? {} : { lens: next.lens }),
        ...(next.home === undefined ? {} : { home: next.home }),
      },
      resetScroll: false,
    })
  const common = query.data?.buildings.filter((building) => building.common > 0) ?? []
  return (
    <Allowed when={can('estate.read')}>
      <div className="page page-wide" data-beside={(home !== undefined && !narrow) || undefined}>
        <HomesNav />
        <header className="page-head">
          <h1 className="zg-unseen">{say('desk.homes.chart')}</h1>
          <Segmented<ChartLens>
            aria-label={say('desk.homes.lens')}
            value={lens}
            options={chartLenses.map((each) => ({ value: each, label: say(`desk.lens.${each}`) }))}
            onChange={(next) => show({ lens: next, home })}
          />
          {query.data && (
            <span className="muted small">{say('desk.homes.asOf', { when: times.time(query.data.at) })}</span>
          )}
        </header>
        <Loaded query={query} shape="card">
          {(chart) => (
            <>
              {common.length > 0 && lens === 'open-cases' && (
                <p className="homes-common">
                  {say('desk.homes.common')}
                  {common.map((building) => (
                    <Link key={building.id} to="/cases" search={{ placeId: building.id }}>
                      {say('desk.homes.commonOf', { building: building.name, count: building.common })}
                    </Link>
                  ))}
                </p>
              )}
              <BuildingChart
                buildings={chart.buildings}
                lens={look}
                selectedId={home}
                {...(can('people.read') ? { onOpen: (id: string) => show({ lens, home: id }) } : {})}
              />
            </>
          )}
        </Loaded>
        {home !== undefined && can('people.read') && (
          <Drawer
            open
            mask={false}
            size={narrow ? '100%' : 460}
            title={say('desk.home.title')}
            extra={
              <Link to="/homes/$id" params={{ id: home }}>
                {say('desk.home.fullPage')}
              </Link>
            }
            closable={{ 'aria-label': say('ui.close') }}
            onClose={() => show({ lens })}
          >
            <HomeArchive key={home} id={home} />
          </Drawer>
        )}
      </div>
    </Allowed>
  )
}
