import { EditOutlined, KeyOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { PersonView } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { CaseLines } from '../../../shared/case-lines.tsx'
import { PersonCard } from '../../../shared/person-card.tsx'
import { personQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { Allowed, Loaded } from '../../../shared/states.tsx'
import { HomesNav } from '../../../shared/sub-nav.tsx'
import { Consents } from '../parts/consents.tsx'
import { PersonForm } from '../parts/person-form.tsx'
import { Residencies } from '../parts/residencies.tsx'
import { SignInCodeDialog } from '../parts/sign-in-code.tsx'
import './person.css'

const route = getRouteApi('/in/people/$id')

/** 住户档案: who it is, which homes, what was agreed to, what they asked for. */
export function PersonScreen() {
  const { id } = route.useParams()
  const { can } = useSession()
  const query = useQuery({ ...personQuery(id), enabled: can('people.read') })
  return (
    <Allowed when={can('people.read')}>
      <div className="page">
        <HomesNav />
        <Loaded query={query} shape="text" rows={8}>
          {(person) => <Person key={person.id} person={person} />}
        </Loaded>
      </div>
    </Allowed>
  )
}

function Person({ person }: { person: PersonView }) {
  const say = useSay()
  const { can } = useSession()
  const [editing, setEditing] = useState(false)
  const [code, setCode] = useState(false)
  return (
    <>
      <h1 className="zg-unseen">{person.name}</h1>
      <div className="person-page">
        <section className="card">
          {editing ? (
            <PersonForm person={person} onDone={() => setEditing(false)} />
          ) : (
            <>
              <PersonCard id={person.id} name={person.name} phone={person.phone} />
              <h2 className="person-part">{say('desk.people.note')}</h2>
              <p className={person.note === '' ? 'muted' : 'person-note'}>
                {person.note === '' ? say('desk.people.noNote') : person.note}
              </p>
              {can('people.change') && (
                <p className="person-acts">
                  <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>
                    {say('desk.people.correct')}
                  </Button>
                  <Button icon={<KeyOutlined />} onClick={() => setCode(true)}>
                    {say('desk.code.button')}
                  </Button>
                </p>
              )}
            </>
          )}
        </section>
        <section className="card">
          <h2>{say('desk.people.homes')}</h2>
          <Residencies person={person} />
        </section>
        <section className="card">
          <h2>{say('desk.consent.title')}</h2>
          <Consents person={person} />
        </section>
        {can('case.read') && (
          <section className="card">
            <h2>{say('desk.nav.cases')}</h2>
            <CaseLines
              filter={{ personId: person.id, sort: 'newest' }}
              limit={10}
              empty={say('desk.people.noCases')}
            />
          </section>
        )}
      </div>
      {code && <SignInCodeDialog person={person} onClose={() => setCode(false)} />}
    </>
  )
}
