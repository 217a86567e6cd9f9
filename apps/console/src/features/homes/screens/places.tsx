import { EditOutlined, PlusOutlined, QrcodeOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Place } from '@zhanggui/contract'
import { StatePanel, Tag } from '@zhanggui/ui'
import { Button, Input, Select, Table } from 'antd'
import { useMemo, useState } from 'react'
import { newId } from '../../../shared/api.ts'
import { placesQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { ActTrouble, Allowed, Loaded } from '../../../shared/states.tsx'
import { HomesNav } from '../../../shared/sub-nav.tsx'
import { toast } from '../../../shared/toast.tsx'
import { useAddPlace, useChangePlace } from '../data.ts'
import './homes.css'

/** Common places: halls, lifts, gardens, garages; what residents report on besides their homes. */
export function PlacesScreen() {
  const say = useSay()
  const { community, can } = useSession()
  const [words, setWords] = useState('')
  const query = useQuery(placesQuery(community.id, { kind: 'common', limit: 500 }))
  const shown = useMemo(
    () => (query.data?.items ?? []).filter((each) => each.label.includes(words.trim())),
    [query.data, words],
  )
  return (
    <Allowed when={can('estate.read')}>
      <div className="page">
        <HomesNav />
        <header className="page-head">
          <h1>{say('desk.homes.places')}</h1>
          <span className="page-acts">
            <Input
              allowClear
              aria-label={say('desk.places.find')}
              placeholder={say('desk.places.find')}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </span>
        </header>
        {can('estate.change') && <AddCommonPlace />}
        <Loaded query={query} rows={6}>
          {() => (
            <Table<Place>
              size="small"
              rowKey="id"
              dataSource={shown}
              pagination={shown.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
              scroll={{ x: 'max-content' }}
              locale={{
                emptyText: (
                  <StatePanel
                    small
                    state="empty"
                    title={say('desk.places.none')}
                    text={say('desk.places.noneText')}
                  />
                ),
              }}
              columns={[
                {
                  key: 'label',
                  title: say('desk.places.name'),
                  render: (_, place) => <PlaceName place={place} />,
                },
                { key: 'floor', title: say('desk.home.floor'), width: 90, render: (_, place) => place.floor },
                {
                  key: 'code',
                  title: say('desk.places.code'),
                  width: 140,
                  render: (_, place) =>
                    place.hasCode ? (
                      <Tag icon="qr">{say('desk.places.hasCode')}</Tag>
                    ) : (
                      <span className="muted">–</span>
                    ),
                },
                {
                  key: 'cases',
                  title: say('desk.nav.cases'),
                  width: 110,
                  render: (_, place) => (
                    <Link to="/cases" search={{ placeId: place.id }}>
                      {say('desk.places.cases')}
                    </Link>
                  ),
                },
              ]}
            />
          )}
        </Loaded>
        {can('estate.change') && (
          <p className="list-foot">
            <Link to="/settings/codes">
              <QrcodeOutlined /> {say('desk.places.toCodes')}
            </Link>
          </p>
        )}
      </div>
    </Allowed>
  )
}

function PlaceName({ place }: { place: Place }) {
  const say = useSay()
  const { can } = useSession()
  const change = useChangePlace(place.id)
  const [name, setName] = useState<string>()
  if (name === undefined) {
    return (
      <>
        {place.label}{' '}
        {can('estate.change') && (
          <Button
            type="text"
            size="small"
            icon={<EditOutlined />}
            aria-label={say('desk.places.rename', { name: place.label })}
            onClick={() => setName(place.name)}
          />
        )}
      </>
    )
  }
  const save = () => {
    if (name.trim() === '' || name.trim() === place.name) return setName(undefined)
    change.mutate(
      { expectedVersion: place.version, name: name.trim() },
      {
        onSuccess: () => {
          toast(say('desk.saved'))
          setName(undefined)
        },
      },
    )
  }
  return (
    <>
      <Input
        autoFocus
        size="small"
        maxLength={40}
        aria-label={say('desk.places.name')}
        value={name}
        disabled={change.isPending}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={save}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Escape' && setName(undefined)}
      />
      <ActTrouble error={change.error} />
    </>
  )
}

function AddCommonPlace() {
  const say = useSay()
  const { community } = useSession()
  const buildings = useQuery(placesQuery(community.id, { kind: 'building', limit: 500 }))
  const add = useAddPlace(community.id)
  const [name, setName] = useState('')
  const [parent, setParent] = useState('')
  const [id, setId] = useState(newId)
  const submit = () => {
    if (name.trim() === '') return
    add.mutate(
      { id, kind: 'common', parentId: parent === '' ? null : parent, name: name.trim(), floor: null },
      {
        onSuccess: (place) => {
          toast(say('desk.places.added', { name: place.label }))
          setName('')
          setId(newId())
        },
        onError: () => setId(newId()),
      },
    )
  }
  return (
    <>
      <div className="place-add">
        <Select
          aria-label={say('desk.places.in')}
          style={{ minWidth: 160 }}
          value={parent}
          options={[
            { value: '', label: say('desk.places.wholeCommunity') },
            ...(buildings.data?.items ?? []).map((each) => ({ value: each.id, label: each.label })),
          ]}
          onChange={setParent}
        />
        <Input
          style={{ width: 240 }}
          maxLength={40}
          aria-label={say('desk.places.newName')}
          placeholder={say('desk.places.newName')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={submit}
        />
        <Button
          icon={<PlusOutlined />}
          loading={add.isPending}
          disabled={name.trim() === ''}
          onClick={submit}
        >
          {say('desk.places.add')}
        </Button>
      </div>
      <ActTrouble error={add.error} />
    </>
  )
}
