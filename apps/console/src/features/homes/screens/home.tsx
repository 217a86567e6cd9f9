import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { BuildingChart } from '@zhanggui/ui'
import { buildingOf, useLens } from '../../../shared/chart-lenses.ts'
import { chartQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { Allowed, Loaded } from '../../../shared/states.tsx'
import { HomesNav } from '../../../shared/sub-nav.tsx'
import { HomeArchive } from '../parts/home-archive.tsx'
import './homes.css'

const route = getRouteApi('/in/homes/$id')

/** One home's archive as a page, with its building beside it. */
export function HomeScreen() {
  const say = useSay()
  const { id } = route.useParams()
  const { can } = useSession()
  return (
    <Allowed when={can('people.read')}>
      <div className="page">
        <HomesNav />
        <h1 className="zg-unseen">{say('desk.home.title')}</h1>
        <div className="home-page">
          <div className="card">
            <HomeArchive key={id} id={id} />
          </div>
          {can('estate.read') && <OnBuilding homeId={id} />}
        </div>
      </div>
    </Allowed>
  )
}

function OnBuilding({ homeId }: { homeId: string }) {
  const { community } = useSession()
  const navigate = useNavigate()
  const query = useQuery(chartQuery(community.id, 'open-cases'))
  const lens = useLens('open-cases')
  return (
    <Loaded query={query} shape="text" rows={6} small>
      {(chart) => {
        const building = buildingOf(chart, homeId)
        if (!building) return null
        return (
          <section className="card">
            <h2>{building.name}</h2>
            <BuildingChart
              size="mini"
              buildings={[building]}
              lens={lens}
              selectedId={homeId}
              onOpen={(id) => void navigate({ to: '/homes/$id', params: { id } })}
            />
          </section>
        )
      }}
    </Loaded>
  )
}
