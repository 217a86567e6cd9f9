import { EditOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { HomeView } from '@zhanggui/contract'
import { formatArea } from '@zhanggui/messages'
import { Button } from 'antd'
import { useState } from 'react'
import { CaseLines } from '../../../shared/case-lines.tsx'
import { PersonCard } from '../../../shared/person-card.tsx'
import { homeQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { Loaded } from '../../../shared/states.tsx'
import { HomeForm } from './home-form.tsx'

/** 房屋档案: facts, who lives there in which role, its cases. */
export function HomeArchive({ id }: { id: string }) {
  const query = useQuery(homeQuery(id))
  return (
    <Loaded query={query} shape="text" rows={6}>
      {(home) => <Archive home={home} />}
    </Loaded>
  )
}

function Archive({ home }: { home: HomeView }) {
  const say = useSay()
  const { can } = useSession()
  return (
    <div className="archive">
      <p className="archive-title">{home.place.label}</p>
      <HomeFacts home={home} />
      <section>
        <h2>{say('desk.home.residents')}</h2>
        <Residents home={home} />
      </section>
      {can('case.read') && (
        <section>
          <h2>{say('desk.home.cases')}</h2>
          <CaseLines
            filter={{ placeId: home.place.id, sort: 'newest' }}
            limit={10}
            empty={say('desk.home.noCases')}
          />
        </section>
      )}
    </div>
  )
}

function HomeFacts({ home }: { home: HomeView }) {
  const say = useSay()
  const times = useTimes()
  const { can } = useSession()
  const [editing, setEditing] = useState(false)
  if (editing) return <HomeForm home={home} onDone={() => setEditing(false)} />
  return (
    <section>
      <dl className="facts">
        <dt>{say('desk.home.use')}</dt>
        <dd>{say(`homeUse.${home.use}`)}</dd>
        <dt>{say('desk.home.area')}</dt>
        <dd className="tabular">{formatArea(home.area)}</dd>
        {home.floor !== null && (
          <>
            <dt>{say('desk.home.floor')}</dt>
            <dd>{home.floor}</dd>
          </>
        )}
        <dt>{say('desk.home.handover')}</dt>
        <dd>{home.handoverOn === null ? say('desk.home.notKnown') : times.date(home.handoverOn)}</dd>
      </dl>
      {can('estate.change') && (
        <Button type="link" size="small" icon={<EditOutlined />} onClick={() => setEditing(true)}>
          {say('desk.home.correct')}
        </Button>
      )}
    </section>
  )
}

function Residents({ home }: { home: HomeView }) {
  const say = useSay()
  const times = useTimes()
  if (home.residents.length === 0) return <p className="muted small">{say('desk.home.nobody')}</p>
  const sorted = home.residents.toSorted((a, b) => Number(a.until !== null) - Number(b.until !== null))
  return (
    <ul className="residents">
      {sorted.map((each) => (
        <li key={each.residencyId} data-past={each.until !== null || undefined}>
          <PersonCard
            id={each.person.id}
            name={each.person.name}
            phone={each.person.phone}
            role={each.role}
          />
          <span className="resident-more">
            <span className="muted small">
              {each.until !== null
                ? say('desk.home.leftOn', { when: times.date(each.until) })
                : each.since !== null
                  ? say('desk.home.since', { when: times.date(each.since) })
                  : ''}
            </span>
            <Link className="small" to="/people/$id" params={{ id: each.person.id }}>
              {say('desk.aside.openPerson')}
            </Link>
          </span>
        </li>
      ))}
    </ul>
  )
}
