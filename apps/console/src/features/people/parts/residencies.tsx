import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import type { PersonView, PlaceRef, ResidentRole } from '@zhanggui/contract'
import { residentRoles } from '@zhanggui/contract/words'
import { Tag } from '@zhanggui/ui'
import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { api, newId } from '../../../shared/api.ts'
import { Combobox } from '../../../shared/combobox.tsx'
import { DayField } from '../../../shared/day-field.tsx'
import { serverNow } from '../../../shared/now.ts'
import { placesQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { useSettled } from '../../../shared/settled.ts'
import { ActTrouble } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'
import { wallOf } from '../../../shared/wall-time.ts'
import { usePersonAct } from '../data.ts'

type Residency = PersonView['residencies'][number]

/** A person's homes and roles, past ones below; given and ended here. */
export function Residencies({ person }: { person: PersonView }) {
  const say = useSay()
  const times = useTimes()
  const { can } = useSession()
  const [ending, setEnding] = useState<Residency>()
  const sorted = person.residencies.toSorted((a, b) => Number(a.until !== null) - Number(b.until !== null))
  return (
    <>
      {sorted.length === 0 && <p className="muted small">{say('desk.people.noHome')}</p>}
      <ul className="residencies">
        {sorted.map((each) => (
          <li key={each.id} data-past={each.until !== null || undefined}>
            <Link to="/homes/$id" params={{ id: each.home.id }}>
              {each.home.label}
            </Link>
            <Tag quiet>{say(`role.${each.role}`)}</Tag>
            <span className="muted small">
              {each.until !== null
                ? say('desk.home.leftOn', { when: times.date(each.until) })
                : each.since !== null
                  ? say('desk.home.since', { when: times.date(each.since) })
                  : ''}
            </span>
            {each.until === null && can('people.change') ? (
              <Button size="small" onClick={() => setEnding(each)}>
                {say('desk.residency.end')}
              </Button>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ul>
      {can('people.change') && <AddResidency personId={person.id} />}
      {ending && <EndResidency name={person.name} residency={ending} onClose={() => setEnding(undefined)} />}
    </>
  )
}

function AddResidency({ personId }: { personId: string }) {
  const say = useSay()
  const { community } = useSession()
  const [text, setText] = useState('')
  const [home, setHome] = useState<PlaceRef>()
  const [role, setRole] = useState<ResidentRole>('owner')
  const [since, setSince] = useState('')
  const [id, setId] = useState(newId)
  const q = useSettled(text.trim())
  const found = useQuery({
    ...placesQuery(community.id, { q, kind: 'home', limit: 12 }),
    enabled: q !== '' && home === undefined,
  })
  const add = usePersonAct((homeId: string) =>
    api.addResidency({
      params: { id: personId },
      body: { id, homeId, role, since: since === '' ? null : since },
      key: id,
    }),
  )
  const submit = () => {
    if (!home) return
    add.mutate(home.id, {
      onSuccess: () => {
        toast(say('desk.saved'))
        setHome(undefined)
        setText('')
        setSince('')
      },
      onSettled: () => setId(newId()),
    })
  }
  return (
    <>
      <div className="residency-add">
        <Combobox
          label={say('desk.residency.home')}
          placeholder={say('desk.residency.homeHint')}
          text={home?.label ?? text}
          onText={(next) => {
            setHome(undefined)
            setText(next)
          }}
          choices={
            home || q === ''
              ? []
              : (found.data?.items ?? []).map((each) => ({ key: each.id, value: each, label: each.label }))
          }
          onChoose={setHome}
          hint={
            text === '' || home
              ? undefined
              : found.isFetching
                ? say('desk.search.looking')
                : say('desk.newCase.noPlaceFound')
          }
        />
        <Select
          aria-label={say('desk.residency.role')}
          value={role}
          options={residentRoles.map((each) => ({ value: each, label: say(`role.${each}`) }))}
          onChange={setRole}
        />
        <DayField
          aria-label={say('desk.residency.since')}
          title={say('desk.residency.since')}
          allowClear={false}
          value={since}
          onChange={setSince}
        />
        <Button disabled={!home} loading={add.isPending} onClick={submit}>
          {say('desk.residency.add')}
        </Button>
      </div>
      <ActTrouble error={add.error} />
    </>
  )
}

function EndResidency(props: { name: string; residency: Residency; onClose: () => void }) {
  const say = useSay()
  const { community } = useSession()
  const [until, setUntil] = useState(() => wallOf(serverNow(), community.timeZone).slice(0, 10))
  const end = usePersonAct(() => api.endResidency({ params: { id: props.residency.id }, body: { until } }))
  return (
    <Modal
      open
      title={say('desk.residency.endTitle', {
        name: props.name,
        home: props.residency.home.label,
        role: say(`role.${props.residency.role}`),
      })}
      okText={say('desk.residency.end')}
      cancelText={say('ui.cancel')}
      okButtonProps={{ disabled: until === '' }}
      confirmLoading={end.isPending}
      onCancel={props.onClose}
      onOk={() =>
        end.mutate(undefined, {
          onSuccess: () => {
            toast(say('desk.saved'))
            props.onClose()
          },
        })
      }
    >
      <p className="muted">{say('desk.residency.endText')}</p>
      <DayField
        aria-label={say('desk.residency.until')}
        allowClear={false}
        value={until}
        onChange={setUntil}
      />
      <ActTrouble error={end.error} />
    </Modal>
  )
}
