import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { CaseView, PlaceRef } from '@zhanggui/contract'
import { BuildingChart, Tag } from '@zhanggui/ui'
import type { ReactNode } from 'react'
import { CaseLines } from '../shared/case-lines.tsx'
import { buildingOf, useLens } from '../shared/chart-lenses.ts'
import { PersonCard } from '../shared/person-card.tsx'
import { caseQuery, chartQuery, homeQuery } from '../shared/queries.ts'
import { useSay } from '../shared/say.tsx'
import { useSession } from '../shared/session.tsx'
import { Loaded } from '../shared/states.tsx'
import { CaseTies } from '../features/cases/parts/case-ties.tsx'
import './case-aside.css'

/** Who and where of a case: the person, the home on its building, what else waits for both. */
export function CaseAside({ id }: { id: string }) {
  const query = useQuery(caseQuery(id))
  const say = useSay()
  return (
    <aside className="aside" aria-label={say('desk.aside.label')}>
      {/* A failed case is told in the middle of the screen; twice would be noise. */}
      {query.data && <CaseContext key={id} view={query.data} />}
    </aside>
  )
}

/** The same folded into the case, for screens without room for a column. */
export function CaseContextFold({ id }: { id: string }) {
  const say = useSay()
  const query = useQuery(caseQuery(id))
  if (!query.data) return null
  return (
    <details className="case-context">
      <summary>{say('desk.aside.label')}</summary>
      <CaseContext view={query.data} />
    </details>
  )
}

function CaseContext({ view }: { view: CaseView }) {
  const say = useSay()
  const { can } = useSession()
  const home = view.place?.kind === 'home' ? view.place : undefined
  return (
    <>
      <Section title={say('desk.aside.who')}>
        <Reporter view={view} />
      </Section>
      {view.place && (
        <Section title={say('desk.aside.where')} more={<PlaceLink place={view.place} />}>
          {home && <HomeOnBuilding homeId={home.id} />}
        </Section>
      )}
      <Section title={say('desk.ties.title')}>
        <CaseTies view={view} />
      </Section>
      {home && can('people.read') && <Household homeId={home.id} personId={view.person?.id ?? undefined} />}
      {view.place && (
        <Section title={home ? say('desk.aside.casesOfHome') : say('desk.aside.casesOfPlace')}>
          <CaseLines
            filter={{ placeId: view.place.id, sort: 'newest' }}
            without={view.id}
            empty={say('desk.aside.noOther')}
          />
        </Section>
      )}
      {view.person?.id && (
        <Section title={say('desk.aside.casesOfPerson')}>
          <CaseLines
            filter={{ personId: view.person.id, sort: 'newest' }}
            limit={20}
            show={6}
            without={view.id}
            elsewhereThan={view.place?.id}
            empty={say('desk.aside.noOther')}
          />
        </Section>
      )}
    </>
  )
}

function Section(props: { title: string; more?: ReactNode; children?: ReactNode }) {
  return (
    <section className="aside-part">
      <h2>
        {props.title} {props.more}
      </h2>
      {props.children}
    </section>
  )
}

function Reporter({ view }: { view: CaseView }) {
  const say = useSay()
  const { can } = useSession()
  const { person } = view
  if (!person) {
    return (
      <p className="muted small">{say(can('people.read') ? 'desk.aside.nobody' : 'desk.aside.hidden')}</p>
    )
  }
  if (person.anonymous && !person.name && !person.phone) {
    return <p className="muted small">{say('desk.aside.anonymous')}</p>
  }
  return (
    <>
      <PersonCard
        id={person.id}
        name={person.name ?? say('desk.case.resident')}
        phone={person.phone}
        more={person.anonymous && <Tag quiet>{say('desk.aside.notVerified')}</Tag>}
      />
      {person.id && can('people.read') && (
        <Link className="small" to="/people/$id" params={{ id: person.id }}>
          {say('desk.aside.openPerson')}
        </Link>
      )}
    </>
  )
}

function PlaceLink({ place }: { place: PlaceRef }) {
  const { can } = useSession()
  if (place.kind !== 'home' || !can('people.read')) return <b>{place.label}</b>
  return (
    <Link to="/homes/$id" params={{ id: place.id }}>
      {place.label}
    </Link>
  )
}

function HomeOnBuilding({ homeId }: { homeId: string }) {
  const { community, can } = useSession()
  const navigate = useNavigate()
  const query = useQuery(chartQuery(community.id, 'open-cases'))
  const lens = useLens('open-cases')
  return (
    <Loaded query={query} shape="text" rows={3} small>
      {(chart) => {
        const building = buildingOf(chart, homeId)
        if (!building) return null
        return (
          <BuildingChart
            size="mini"
            buildings={[building]}
            lens={lens}
            selectedId={homeId}
            {...(can('people.read')
              ? { onOpen: (id: string) => void navigate({ to: '/homes/$id', params: { id } }) }
              : {})}
          />
        )
      }}
    </Loaded>
  )
}

/** Who else lives there; the one who reported stands above already. */
function Household({ homeId, personId }: { homeId: string; personId: string | undefined }) {
  const say = useSay()
  const query = useQuery(homeQuery(homeId))
  return (
    <Section title={say('desk.aside.household')}>
      <Loaded query={query} shape="text" rows={2} small>
        {(home) => {
          const others = home.residents.filter((each) => each.until === null && each.person.id !== personId)
          if (others.length === 0) return <p className="muted small">{say('desk.aside.noOthers')}</p>
          return (
            <ul className="household">
              {others.map((each) => (
                <li key={each.residencyId}>
                  <Link to="/people/$id" params={{ id: each.person.id }}>
                    {each.person.name}
                  </Link>
                  <span className="muted">{say(`role.${each.role}`)}</span>
                  <span className="muted tabular">{each.person.phone}</span>
                </li>
              ))}
            </ul>
          )
        }}
      </Loaded>
    </Section>
  )
}
